// One case: its name, its attributes, its texts and speakers.
import { Ellipsis, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { CaseEntry } from '../../shared/contract/coding.ts';
import { act } from '../acts.ts';
import { DraftField } from '../draft-field.tsx';
import { engine, useCall } from '../engine.ts';
import { draftOf } from '../find-drafts.ts';
import { Button } from '../ui/button.tsx';
import { Menu } from '../ui/menu.tsx';
import { notify, windowState } from '../window-state.ts';
import { useWords } from '../words.ts';
import { AttributeValue } from './attribute-value.tsx';
import { Members } from './members.tsx';
import { NewAttribute } from './new-attribute.tsx';

export function CasePage({ entry }: { readonly entry: CaseEntry }) {
  const { say } = useWords();
  const sources = useCall('sources.list', {}).value?.sources ?? [];
  const speakers = [
    ...new Set(
      sources.flatMap((source) =>
        source.speakers.filter((speaker) => speaker.role === 'respondent').map((speaker) => speaker.name),
      ),
    ),
  ];
  const attach = (what: { sources?: string[]; speakers?: string[] }): void =>
    void act('cases.set', { name: entry.name, attributes: [], sources: [], speakers: [], ...what });
  const detach = (what: { source: string } | { speaker: string }): void =>
    void act('cases.detach', { case: entry.uid, source: null, speaker: null, ...what });
  const remove = async (): Promise<void> => {
    await act('cases.remove', { case: entry.uid });
    windowState.set({ case: null });
    notify({ tone: 'plain', text: say('cases.removed', { name: entry.name }) });
  };
  return (
    <>
      <div className="bar ruled code-bar">
        <CaseName entry={entry} />
        <span className="grow" />
        <Menu
          label={say('screen.more')}
          icon={Ellipsis}
          entries={[{ id: 'remove', icon: Trash2, text: say('cases.remove'), run: () => void remove() }]}
        />
      </div>
      <div className="scroll">
        <div className="case-page">
          <Attributes entry={entry} />
          <Members
            title={say('cases.sources')}
            empty={say('cases.no-sources')}
            choose={say('cases.choose-sources')}
            members={entry.sources}
            candidates={sources.map(({ name, cases }) => ({
              name,
              about: cases.filter((each) => each !== entry.name).join(say('rule.list')),
            }))}
            onAdd={(name) => attach({ sources: [name] })}
            onRemove={(source) => detach({ source })}
            onOpen={(name) => {
              const source = sources.find((each) => each.name === name);
              if (source) windowState.set({ place: 'texts', source: source.uid });
            }}
          />
          <Members
            title={say('cases.speakers')}
            empty={say('cases.no-speakers')}
            choose={say('cases.choose-speakers')}
            members={entry.speakers}
            candidates={speakers.map((name) => ({ name, about: '' }))}
            onAdd={(name) => attach({ speakers: [name] })}
            onRemove={(speaker) => detach({ speaker })}
          />
        </div>
      </div>
    </>
  );
}

function Attributes({ entry }: { readonly entry: CaseEntry }) {
  const { say } = useWords();
  const attributes = useCall('attributes.list', {}).value?.attributes ?? [];
  const ofCases = attributes.filter((attribute) => attribute.owner === 'case');
  const [isAdding, setAdding] = useState(false);
  return (
    <section aria-label={say('cases.attributes')}>
      <div className="case-head">
        <h3>{say('cases.attributes')}</h3>
        <Button kind="plain" icon={Plus} onPress={() => setAdding(true)}>
          {say('cases.new-attribute')}
        </Button>
      </div>
      {ofCases.length === 0 ? <p className="q2 measure">{say('cases.no-attributes')}</p> : null}
      <div className="case-attributes">
        {ofCases.map((attribute) => (
          <AttributeValue
            key={attribute.uid}
            attribute={attribute}
            value={entry.attributes[attribute.name] ?? ''}
            about={draftOf.case(entry.uid, `attribute/${attribute.uid}`)}
            onStore={(next) =>
              engine.call('cases.set', {
                name: entry.name,
                attributes: [{ name: attribute.name, value: next }],
                sources: [],
                speakers: [],
              })
            }
          />
        ))}
      </div>
      {isAdding ? <NewAttribute owner="case" onClose={() => setAdding(false)} /> : null}
    </section>
  );
}

/** An empty name takes the old one back. */
function CaseName({ entry }: { readonly entry: CaseEntry }) {
  const { say } = useWords();
  const store = async (name: string): Promise<boolean> =>
    (await act('cases.rename', { case: entry.uid, name })) !== null;
  return (
    <div className="case-name">
      <DraftField
        about={draftOf.case(entry.uid, 'name')}
        label={say('cases.name')}
        bare
        stored={entry.name}
        required
        store={store}
      />
    </div>
  );
}
