// What a text is called and where it belongs: name, case, phase, who asks in it, its attributes; the way to remove it.
import { Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { ToggleButton } from 'react-aria-components';
import type { SourceEntry } from '../../shared/contract/import.ts';
import type { Input } from '../../shared/contract/index.ts';
import { patternIn } from '../../shared/import/speakers.ts';
import { fold } from '../../shared/names.ts';
import { act, sayFailure, undoLatest } from '../acts.ts';
import { AttributeValue } from '../cases/attribute-value.tsx';
import { NewAttribute } from '../cases/new-attribute.tsx';
import { DraftField, FoundWords } from '../draft-field.tsx';
import { useDraft } from '../drafts.ts';
import { engine, useCall } from '../engine.ts';
import { draftOf } from '../find-drafts.ts';
import { CaseField } from '../import/case-field.tsx';
import { PhaseField } from '../import/placement-fields.tsx';
import { useStore } from '../store.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { notify, windowState } from '../window-state.ts';
import { useStoring } from '../use-storing.ts';
import { useWords } from '../words.ts';
import '../import/import.css';

/** Everything in it is stored at once, each as an act of its own. */
export function AboutSource() {
  const { say } = useWords();
  const uid = useStore(windowState, (state) => state.source);
  const source = useCall('sources.list', {}).value?.sources.find((each) => each.uid === uid);
  if (!source) return null;
  const remove = async (): Promise<void> => {
    close();
    try {
      await engine.call('sources.remove', { source: source.uid });
    } catch (error) {
      sayFailure('sources.remove', error);
      return;
    }
    notify({
      tone: 'plain',
      text: say('about.removed', { name: source.name }),
      act: { label: say('command.undo'), run: undoLatest },
    });
  };
  return (
    <Dialog
      title={say('about.title', { number: source.number })}
      width={560}
      onClose={close}
      footer={
        <>
          <Button icon={Trash2} onPress={() => void remove()}>
            {source.codings === 0 ? say('about.remove') : say('about.remove-coded', { n: source.codings })}
          </Button>
          <span className="grow" />
          <Button kind="first" onPress={close}>
            {say('screen.done')}
          </Button>
        </>
      }
    >
      <div className="modal-content code-pair-stack">
        <Name source={source} />
        <div className="import-two">
          <Case source={source} />
          <PhaseField value={source.phase} onChange={(phase) => void change(source, { phase })} />
        </div>
        <Speakers source={source} />
        <Attributes source={source} />
        <p className="small q">{say('about.file', { file: source.fileName })}</p>
      </div>
    </Dialog>
  );
}

function close(): void {
  windowState.set({ floating: null });
}

type Change = Omit<Input<'sources.update'>, 'source'>;

function change({ uid }: SourceEntry, what: Change): Promise<unknown> {
  return act('sources.update', { source: uid, ...what });
}

interface PartProps {
  readonly source: SourceEntry;
}

/** Stored when it is left; an empty name takes the old one back. */
function Name({ source }: PartProps) {
  const { say } = useWords();
  const storing = useStoring('sources.update');
  const store = async (name: string): Promise<boolean> =>
    storing.store(() => engine.call('sources.update', { source: source.uid, name }));
  return (
    <DraftField
      about={draftOf.source(source.uid, 'name')}
      label={say('about.name')}
      stored={source.name}
      required
      store={store}
      onChange={() => storing.refuse(null)}
      refusal={storing.refused}
      autoFocus
    />
  );
}

/** The one case of a text; where it has several they are told, and changed in the place of cases. */
function Case({ source }: PartProps) {
  const { say } = useWords();
  const [own = '', ...others] = source.cases;
  const store = async (name: string): Promise<boolean> =>
    fold(name) === fold(own) ||
    (await change(source, name === '' ? { cases: [] } : { newCase: name })) !== null;
  const draft = useDraft({ about: draftOf.source(source.uid, 'case'), stored: own, required: false, store });
  if (others.length > 0)
    return (
      <div className="field-group">
        <span className="label">{say('importing.cases')}</span>
        <p>{source.cases.join(say('rule.list'))}</p>
      </div>
    );
  return (
    <div>
      <CaseField value={draft.value} onChange={draft.change} onLeave={draft.leave} />
      <FoundWords draft={draft} />
    </div>
  );
}

function Speakers({ source: { speakers, labelPattern } }: PartProps) {
  const { say, language } = useWords();
  if (speakers.length === 0) return null;
  return (
    <section>
      <h3 className="label">{say('importing.speakers')}</h3>
      <ul className="import-speakers">
        {speakers.map(({ uid, name, turns, role }) => (
          <li key={uid} className="hstack">
            <span className="cut med">{name}</span>
            <span className="count">{say('importing.turn-count', { n: turns })}</span>
            <ToggleButton
              className={role === 'interviewer' ? 'chip on right' : 'chip right'}
              aria-label={say('importing.asks-name', { name })}
              isSelected={role === 'interviewer'}
              onChange={(asks) =>
                void act('speakers.update', { speaker: uid, role: asks ? 'interviewer' : 'respondent' })
              }
            >
              {say('importing.asks')}
            </ToggleButton>
          </li>
        ))}
      </ul>
      {labelPattern === null ? null : (
        <p className="small q">{say('texts.labels-as', { pattern: patternIn(language, labelPattern) })}</p>
      )}
    </section>
  );
}

function Attributes({ source }: PartProps) {
  const attributes = useCall('attributes.list', {}).value?.attributes ?? [];
  const ofSources = attributes.filter(({ owner }) => owner === 'source');
  const { say } = useWords();
  const [isMaking, setMaking] = useState(false);
  return (
    <section className="source-attributes" aria-label={say('cases.attributes')}>
      <div className="import-two">
        {ofSources.map((attribute) => (
          <AttributeValue
            key={attribute.uid}
            attribute={attribute}
            value={source.attributes[attribute.name] ?? ''}
            about={draftOf.source(source.uid, `attribute/${attribute.uid}`)}
            onStore={(value) =>
              engine.call('sources.update', {
                source: source.uid,
                attributes: [{ name: attribute.name, value }],
              })
            }
          />
        ))}
      </div>
      <Button kind="plain" icon={Plus} onPress={() => setMaking(true)}>
        {say('cases.new-attribute')}
      </Button>
      {isMaking ? <NewAttribute owner="source" onClose={() => setMaking(false)} /> : null}
    </section>
  );
}
