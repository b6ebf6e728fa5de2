// The list of names and pseudonyms in the settings of the project, with the names that have none yet.
import { Pencil, Plus, Trash2, VenetianMask } from 'lucide-react';
import { useState } from 'react';
import type { SuggestedName } from '../../shared/contract/pseudonyms.ts';
import { neutralPseudonyms, type Pseudonym } from '../../shared/pseudonyms.ts';
import { act } from '../acts.ts';
import { useCall } from '../engine.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { useWords } from '../words.ts';
import { NameDialog } from './name-dialog.tsx';
import './names.css';

export function Pseudonyms() {
  const { say } = useWords();
  const { pseudonyms = [], suggested = [] } = useCall('pseudonyms.list', {}).value ?? {};
  const [edited, setEdited] = useState<string | null>(null);
  return (
    <section className="settings-part">
      <h3>{say('pseudonyms.title')}</h3>
      <div>
        <p className="help settings-what">{say('pseudonyms.what')}</p>
        {pseudonyms.length === 0 ? null : (
          <>
            <p className="help settings-what">{say('pseudonyms.still-personal')}</p>
            <ul className="phases names" aria-label={say('pseudonyms.title')}>
              {pseudonyms.map((each) => (
                <NameRow key={each.name} entry={each} onEdit={() => setEdited(each.name)} />
              ))}
            </ul>
          </>
        )}
        <div className="hstack names-acts">
          <Button icon={Plus} onPress={() => setEdited('')}>
            {say('pseudonyms.give')}
          </Button>
        </div>
        {suggested.length === 0 ? null : (
          <Suggested names={suggested} listed={pseudonyms} onChoose={setEdited} />
        )}
      </div>
      {edited === null ? null : <NameDialog name={edited} onClose={() => setEdited(null)} />}
    </section>
  );
}

function NameRow({ entry, onEdit }: { readonly entry: Pseudonym; readonly onEdit: () => void }) {
  const { say } = useWords();
  const { name, pseudonym } = entry;
  return (
    <li className="name-row">
      <span className="cut">{name}</span>
      <span className="med cut">{pseudonym}</span>
      <IconButton icon={Pencil} label={say('pseudonyms.change', { name })} onPress={onEdit} />
      <IconButton
        icon={Trash2}
        label={say('pseudonyms.remove', { name })}
        onPress={() => void act('pseudonyms.remove', { name })}
      />
    </li>
  );
}

interface SuggestedProps {
  readonly names: readonly SuggestedName[];
  readonly listed: readonly Pseudonym[];
  readonly onChoose: (name: string) => void;
}

/** Cases and speakers, as they are called. */
function Suggested({ names, listed, onChoose }: SuggestedProps) {
  const { say } = useWords();
  const giveAll = (): void => {
    const pseudonyms = neutralPseudonyms(names, listed, (kind, n) =>
      say(`pseudonyms.neutral-${kind}`, { n }),
    );
    void act('pseudonyms.set', { pseudonyms });
  };
  return (
    <div className="names-without" role="group" aria-label={say('pseudonyms.without', { n: names.length })}>
      <p className="small q2">{say('pseudonyms.without', { n: names.length })}</p>
      <div className="names-chips">
        {names.map(({ name }) => (
          <Button key={name} onPress={() => onChoose(name)}>
            {name}
          </Button>
        ))}
      </div>
      <Button icon={VenetianMask} onPress={giveAll}>
        {say('pseudonyms.give-all', {
          case: say('pseudonyms.neutral-case', { n: 1 }),
          speaker: say('pseudonyms.neutral-speaker', { n: 1 }),
        })}
      </Button>
    </div>
  );
}
