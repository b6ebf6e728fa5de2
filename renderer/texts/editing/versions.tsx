// The versions of a text: who made each one, when and how; any can be read, held against the text as it is, and brought back.
import { useState } from 'react';
import type { VersionEntry } from '../../../shared/contract/editing.ts';
import { isWordKey } from '../../../shared/words/say.ts';
import { useValue } from '../../engine.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Segments } from '../../ui/segments.tsx';
import { useWords } from '../../words.ts';
import type { OpenSource } from '../open-source.ts';
import { Compare } from './compare.tsx';
import { editing, propose } from './edit.ts';

export function Versions({ open }: { readonly open: OpenSource }) {
  const { say } = useWords();
  const { uid, name, content } = open.reading;
  const versions = useValue('sources.versions', { source: uid })?.versions ?? [];
  const [chosen, setChosen] = useState<string | null>(null);
  const earlier = versions.filter(({ id }) => id !== null);
  const version = chosen ?? earlier[0]?.id ?? null;
  const close = (): void => editing.set({ panel: null });
  const restore = async (): Promise<void> => {
    if (version !== null && (await propose(uid, content, { kind: 'version', version }))) close();
  };
  return (
    <Dialog
      title={say('editing.versions-of', { source: name })}
      width={1040}
      onClose={close}
      footer={
        <>
          <span className="grow" />
          <Button onPress={close}>{say('screen.close')}</Button>
          <Button kind="first" disabled={version === null} onPress={() => void restore()}>
            {say('editing.restore')}
          </Button>
        </>
      }
    >
      {earlier.length === 0 ? (
        <p className="modal-content q">{say('editing.no-versions')}</p>
      ) : (
        <div className="modal-content versions">
          <ul className="version-list">
            {versions.map((each) => (
              <VersionItem
                key={each.id}
                version={each}
                isChosen={each.id !== null && each.id === version}
                onChoose={() => setChosen(each.id)}
              />
            ))}
          </ul>
          {version === null ? null : <VersionText open={open} version={version} />}
        </div>
      )}
    </Dialog>
  );
}

interface VersionItemProps {
  readonly version: VersionEntry;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

function VersionItem({ version, isChosen, onChoose }: VersionItemProps) {
  const { say, language } = useWords();
  const { id, at, coder, how, characters, codings } = version;
  const key = `editing.how-${how.replace('.', '-')}`;
  const when = new Date(at).toLocaleString(language === 'zh' ? 'zh-CN' : 'en-GB', {
    dateStyle: 'medium',
    timeStyle: 'short',
  });
  return (
    <li>
      <button className="version" aria-pressed={isChosen} disabled={id === null} onClick={onChoose}>
        <b>{id === null ? say('editing.as-it-is') : when}</b>
        <span className="q">
          {[isWordKey(key) ? say(key) : how, coder, id === null ? when : null].filter(Boolean).join(' · ')}
        </span>
        <span className="q num">{say('editing.size', { characters, codings })}</span>
      </button>
    </li>
  );
}

function VersionText({ open, version }: { readonly open: OpenSource; readonly version: string }) {
  const { say } = useWords();
  const [shown, setShown] = useState<'compare' | 'text'>('compare');
  const read = useValue('sources.version', { source: open.reading.uid, version });
  return (
    <div className="version-text">
      <Segments
        label={say('editing.version-shown')}
        value={shown}
        options={[
          { value: 'compare', text: say('editing.since-then') },
          { value: 'text', text: say('editing.whole-text') },
        ]}
        onChange={setShown}
      />
      {!read ? (
        <p className="q">{say('screen.loading')}</p>
      ) : shown === 'compare' ? (
        <Compare before={read.text} after={open.reading.text} />
      ) : (
        <div
          className="text-compare whole"
          tabIndex={0}
          role="document"
          aria-label={say('editing.whole-text')}
        >
          {read.text}
        </div>
      )}
    </div>
  );
}
