// Chips of the question for what is compared over time, and for the order of the rows.
import { ArrowDownWideNarrow, GitCompareArrows } from 'lucide-react';
import { useCall } from '../engine.ts';
import { useWords } from '../words.ts';
import { Chip, Choices } from './chip.tsx';
import { withChange, withOrder, type MatrixInput } from './question.ts';
import { ask } from './table-state.ts';

const none = '-';

/** Nothing where the study has fewer than two phases. */
export function ChangeChip({ question }: { readonly question: MatrixInput }) {
  const { say } = useWords();
  const phases = useCall('phases.list', {}).value?.phases ?? [];
  const [first] = phases;
  const last = phases.at(-1);
  if (!first || !last || first === last) return null;
  const change = question.change ?? null;
  const named = (id: string): string => phases.find(({ uid }) => uid === id)?.name ?? id;
  const choices = phases.map(({ uid, name }) => ({ id: uid, text: name }));
  const choose = (side: 'from' | 'to', id: string | undefined): void => {
    if (id === none || id === undefined) return ask(withChange(question, null));
    const between = change ?? { dimension: 'phase' as const, from: first.uid, to: last.uid };
    const other = side === 'from' ? between.to : between.from;
    const others = phases.filter(({ uid }) => uid !== id);
    const kept = other === id ? (others.at(side === 'from' ? -1 : 0)?.uid ?? other) : other;
    const next = side === 'from' ? { from: id, to: kept } : { from: kept, to: id };
    ask(withChange(question, { ...between, ...next }));
  };
  return (
    <Chip
      name={say('tables.change')}
      value={
        change === null
          ? say('tables.no-change')
          : say('tables.change-of', { from: named(change.from), to: named(change.to) })
      }
      icon={GitCompareArrows}
    >
      {() => (
        <div className="two-lists">
          <Choices
            label={say('tables.change-from')}
            title={say('tables.change-from')}
            choices={[{ id: none, text: say('tables.no-change') }, ...choices]}
            chosen={[change?.from ?? none]}
            autoFocus
            onChange={([id]) => choose('from', id)}
          />
          <Choices
            label={say('tables.change-to')}
            title={say('tables.change-to')}
            choices={choices}
            chosen={change === null ? [] : [change.to]}
            onChange={([id]) => choose('to', id)}
          />
        </div>
      )}
    </Chip>
  );
}

const orders = ['project', 'name', 'total', 'similarity'] as const;

export function OrderChip({ question }: { readonly question: MatrixInput }) {
  const { say } = useWords();
  const current = question.rowOrder?.by ?? 'project';
  const totalText = say(question.change ? 'tables.order-change' : 'tables.order-total');
  const text = (by: (typeof orders)[number]): string =>
    by === 'total' ? totalText : say(`tables.order-${by}`);
  const shown = orders.find((each) => each === current);
  return (
    <Chip
      name={say('tables.order')}
      value={shown === undefined ? say('tables.order-value') : text(shown)}
      icon={ArrowDownWideNarrow}
    >
      {(close) => (
        <Choices
          label={say('tables.order')}
          choices={orders.map((id) => ({ id, text: text(id) }))}
          chosen={shown === undefined ? [] : [shown]}
          autoFocus
          onChange={([id]) => {
            close();
            const by = orders.find((each) => each === id);
            if (by === undefined || by === 'project') ask(withOrder(question, null));
            else if (by === 'similarity') ask(withOrder(question, { by }));
            else ask(withOrder(question, { by, descending: by === 'total' }));
          }}
        />
      )}
    </Chip>
  );
}
