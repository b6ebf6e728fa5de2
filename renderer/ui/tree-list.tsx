// A tree of rows of one height, of which only those in sight are drawn: two thousand are there as soon as ten.
import { ChevronDown, ChevronRight } from 'lucide-react';
import { memo, useId, useRef, useState, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react';
import { hasCommandKey } from './keys.tsx';
import { stepFor, typeAhead } from './list-keys.ts';
import { useInSight } from './use-in-sight.ts';

/** A row that no folded one hides. */
export interface TreeRow {
  readonly id: string;
  /** As it is read out, and found by its first letters. */
  readonly text: string;
  /** 1 at the top. */
  readonly level: number;
  /** Whether the rows beneath it are shown; null where it has none. */
  readonly isOpen: boolean | null;
}

interface TreeListProps<Row extends TreeRow> {
  readonly label: string;
  readonly className: string;
  /** In px, as the styles draw it. */
  readonly rowHeight: number;
  readonly rows: readonly Row[];
  readonly draw: (row: Row, isSelected: boolean) => ReactNode;
  readonly onFold: (row: Row) => void;
  /** Enter or a click, where there is nothing to select. */
  readonly onAct?: (row: Row) => void;
  /** One row is selected by a click or an arrow, several with Shift or Ctrl. */
  readonly selection?: {
    readonly ids: ReadonlySet<string>;
    readonly onChange: (rows: readonly Row[]) => void;
  };
  /** Stands where there are no rows. */
  readonly empty: ReactNode;
}

export function TreeList<Row extends TreeRow>(props: TreeListProps<Row>) {
  const { label, className, rowHeight, rows, draw, selection, empty } = props;
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const { first, end, bring } = useInSight(scroller, rows.length, rowHeight);
  const { at, onKeyDown, onClick } = useActs(props, bring);
  return (
    <div
      ref={scroller}
      role="treegrid"
      className={`scroll tree-list ${className}`}
      aria-label={label}
      aria-rowcount={rows.length}
      aria-multiselectable={selection ? true : undefined}
      aria-activedescendant={at >= first && at < end ? `${id}-${at}` : undefined}
      tabIndex={0}
      onFocus={({ currentTarget }) => {
        // A press must find its row where it was.
        if (currentTarget.matches(':focus-visible')) bring(at);
      }}
      {...{ onKeyDown, onClick }}
    >
      <div
        role="presentation"
        style={{ paddingTop: first * rowHeight, paddingBottom: (rows.length - end) * rowHeight }}
      >
        {rows.slice(first, end).map((row, n) => (
          <Item
            key={row.id}
            id={`${id}-${first + n}`}
            place={first + n}
            isActive={first + n === at}
            isSelected={selection?.ids.has(row.id)}
            {...{ row, draw }}
          />
        ))}
        {rows.length === 0 ? (
          <div role="row">
            <div role="gridcell">{empty}</div>
          </div>
        ) : null}
      </div>
    </div>
  );
}

/** The row that the keys are at, and what keys and clicks do. */
function useActs<Row extends TreeRow>(props: TreeListProps<Row>, bring: (row: number) => void) {
  const { rows, onFold, onAct, selection } = props;
  const [known, setActive] = useState<string | null>(null);
  // The other end of what Shift selects.
  const anchor = useRef<string | null>(null);
  const placeOf = (id: string | null): number => (id === null ? -1 : rows.findIndex((row) => row.id === id));
  const wasAt = placeOf(known);
  const at = Math.max(0, wasAt === -1 ? rows.findIndex(({ id }) => selection?.ids.has(id)) : wasAt);
  const select = (to: number, how: How): void => {
    const row = rows[to];
    if (!row || !selection) return;
    if (how.shiftKey) {
      const from = Math.max(0, placeOf(anchor.current ?? rows[at]?.id ?? null));
      return selection.onChange(rows.slice(Math.min(from, to), Math.max(from, to) + 1));
    }
    anchor.current = row.id;
    const isIn = (each: Row): boolean => selection.ids.has(each.id) !== (each.id === row.id);
    selection.onChange(hasCommandKey(how) ? rows.filter(isIn) : [row]);
  };
  const goTo = (to: number): void => {
    const row = rows[to];
    if (!row) return;
    setActive(row.id);
    bring(to);
  };
  const fold = (row: Row | undefined, isOpen: boolean): boolean => {
    if (row?.isOpen !== !isOpen) return false;
    onFold(row);
    return true;
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const row = rows[at];
    const to = stepFor(event.key, at, rows.length) ?? typeAhead(event, at, rows);
    if (to !== null) {
      goTo(to);
      if (to !== at && (event.shiftKey || !hasCommandKey(event))) select(to, event);
    } else if (event.key === 'ArrowRight') fold(row, true);
    else if (event.key === 'ArrowLeft') {
      if (!fold(row, false)) goTo(rows.findLastIndex(({ level }, n) => n < at && level < (row?.level ?? 0)));
    } else if (event.key === 'Enter' && onAct && row) onAct(row);
    else if (event.code === 'Space' || event.key === 'Enter') select(at, event);
    else if (event.code === 'KeyA' && hasCommandKey(event) && selection) selection.onChange(rows);
    else if (event.key === 'Escape' && selection && selection.ids.size > 1) selection.onChange([]);
    else return;
    event.preventDefault();
  };
  const onClick = (event: MouseEvent): void => {
    if (!(event.target instanceof Element)) return;
    const to = Number(event.target.closest<HTMLElement>('[data-row]')?.dataset['row'] ?? -1);
    const row = rows[to];
    if (!row) return;
    setActive(row.id);
    if (event.target.closest('.tw') && row.isOpen !== null) onFold(row);
    else if (selection) select(to, event);
    else onAct?.(row);
  };
  return { at, onKeyDown, onClick };
}

interface How {
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

interface ItemProps<Row extends TreeRow> {
  readonly id: string;
  readonly place: number;
  readonly row: Row;
  readonly isActive: boolean;
  /** Undefined where nothing can be selected. */
  readonly isSelected: boolean | undefined;
  readonly draw: (row: Row, isSelected: boolean) => ReactNode;
}

function ItemOf<Row extends TreeRow>({ id, place, row, isActive, isSelected, draw }: ItemProps<Row>) {
  return (
    <div
      id={id}
      role="row"
      className={isActive ? 'tree-item is-active' : 'tree-item'}
      data-row={place}
      aria-label={row.text}
      aria-level={row.level}
      aria-rowindex={place + 1}
      aria-expanded={row.isOpen ?? undefined}
      aria-selected={isSelected}
    >
      <div role="gridcell">{draw(row, isSelected === true)}</div>
    </div>
  );
}

const Item = memo(ItemOf) as typeof ItemOf;

/** The mark by which a row is folded; an empty place where it has none beneath. */
export function Fold({ isOpen }: Pick<TreeRow, 'isOpen'>) {
  if (isOpen === null) return <span className="tw none" />;
  const Icon = isOpen ? ChevronDown : ChevronRight;
  return (
    <span className="tw" aria-hidden>
      <Icon className="i s" />
    </span>
  );
}
