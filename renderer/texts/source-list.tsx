// The sources of the project, grouped by case or phase, with how many codings each has.
import { ChevronDown, ChevronRight, FileText, ListFilter, Plus } from 'lucide-react';
import { memo, useMemo, useState } from 'react';
import {
  Button,
  ListLayout,
  Tree,
  TreeItem,
  TreeItemContent,
  Virtualizer,
  type Key,
} from 'react-aria-components';
import { BulkSources } from './bulk-sources.tsx';
import { Count, type ListedSource } from './counts.tsx';
import { engine, useValue } from '../engine.ts';
import { Pane } from '../frame/pane.tsx';
import { chooseFiles } from '../import/choose-files.ts';
import { useStore } from '../store.ts';
import { IconButton } from '../ui/button.tsx';
import { Segments } from '../ui/segments.tsx';
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

/** A group as a row of the tree; the key tells the rows apart. */
interface GroupRow {
  readonly id: string;
  readonly name: string;
  readonly sources: readonly SourceRow[];
}

interface SourceRow {
  readonly id: string;
  readonly source: ListedSource;
  /** As it is called within its group. */
  readonly name: string;
}

/** px of a row, as in the styles. */
const layout = { rowHeight: 28 };

function SourceTree({ sources, grouping, typed, several, onSeveral }: SourceTreeProps) {
  const { say } = useWords();
  const chosen = useStore(windowState, (state) => state.source);
  const [folded, setFolded] = useListState('sources.folded');
  const rows = useRows(sources, grouping, typed);
  const keys = useMemo(() => rows.map(({ id }) => id), [rows]);
  const expanded = useMemo(() => keys.filter((key) => !folded.includes(key)), [keys, folded]);
  const selected = useMemo(() => {
    const uids = several.length > 1 ? several : [chosen];
    return rows.flatMap((row) =>
      row.sources.flatMap(({ id, source }) => (uids.includes(source.uid) ? [id] : [])),
    );
  }, [rows, chosen, several]);
  const pick = (picked: 'all' | ReadonlySet<Key>): void => {
    const picks = picked === 'all' ? rows.flatMap((row) => row.sources.map(({ id }) => id)) : [...picked];
    const uids = [...new Set(picks.flatMap((key) => sourceOf(key) ?? []))];
    onSeveral(uids.length > 1 ? uids : []);
    if (uids.length === 1) openSource(uids[0]);
  };
  return (
    <Virtualizer layout={ListLayout} layoutOptions={layout}>
      <Tree
        className="scroll source-tree"
        aria-label={say('texts.sources')}
        items={rows}
        selectionMode="multiple"
        selectionBehavior="replace"
        selectedKeys={selected}
        expandedKeys={expanded}
        onExpandedChange={(shown) => setFolded(keys.filter((key) => !shown.has(key)))}
        onSelectionChange={pick}
        onAction={(key) => openSource(sourceOf(key) ?? undefined)}
        renderEmptyState={() =>
          sources.length === 0 ? null : <p className="q small tree-empty">{say('texts.no-source-found')}</p>
        }
      >
        {(row: GroupRow) => <GroupItem row={row} />}
      </Tree>
    </Virtualizer>
  );
}

/** The rows of the tree: the same objects as long as sources, grouping and names stand. */
function useRows(sources: readonly ListedSource[], grouping: Grouping, typed: string): readonly GroupRow[] {
  const { say } = useWords();
  const cases = useValue('cases.list', {})?.cases;
  const phases = useValue('phases.list', {})?.phases;
  return useMemo(() => {
    const order = (grouping === 'case' ? cases : phases)?.map(({ name }) => name) ?? [];
    return groupSources(sources, { grouping, order }, typed).map((group) => ({
      id: groupKey(group),
      name: group.name ?? say(`texts.no-${grouping}`),
      sources: group.sources.map((source) => ({
        id: sourceKey(group, source.uid),
        source,
        name: nameWithin(source.name, group.name),
      })),
    }));
  }, [sources, grouping, typed, cases, phases, say]);
}

function GroupItem({ row }: { readonly row: GroupRow }) {
  return (
    <TreeItem id={row.id} textValue={row.name} className="tree-item">
      <TreeItemContent>
        {({ isExpanded }) => (
          <div className="row head">
            <Button slot="chevron" className="tw">
              {isExpanded ? (
                <ChevronDown className="i s" aria-hidden />
              ) : (
                <ChevronRight className="i s" aria-hidden />
              )}
            </Button>
            <span className="t">{row.name}</span>
            <span className="count">{row.sources.length}</span>
          </div>
        )}
      </TreeItemContent>
      {row.sources.map((each) => (
        <SourceItem key={each.id} row={each} />
      ))}
    </TreeItem>
  );
}

function SourceItem({ row: { id, source, name } }: { readonly row: SourceRow }) {
  return (
    <TreeItem id={id} textValue={`${source.number} ${source.name}`} className="tree-item">
      <TreeItemContent>
        {({ isSelected }) => (
          <div className="row source-row" data-selected={isSelected || undefined} title={source.name}>
            <FileText className="i s" aria-hidden />
            <span className="t">{name}</span>
            <Count uid={source.uid} />
          </div>
        )}
      </TreeItemContent>
    </TreeItem>
  );
}

function groupKey({ name }: SourceGroup): string {
  return `group ${name ?? ''}`;
}

/** A source may stand in several groups. */
function sourceKey(group: SourceGroup, uid: string): string {
  return `${uid} ${groupKey(group)}`;
}

/** uid of the source in this row; null for a group. */
function sourceOf(key: Key): string | null {
  const [uid = ''] = String(key).split(' ');
  return uid === 'group' ? null : uid;
}

function openSource(uid: string | undefined): void {
  if (uid === undefined) return;
  for (const name of ['sources.read', 'codings.list'] as const) engine.askAhead(name, { source: uid });
  windowState.set({ source: uid, cameFrom: null });
}
