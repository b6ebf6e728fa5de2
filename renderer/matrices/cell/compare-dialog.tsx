// Two cells side by side: their numbers, what is noted in them, their quotes.
import type { MatrixAnswer } from '../../../shared/contract/matrices.ts';
import { useCall } from '../../engine.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useWords } from '../../words.ts';
import { cellTitle, Numbers } from './numbers.tsx';
import { cellIn } from '../chosen-cell.ts';
import type { ChosenCell, MatrixInput } from '../question.ts';
import { QuoteItem } from '../quote-item.tsx';
import { tableState } from '../table-state.ts';
import { RatingShown } from './rating.tsx';
import { recordAt, useCellRecords } from './records.ts';
import { SummaryText } from './summary-text.tsx';

interface CompareProps {
  readonly question: MatrixInput;
  readonly table: MatrixAnswer;
  readonly cells: readonly [ChosenCell, ChosenCell];
}

export function CompareDialog({ question, table, cells }: CompareProps) {
  const { say } = useWords();
  const close = (): void => tableState.set({ compared: null });
  return (
    <Dialog
      title={say('cells.comparison')}
      width={1080}
      onClose={close}
      footer={
        <>
          <span className="grow" />
          <Button onPress={close}>{say('screen.close')}</Button>
        </>
      }
    >
      <div className="compare matrices">
        {cells.map((chosen) => (
          <Side key={JSON.stringify(chosen)} question={question} table={table} chosen={chosen} />
        ))}
      </div>
    </Dialog>
  );
}

/** As many quotes of each cell are shown. */
const most = 200;

function Side({ question, table, chosen }: Omit<CompareProps, 'cells'> & { readonly chosen: ChosenCell }) {
  const { say, language } = useWords();
  const found = useCall('matrices.cell', { question, ...chosen }).value;
  const records = useCellRecords(question);
  const cell = cellIn(table, chosen);
  if (cell === null) return <p className="compare-side q2">{say('tables.cell-gone')}</p>;
  const at = (axis: 'rows' | 'columns', place: number | null) =>
    place === null ? undefined : table[axis][place];
  const record =
    cell.panel === undefined
      ? recordAt(records, at('rows', cell.row), at('columns', cell.column))
      : undefined;
  const title = cellTitle(language, table, cell).join(' × ') || say('tables.all');
  const pinned = new Set(record?.pinned);
  const quotes = found?.quotes ?? [];
  const ordered = [
    ...quotes.filter(({ id }) => pinned.has(id)),
    ...quotes.filter(({ id }) => !pinned.has(id)),
  ];
  return (
    <section className="compare-side evidence" aria-label={title}>
      <h3>{title}</h3>
      <Numbers question={question} table={table} chosen={chosen} cell={cell} quotes={found?.quotes} />
      <div className="cell-notes">
        {record?.summary ? (
          <SummaryText paragraphs={record.summary.paragraphs} />
        ) : (
          <p className="small q">{say('cells.no-summary')}</p>
        )}
        {record?.empty == null ? null : <p className="small q2">{say(`cells.empty-${record.empty}`)}</p>}
        {record?.rating == null ? null : <RatingShown rating={record.rating} />}
        {record?.ratingReason == null ? null : <p className="small q2">{record.ratingReason}</p>}
      </div>
      <ul className="scroll" aria-label={say('tables.quotes')}>
        {ordered.slice(0, most).map((quote, place) => (
          <QuoteItem
            key={quote.id}
            quote={quote}
            isCurrent={place === 0}
            onFocus={() => {}}
            noted={{ isPinned: pinned.has(quote.id), excluded: null, number: null }}
          />
        ))}
      </ul>
    </section>
  );
}
