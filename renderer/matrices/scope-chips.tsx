// Which codings count, as chips that tables and reports share: the rule for borders, the coders, the filters.
import { useWords } from '../words.ts';
import { Chip, Choices } from './chip.tsx';
import type { Facts } from './facts.ts';
import { AddFilter, FilterChip } from './filter-chips.tsx';
import { filteredDimensions, type Scope } from './question.ts';

export interface ScopeProps {
  readonly scope: Scope;
  readonly onAsk: (scope: Scope) => void;
}

interface ChipsProps extends ScopeProps {
  /** A coding may cross the border of a value. */
  readonly isDivided: boolean;
  readonly facts: Facts;
  /** The filtered dimension that the engine refused. */
  readonly refused: string | null;
}

export function ScopeChips({ scope, onAsk, isDivided, facts, refused }: ChipsProps) {
  const both = { scope, onAsk };
  return (
    <>
      {isDivided ? <OverlapChip {...both} /> : null}
      {facts.coders.length > 1 ? <CodersChip {...both} coders={facts.coders} /> : null}
      {filteredDimensions(scope).map((dimension) => (
        <FilterChip key={dimension} {...both} dimension={dimension} isRefused={dimension === refused} />
      ))}
      <AddFilter {...both} />
    </>
  );
}

const overlapRules = ['split', 'largest', 'whole'] as const;

function OverlapChip({ scope, onAsk }: ScopeProps) {
  const { say } = useWords();
  return (
    <Chip name={say('tables.borders')} value={say(`tables.overlap-${scope.overlap}`)}>
      {(close) => (
        <>
          <Choices
            label={say('tables.borders')}
            choices={overlapRules.map((rule) => ({ id: rule, text: say(`tables.overlap-${rule}`) }))}
            chosen={[scope.overlap]}
            autoFocus
            onChange={([chosen]) => {
              const overlap = overlapRules.find((rule) => rule === chosen);
              if (overlap) onAsk({ ...scope, overlap });
              close();
            }}
          />
          <p className="chip-help small q2">{say(`rule.${scope.overlap}`)}</p>
        </>
      )}
    </Chip>
  );
}

interface CodersProps extends ScopeProps {
  readonly coders: readonly string[];
}

const ruleOfProject = 'project';
const everyone = 'all';

function CodersChip({ scope, onAsk, coders }: CodersProps) {
  const { say } = useWords();
  const named = scope.coders === null || scope.coders === 'all' ? [] : scope.coders;
  const chosen = scope.coders === null ? ruleOfProject : scope.coders === 'all' ? everyone : null;
  const choose = (next: Scope['coders']): void => onAsk({ ...scope, coders: next });
  const text = { [ruleOfProject]: say('tables.coder-own'), [everyone]: say('tables.coder-all') };
  return (
    <Chip
      name={say('tables.coders')}
      value={chosen === null ? named.join(say('rule.list')) : text[chosen]}
      {...(chosen === null ? { tone: 'on' as const } : {})}
    >
      {() => (
        <>
          <Choices
            label={say('tables.coders')}
            choices={[ruleOfProject, everyone].map((id) => ({ id, text: text[id as keyof typeof text] }))}
            chosen={chosen === null ? [] : [chosen]}
            autoFocus
            onChange={([id]) => choose(id === everyone ? 'all' : null)}
          />
          <Choices
            label={say('tables.coder-these')}
            title={say('tables.coder-these')}
            multiple
            choices={coders.map((name) => ({ id: name, text: name }))}
            chosen={named}
            onChange={(names) => choose(names.length === 0 ? null : [...names])}
          />
        </>
      )}
    </Chip>
  );
}
