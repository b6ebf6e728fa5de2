// Backup and check of the project, with their results in words.
import { CircleCheck, CircleX } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { Output } from '../../shared/contract/index.ts';
import type { Verification } from '../../shared/contract/project.ts';
import { faultSentence } from '../../shared/words/faults.ts';
import { engine } from '../engine.ts';
import { useAttempt } from '../start/attempt.ts';
import { Button } from '../ui/button.tsx';
import { useWords } from '../words.ts';

/** Faults listed by name; the rest are counted. */
const LISTED = 20;

export function Keeping() {
  const { say, refusal } = useWords();
  const [backup, setBackup] = useState<Output<'project.backup'> | null>(null);
  const [verification, setVerification] = useState<Verification | null>(null);
  const attempt = useAttempt('project.backup');
  return (
    <section className="settings-part">
      <h3>{say('preferences.keeping')}</h3>
      <div>
        <p className="help settings-what">{say('preferences.keeping-what')}</p>
        <div className="hstack">
          <Button
            busy={attempt.isBusy}
            onPress={() =>
              attempt.run(async () => setBackup(await engine.call('project.backup', { file: null })))
            }
          >
            {say('preferences.backup')}
          </Button>
          <Button
            busy={attempt.isBusy}
            onPress={() => attempt.run(async () => setVerification(await engine.call('project.verify', {})))}
          >
            {say('preferences.verify')}
          </Button>
        </div>
        {attempt.refusal ? <Result isGood={false}>{refusal(attempt.refusal)}</Result> : null}
        {backup ? (
          <Result isGood>
            {say('preferences.backed-up', {
              file: backup.file,
              megabytes: (backup.bytes / 1_000_000).toFixed(1),
            })}
          </Result>
        ) : null}
        {verification ? <Checked verification={verification} /> : null}
      </div>
    </section>
  );
}

function Checked({ verification: { ok, checked, faults } }: { readonly verification: Verification }) {
  const { say } = useWords();
  if (ok) return <Result isGood>{say('preferences.sound', checked)}</Result>;
  return (
    <Result isGood={false}>
      {say('preferences.faults', { n: faults.length })}
      <ul className="faults">
        {faults.slice(0, LISTED).map((fault) => (
          <li key={`${fault.what} ${fault.table} ${fault.where}`}>{faultSentence(say, fault)}</li>
        ))}
      </ul>
      {faults.length > LISTED ? say('preferences.more-faults', { n: faults.length - LISTED }) : null}
    </Result>
  );
}

function Result({ isGood, children }: { readonly isGood: boolean; readonly children: ReactNode }) {
  const Icon = isGood ? CircleCheck : CircleX;
  return (
    <div className={isGood ? 'note good' : 'note bad'} role={isGood ? 'status' : 'alert'}>
      <Icon className="i" aria-hidden />
      <div className="result">{children}</div>
    </div>
  );
}
