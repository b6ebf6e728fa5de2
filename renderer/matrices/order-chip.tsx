// The chip of the question for the order in which rows and columns stand.
import { ArrowDownWideNarrow } from 'lucide-react';
import type { MatrixAnswer, MatrixOrder } from '../../shared/contract/matrices.ts';
import { parseDimension } from '../../shared/matrices/dimensions.ts';
import { headingText } from '../../shared/matrices/headings.ts';
import { useCall } from '../engine.ts';
import { useStore } from '../store.ts';
import { Keys } from '../ui/keys.tsx';
import { windowState } from '../window-state.ts';
import { useWords } from '../words.ts';
import { Chip, Choices } from './chip.tsx';
import { orderOf, withOrder, type AxisName, type MatrixInput } from './question.ts';
import { askInOrder } from './table-state.ts';

export function OrderChip({ question }: { readonly question: MatrixInput }) {
  const { say } = useWords();
  const table = useCall('matrices.table', question).value;
  const rows = useOrders(question, 'rows', table);
  const columns = useOrders(question, 'columns', table);
  const axes = question.columns.length === 0 ? [rows] : [rows, columns];
  const told = axes.filter(({ axis }) => axis === 'rows' || orderOf(question, axis) !== null);
  return (
    <Chip
      name={say('tables.order')}
      value={told.map(({ text }) => text).join(say('rule.list'))}
      icon={ArrowDownWideNarrow}
    >
      {() => (
        <>
          <div className="two-lists">
            {axes.map(({ axis, options, chosen }) => (
              <Choices
                key={axis}
                label={say(`tables.${axis}`)}
                title={say(`tables.${axis}`)}
                choices={options}
                chosen={[chosen]}
                autoFocus={axis === 'rows'}
                onChange={([id]) => {
                  const option = options.find((each) => each.id === id);
                  if (option) askInOrder(withOrder(question, axis, option.order));
                }}
              />
            ))}
          </div>
          <p className="chip-help small q2">
            {say('tables.order-help')} <Keys keys={['Alt', '↑', '↓']} /> {say('tables.order-keys')}
          </p>
        </>
      )}
    </Chip>
  );
}

interface OrderOption {
  readonly id: string;
  readonly text: string;
  readonly order: MatrixOrder | null;
}

interface Orders {
  readonly axis: AxisName;
  readonly options: readonly OrderOption[];
  /** Its id. */
  readonly chosen: string;
  readonly text: string;
}

/** The orders that an axis can have. */
function useOrders(question: MatrixInput, axis: AxisName, table: MatrixAnswer | undefined): Orders {
  const { say, language } = useWords();
  const attributes = useCall('attributes.list', {}).value?.attributes ?? [];
  const cell = useStore(windowState, (state) => state.cell);
  const other = axis === 'rows' ? 'columns' : 'rows';
  const entries = table?.[other] ?? [];
  const kinds = new Set<string>(question[axis].map((name) => parseDimension(name).kind));
  const textOf = (order: MatrixOrder | null): string => {
    if (order === null) return say(kinds.has('code') ? 'tables.order-codebook' : 'tables.order-project');
    if (order.by === 'hand' || order.by === 'similarity') return say(`tables.order-${order.by}`);
    const way = order.descending ? 'down' : 'up';
    if (order.by === 'attribute') return say(`tables.order-attribute-${way}`, { name: order.attribute });
    if (order.by === 'name') return say(`tables.order-name-${way}`);
    if (order.by === 'total') return say(`tables.order-${question.change ? 'change' : 'total'}-${way}`);
    if (order.at === null) return say(`tables.order-ratings-${way}`);
    const key = JSON.stringify(order.at);
    const entry = entries.find(({ ids }) => JSON.stringify(ids) === key);
    const name = entry ? headingText(language, question[other], entry) : order.at.join(' / ');
    return say(`tables.order-${order.by}-${way}`, { name });
  };
  const current = orderOf(question, axis);
  const across = axis === 'rows' ? cell?.column : cell?.row;
  const orders = ordersOf({
    current,
    standing: (table?.[axis] ?? []).map(({ ids }) => [...ids]),
    at: across ?? null,
    isRated: question.matrix !== undefined,
    attributes: attributes.filter(({ owner }) => kinds.has(owner)).map(({ name }) => name),
  });
  const options = orders.map((order) => ({ id: JSON.stringify(order), text: textOf(order), order }));
  return { axis, options, chosen: JSON.stringify(current), text: textOf(current) };
}

interface Offered {
  readonly current: MatrixOrder | null;
  /** Ids of the headings as they stand. */
  readonly standing: string[][];
  /** The heading across at the chosen cell. */
  readonly at: readonly string[] | null;
  /** The cells take ratings. */
  readonly isRated: boolean;
  readonly attributes: readonly string[];
}

function ordersOf({ current, standing, at, isRated, attributes }: Offered): readonly (MatrixOrder | null)[] {
  const up = [false, true];
  const down = [true, false];
  const byCell = at === null || at.length === 0 ? [] : [[...at]];
  const rated: (string[] | null)[] = isRated ? [null, ...byCell] : [];
  const offered: MatrixOrder[] = [
    ...byCell.flatMap((heading) =>
      down.map((descending): MatrixOrder => ({ by: 'value', at: heading, descending })),
    ),
    ...rated.flatMap((heading) =>
      down.map((descending): MatrixOrder => ({ by: 'rating', at: heading, descending })),
    ),
  ];
  const isOffered = offered.some((each) => JSON.stringify(each) === JSON.stringify(current));
  return [
    null,
    ...up.map((descending): MatrixOrder => ({ by: 'name', descending })),
    ...down.map((descending): MatrixOrder => ({ by: 'total', descending })),
    ...((current?.by === 'value' || current?.by === 'rating') && !isOffered ? [current] : []),
    ...offered,
    { by: 'similarity' },
    current?.by === 'hand' ? current : { by: 'hand', ids: standing },
    ...attributes.flatMap((attribute) =>
      up.map((descending): MatrixOrder => ({ by: 'attribute', attribute, descending })),
    ),
  ];
}
