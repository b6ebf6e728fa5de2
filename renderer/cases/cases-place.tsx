// The cases: the units of comparison, their attributes, and the texts and speakers that belong to them.
import { Files as FilesIcon, Plus, UsersRound } from 'lucide-react';
import { useMemo } from 'react';
import { ListBox, ListBoxItem, ListLayout, Virtualizer } from 'react-aria-components';
import type { CaseEntry } from '../../shared/contract/coding.ts';
import { act } from '../acts.ts';
import { useCall } from '../engine.ts';
import { Pane } from '../frame/pane.tsx';
import { useStore } from '../store.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { windowState } from '../window-state.ts';
import { useWords } from '../words.ts';
import { CasePage } from './case-page.tsx';
import { NewCase } from './new-case.tsx';
import './cases.css';

export function CasesPlace() {
  const { say } = useWords();
  const cases = useCall('cases.list', {}).value?.cases;
  const chosen = useStore(windowState, (state) => state.case);
  const isAdding = useStore(windowState, ({ floating }) => floating === 'new-case');
  const setAdding = (isOn: boolean): void => windowState.set({ floating: isOn ? 'new-case' : null });
  const current = cases?.find((each) => each.uid === chosen) ?? null;
  if (!cases) return <div className="room" />;
  return (
    <div className="room two cases-room">
      <Pane side="list" label={say('cases.title')}>
        <div className="bar">
          <h2>{say('cases.title')}</h2>
          <span className="count">{say('cases.count', { n: cases.length })}</span>
          <span className="grow" />
          <IconButton icon={Plus} label={say('cases.new')} onPress={() => setAdding(true)} />
        </div>
        <CaseList cases={cases} chosen={current?.uid ?? null} />
        <ForOthers hasCases={cases.length > 0} />
      </Pane>
      <main className="desk" aria-label={current?.name ?? say('cases.title')}>
        {current ? (
          <CasePage key={current.uid} entry={current} />
        ) : (
          <NoCase isEmpty={cases.length === 0} onNew={() => setAdding(true)} />
        )}
      </main>
      {isAdding ? <NewCase onClose={() => setAdding(false)} /> : null}
    </div>
  );
}

/** px of a row, as in the styles. */
const layout = { rowHeight: 28 };

interface CaseListProps {
  readonly cases: readonly CaseEntry[];
  readonly chosen: string | null;
}

function CaseList({ cases, chosen }: CaseListProps) {
  const { say } = useWords();
  const items = useMemo(() => cases.map((each) => ({ ...each, id: each.uid })), [cases]);
  return (
    <Virtualizer layout={ListLayout} layoutOptions={layout}>
      <ListBox
        className="scroll tree"
        aria-label={say('cases.title')}
        items={items}
        selectionMode="single"
        selectionBehavior="replace"
        disallowEmptySelection
        selectedKeys={chosen === null ? [] : [chosen]}
        onSelectionChange={(keys) => {
          const [key] = keys === 'all' ? [] : keys;
          if (key !== undefined) windowState.set({ case: String(key) });
        }}
      >
        {(each) => (
          <ListBoxItem className="row" textValue={each.name}>
            <div className="row-inside">
              <span className="t cut">{each.name}</span>
              <span className="count">{say('cases.texts-count', { n: each.sources.length })}</span>
            </div>
          </ListBoxItem>
        )}
      </ListBox>
    </Virtualizer>
  );
}

interface NoCaseProps {
  readonly isEmpty: boolean;
  readonly onNew: () => void;
}

function NoCase({ isEmpty, onNew }: NoCaseProps) {
  const { say } = useWords();
  const without = useWithoutCase();
  return (
    <div className="empty-place">
      <UsersRound className="i xl" aria-hidden />
      <p>{say(isEmpty ? 'cases.empty' : 'cases.choose')}</p>
      {isEmpty && without > 0 ? (
        <Button kind="first" large icon={FilesIcon} autoFocus onPress={makeForSources}>
          {say('cases.for-sources')}
        </Button>
      ) : null}
      {isEmpty ? (
        <Button
          {...(without > 0 ? {} : { kind: 'first', autoFocus: true })}
          large
          icon={Plus}
          onPress={onNew}
        >
          {say('cases.new')}
        </Button>
      ) : null}
    </div>
  );
}

/** Texts that belong to no case yet, at the foot of the list. */
function ForOthers({ hasCases }: { readonly hasCases: boolean }) {
  const { say } = useWords();
  const without = useWithoutCase();
  if (!hasCases || without === 0) return null;
  return (
    <div className="cases-without rule">
      <p className="small q2">{say('cases.without', { n: without })}</p>
      <Button onPress={makeForSources}>{say('cases.for-others')}</Button>
    </div>
  );
}

function useWithoutCase(): number {
  const sources = useCall('sources.list', {}).value?.sources ?? [];
  return sources.filter(({ inNoCase }) => inNoCase).length;
}

function makeForSources(): void {
  void act('cases.forSources', {});
}
