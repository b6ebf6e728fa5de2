// The sources of the project, grouped by case or phase, with how many codings each has.
import { FileText, ListFilter, Plus } from 'lucide-react';
import { memo, useMemo, useState } from 'react';
import { BulkSources } from './bulk-sources.tsx';
import { Count, type ListedSource } from './counts.tsx';
import { engine, useValue } from '../engine.ts';
import { Pane } from '../frame/pane.tsx';
import { chooseFiles } from '../import/choose-files.ts';
import { useStore } from '../store.ts';
import { IconButton } from '../ui/button.tsx';
import { Segments } from '../ui/segments.tsx';
import { Fold, TreeList, type TreeRow } from '../ui/tree-list.tsx';
import { useListState, windowState } from '../window-state.ts';
import { useWords } from '../words.ts';
import { groupSources, nameWithin, type Grouping, type SourceGroup } from './source-groups.ts';

const groupings: readonly Grouping[] = ['case', 'phase'];

interface SourceListProps {
  readonly sources: readonly ListedSource[];
}

/** Drawn anew only when the sources change, not with each coding. */
export const SourceList = memo(function SourceList({ sources }: SourceListProps) {
  const { say } = useWords();
  const [grouping, setGrouping] = useListState('sources.grouping');
  const [typed, setTyped] = useListState('sources.typed');
  const [chosen, setSeveral] = useState<readonly string[]>([]);
  // One that was removed meanwhile is none of them any more.
  const several = chosen.filter((uid) => sources.some((source) => source.uid === uid));
  return (
    <Pane side="list" label={say('texts.sources')}>
      <div className="bar">
        <h2>{say('texts.sources')}</h2>
        <span className="count">{sources.length}</span>
        <span className="grow" />
        <IconButton icon={Plus} label={say('command.import')} onPress={chooseFiles} />
      </div>
      <div className="source-tools">
        <Segments
          label={say('texts.group-by')}
          value={grouping}
          options={groupings.map((value) => ({ value, text: say(`texts.by-${value}`) }))}
          onChange={setGrouping}
        />
        <div className="field quiet">
          <ListFilter className="i s q" aria-hidden />
          <input
            aria-label={say('texts.filter-sources')}
            placeholder={say('texts.filter-sources')}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        </div>
      </div>
      <SourceTree
        sources={sources}
        grouping={grouping}
        typed={typed}
        several={several}
        onSeveral={setSeveral}
      />
      {several.length > 1 ? (
        <BulkSources key={several.join()} sources={several} onLeave={() => setSeveral([])} />
      ) : null}
      <div className="status">
        <Totals sources={sources} />
      </div>
    </Pane>
  );
});

/** How much text there is, reckoned as is usual in the language of the project. */
function Totals({ sources }: SourceListProps) {
  const { say } = useWords();
  const isChinese = useStore(windowState, ({ project }) => project?.language === 'zh');
  const unit = isChinese ? 'units' : 'words';
  const sum = sources.reduce((total, source) => total + source[unit], 0).toLocaleString('en');
  const n = sources.length;
  return (
    <span>
      {isChinese ? say('texts.totals-units', { n, units: sum }) : say('texts.totals', { n, words: sum })}
    </span>
  );
}

interface SourceTreeProps {
  readonly sources: readonly ListedSource[];
  readonly grouping: Grouping;
  readonly typed: string;
  /** uids of the sources that are chosen together; none where one is open alone. */
  readonly several: readonly string[];
  readonly onSeveral: (uids: readonly string[]) => void;
}

/** A group or, beneath it, a source. */
interface Row extends TreeRow {
  /** As it is called within its group. */
  readonly name: string;
  readonly group: SourceGroup;
  readonly source: ListedSource | null;
}

/** px of a row, as in the styles. */
const rowHeight = 28;

function SourceTree({ sources, grouping, typed, several, onSeveral }: SourceTreeProps) {
  const { say } = useWords();
  const chosen = useStore(windowState, (state) => state.source);
  const [folded, setFolded] = useListState('sources.folded');
  const rows = useRows(sources, { grouping, typed, folded });
  const ids = useMemo(() => {
    const uids = several.length > 1 ? several : [chosen];
    return new Set(rows.flatMap(({ id, source }) => (source && uids.includes(source.uid) ? [id] : [])));
  }, [rows, chosen, several]);
  const pick = (picked: readonly Row[]): void => {
    const uids = [...new Set(picked.flatMap(({ source }) => source?.uid ?? []))];
    onSeveral(uids.length > 1 ? uids : []);
    if (uids.length === 1) openSource(uids[0]);
  };
  return (
    <TreeList
      className="source-tree"
      label={say('texts.sources')}
      rowHeight={rowHeight}
      rows={rows}
      draw={drawRow}
      onFold={({ id, isOpen }) => setFolded(isOpen ? [...folded, id] : folded.filter((each) => each !== id))}
      selection={{ ids, onChange: pick }}
      empty={
        sources.length === 0 ? null : <p className="q small tree-empty">{say('texts.no-source-found')}</p>
      }
    />
  );
}

interface Shown {
  readonly grouping: Grouping;
  readonly typed: string;
  /** ids of the rows of groups. */
  readonly folded: readonly string[];
}

/** The rows in sight: the same objects as long as nothing of them changes. */
function useRows(sources: readonly ListedSource[], { grouping, typed, folded }: Shown): readonly Row[] {
  const { say } = useWords();
  const cases = useValue('cases.list', {})?.cases;
  const phases = useValue('phases.list', {})?.phases;
  return useMemo(() => {
    const order = (grouping === 'case' ? cases : phases)?.map(({ name }) => name) ?? [];
    return groupSources(sources, { grouping, order }, typed).flatMap((group): Row[] => {
      const id = `group ${group.name ?? ''}`;
      const name = group.name ?? say(`texts.no-${grouping}`);
      const head = { id, text: name, level: 1, isOpen: !folded.includes(id), name, group, source: null };
      return head.isOpen ? [head, ...group.sources.map((source) => rowOf(source, group))] : [head];
    });
  }, [sources, grouping, typed, folded, cases, phases, say]);
}

/** A source may stand in several groups. */
function rowOf(source: ListedSource, group: SourceGroup): Row {
  return {
    id: `${source.uid} ${group.name ?? ''}`,
    text: `${source.number} ${source.name}`,
    level: 2,
    isOpen: null,
    name: nameWithin(source.name, group.name),
    group,
    source,
  };
}

function drawRow({ name, group, source, isOpen }: Row, isSelected: boolean) {
  return source ? (
    <div className="row source-row" data-selected={isSelected || undefined} title={source.name}>
      <FileText className="i s" aria-hidden />
      <span className="t">{name}</span>
      <Count uid={source.uid} />
    </div>
  ) : (
    <div className="row head">
      <Fold isOpen={isOpen} />
      <span className="t">{name}</span>
      <span className="count">{group.sources.length}</span>
    </div>
  );
}

function openSource(uid: string | undefined): void {
  if (uid === undefined) return;
  for (const name of ['sources.read', 'codings.list'] as const) engine.askAhead(name, { source: uid });
  windowState.set({ source: uid, cameFrom: null });
}
