// The chosen cell beneath its numbers: what is noted in it, and its quotes by kind.
import { useMemo, useState } from 'react';
import type { Output } from '../../../shared/contract/index.ts';
import type { MatrixAnswer, Quote } from '../../../shared/contract/matrices.ts';
import type { CellRecord } from '../../../shared/contract/saved-matrices.ts';
import { Button } from '../../ui/button.tsx';
import { Keys } from '../../ui/keys.tsx';
import { useWords } from '../../words.ts';
import { headingsOf } from '../chosen-cell.ts';
import { type Cell, type MatrixInput } from '../question.ts';
import { chooseCell } from '../table-state.ts';
import { Notes } from './notes.tsx';
import { QuoteList } from './quote-list.tsx';
import { addressOf, recordAt, useCellRecords, type CellAddress } from './records.ts';
import { quotesOf } from './summary-nodes.ts';

interface BodyProps {
  readonly question: MatrixInput;
  readonly table: MatrixAnswer;
  readonly cell: Cell;
  readonly found: Output<'matrices.cell'> | undefined;
  readonly onLeave: () => void;
}

const kinds = ['quotes', 'negative', 'memos', 'excluded'] as const;
type Kind = (typeof kinds)[number];

export function CellBody({ question, table, cell, found, onLeave }: BodyProps) {
  const { say } = useWords();
  const [kind, setKind] = useState<Kind>('quotes');
  const [wanted, setWanted] = useState<string | null>(null);
  const records = useCellRecords(question);
  const at = (axis: 'rows' | 'columns', place: number | null) =>
    place === null ? undefined : table[axis][place];
  const isInPanel = cell.panel !== undefined;
  const record = isInPanel ? undefined : recordAt(records, at('rows', cell.row), at('columns', cell.column));
  const address = addressOf(question, table, cell);
  const isPast = question.at !== undefined;
  const lists = useLists(found, record);
  const shown = lists?.[kind].length === 0 ? 'quotes' : kind;
  const toQuote = (event: React.MouseEvent): void => {
    const sign = event.target instanceof Element ? event.target.closest<HTMLElement>('.quote-sign') : null;
    if (!sign) return;
    const place = Number(sign.textContent) - 1;
    const quote = sign.dataset['quote'] ?? quotesOf(record?.summary?.paragraphs ?? [])[place];
    setKind('quotes');
    setWanted(quote ?? null);
  };
  const toTable = (event: React.KeyboardEvent): void => {
    if (event.key === 'Escape' && !event.nativeEvent.isComposing) onLeave();
  };
  return (
    <>
      {isInPanel ? (
        <OfAllPanels table={table} cell={cell} />
      ) : (
        <div onClick={toQuote} onKeyDown={toTable} className="cell-noted">
          <Notes address={address} record={record} isEmpty={found?.quotes.length === 0} isPast={isPast} />
        </div>
      )}
      <KindTabs lists={lists} shown={shown} onChoose={setKind} />
      <QuoteList
        key={shown}
        label={say(`cells.${shown}`)}
        quotes={lists?.[shown]}
        record={record}
        address={isPast ? null : address}
        wanted={wanted}
        onLeave={onLeave}
      />
      <Hints address={isPast ? null : address} isTotal={cell.row === null || cell.column === null} />
    </>
  );
}

/** Notes are kept by row and column: in a panel, the way to where they are. */
function OfAllPanels({ table, cell }: Pick<BodyProps, 'table' | 'cell'>) {
  const { say } = useWords();
  const { panel: _, ...together } = cell;
  return (
    <div className="cell-notes">
      <p className="small q2 to-save">
        <span className="grow">{say('cells.notes-of-all')}</span>
        <Button onPress={() => chooseCell(headingsOf(table, together), true)}>{say('cells.to-all')}</Button>
      </p>
    </div>
  );
}

type Lists = Readonly<Record<Kind, readonly Quote[]>>;

/** Pinned quotes stand first. */
function useLists(
  found: Output<'matrices.cell'> | undefined,
  record: CellRecord | undefined,
): Lists | undefined {
  return useMemo(() => {
    if (!found) return undefined;
    const pinned = new Set(record?.pinned);
    const isPinned = ({ id }: Quote): boolean => pinned.has(id);
    const quotes = [...found.quotes.filter(isPinned), ...found.quotes.filter((quote) => !isPinned(quote))];
    return {
      quotes,
      negative: quotes.filter(({ direction }) => direction === -1),
      memos: quotes.filter(({ memo }) => memo !== null),
      excluded: found.excluded,
    };
  }, [found, record]);
}

interface TabsProps {
  readonly lists: Lists | undefined;
  readonly shown: Kind;
  readonly onChoose: (kind: Kind) => void;
}

/** Arrow keys go from one to the next. */
function KindTabs({ lists, shown, onChoose }: TabsProps) {
  const { say } = useWords();
  const open = kinds.filter((kind) => kind === 'quotes' || (lists?.[kind].length ?? 0) > 0);
  const onKey = (event: React.KeyboardEvent<HTMLDivElement>): void => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const next = open[(open.indexOf(shown) + step + open.length) % open.length];
    if (step === 0 || next === undefined) return;
    event.preventDefault();
    onChoose(next);
    event.currentTarget.querySelectorAll<HTMLElement>('[role=tab]')[open.indexOf(next)]?.focus();
  };
  return (
    <div className="tabs" role="tablist" aria-label={say('tables.quotes')} onKeyDown={onKey}>
      {open.map((kind) => (
        <button
          key={kind}
          role="tab"
          aria-selected={kind === shown}
          tabIndex={kind === shown ? 0 : -1}
          onClick={() => onChoose(kind)}
        >
          {say(`cells.${kind}`)}
          <span className="n">{lists?.[kind].length ?? ''}</span>
        </button>
      ))}
    </div>
  );
}

function Hints({ address, isTotal }: { readonly address: CellAddress | null; readonly isTotal: boolean }) {
  const { say } = useWords();
  const hints = [
    ['↵', say('tables.hint-open')],
    ...(address === null ? [['C', say('tables.hint-copy')]] : [['P', say('cells.hint-pin')]]),
    ...(address === null || isTotal
      ? [['Esc', say('tables.hint-back')]]
      : [['X', say('cells.hint-exclude')]]),
  ] as const;
  return (
    <div className="status">
      {hints.map(([key = '', text]) => (
        <span key={key} className="hint">
          <Keys keys={[key]} />
          {text}
        </span>
      ))}
    </div>
  );
}
