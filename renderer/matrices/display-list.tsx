// The left pane: the ready displays; choosing one asks its question.
import { Header, ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components';
import { useCall } from '../engine.ts';
import { Pane } from '../frame/pane.tsx';
import { useStore } from '../store.ts';
import { windowState } from '../window-state.ts';
import { useWords, type Words } from '../words.ts';
import { frameworkDisplays, readyDisplays, type Display } from './displays.ts';
import { useAxisCodes, type Facts } from './facts.ts';
import { sameTable, type MatrixInput } from './question.ts';
import { ask } from './table-state.ts';

interface DisplayGroups {
  readonly ready: readonly Display[];
  readonly framework: readonly Display[];
}

export function useDisplays(facts: Facts): DisplayGroups {
  const { codes } = useAxisCodes();
  const framework = useStore(windowState, (state) => state.project?.framework ?? null);
  const phases = useCall('phases.list', {}).value?.phases ?? [];
  const listed = useCall('attributes.list', {}).value?.attributes ?? [];
  const attributes = listed.filter(({ owner }) => owner === 'source').map(({ name }) => name);
  const material = { facts, codes, phases, attributes, framework };
  return { ready: readyDisplays(material), framework: frameworkDisplays(material) };
}

/** The display that asks this question, or null. */
export function displayOf({ ready, framework }: DisplayGroups, question: MatrixInput): Display | null {
  return [...ready, ...framework].find((display) => sameTable(display.question, question)) ?? null;
}

export function displayName({ language, say }: Words, { name }: Display): string {
  return 'words' in name ? say(name.words) : name.text[language];
}

export function DisplayList({ groups }: { readonly groups: DisplayGroups }) {
  const words = useWords();
  const { say } = words;
  const question = useStore(windowState, (state) => state.question);
  const chosen = displayOf(groups, question);
  const all = [...groups.ready, ...groups.framework];
  return (
    <Pane side="list" label={say('tables.displays')}>
      <div className="bar">
        <h2>{say('tables.displays')}</h2>
      </div>
      <ListBox
        className="scroll displays"
        aria-label={say('tables.displays')}
        selectionMode="single"
        selectedKeys={chosen ? [chosen.id] : []}
        onSelectionChange={(keys) => {
          const display = all.find(({ id }) => keys !== 'all' && keys.has(id));
          if (display) ask(display.question);
        }}
      >
        <DisplaySection title={say('tables.ready')} displays={groups.ready} words={words} />
        {groups.framework.length === 0 ? null : (
          <DisplaySection title={say('tables.of-framework')} displays={groups.framework} words={words} />
        )}
      </ListBox>
      <div className="status">
        <span>{say('tables.every-number')}</span>
      </div>
    </Pane>
  );
}

interface SectionProps {
  readonly title: string;
  readonly displays: readonly Display[];
  readonly words: Words;
}

function DisplaySection({ title, displays, words }: SectionProps) {
  return (
    <ListBoxSection>
      <Header className="sec">{title}</Header>
      {displays.map((display) => {
        const { id, icon: Icon } = display;
        const name = displayName(words, display);
        return (
          <ListBoxItem key={id} id={id} textValue={name} className="row">
            <Icon className="i s" aria-hidden />
            <span className="t" title={name}>
              {name}
            </span>
          </ListBoxItem>
        );
      })}
    </ListBoxSection>
  );
}
