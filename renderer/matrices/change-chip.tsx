// The chip of the question for what is compared over time.
import { GitCompareArrows } from 'lucide-react';
import { useCall } from '../engine.ts';
import { useWords } from '../words.ts';
import { Chip, Choices } from './chip.tsx';
import { withChange, type MatrixInput } from './question.ts';
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
