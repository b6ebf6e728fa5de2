// The filters of a question: one chip per dimension with the values that pass, and a chip that adds another.
import { Funnel, Plus, Search } from 'lucide-react';
import { useState } from 'react';
import { answersTo } from '../find-by-name.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { useWords } from '../words.ts';
import { Chip, Choices } from './chip.tsx';
import { dimensionTitle, useDimensions, useDimensionValues } from './facts.ts';
import { filteredDimensions, filterValues, withFilter } from './question.ts';
import type { ScopeProps } from './scope-chips.tsx';

/** More values than this can be searched by name. */
const searchFrom = 9;

interface FilterChipProps extends ScopeProps {
  readonly dimension: string;
  readonly isRefused: boolean;
}

export function FilterChip({ scope, onAsk, dimension, isRefused }: FilterChipProps) {
  const { say, language } = useWords();
  const values = useDimensionValues(dimension);
  const chosen = filterValues(scope, dimension);
  const names = chosen.map((id) =>
    id === noValue ? say('value.none') : (values?.find((each) => each.id === id)?.text ?? id),
  );
  return (
    <Chip
      name={dimensionTitle(language, dimension)}
      value={names.join(say('rule.list'))}
      icon={Funnel}
      tone={isRefused ? 'bad' : 'on'}
    >
      {(close) => (
        <>
          <FilterValues {...{ scope, onAsk, dimension }} />
          <div className="chip-foot">
            <Button
              kind="plain"
              onPress={() => {
                close();
                onAsk(withFilter(scope, dimension, []));
              }}
            >
              {say('tables.remove-filter')}
            </Button>
          </div>
        </>
      )}
    </Chip>
  );
}

export function AddFilter({ scope, onAsk }: ScopeProps) {
  const { say } = useWords();
  const dimensions = useDimensions();
  const [dimension, setDimension] = useState<string | null>(null);
  const taken = filteredDimensions(scope);
  const free = dimensions.filter(({ name }) => !taken.includes(name) && !name.startsWith('code:'));
  return (
    <Chip name={say('tables.filter')} icon={Plus} tone="add" onClose={() => setDimension(null)}>
      {() =>
        dimension === null ? (
          <Choices
            label={say('tables.filter-by')}
            title={say('tables.filter-by')}
            choices={free.map(({ name, text }) => ({ id: name, text }))}
            chosen={[]}
            autoFocus
            onChange={([chosen]) => setDimension(chosen ?? null)}
          />
        ) : (
          <FilterValues {...{ scope, onAsk, dimension }} />
        )
      }
    </Chip>
  );
}

/** What has no value of the dimension passes too, under this name. */
const noValue = 'none';

interface ValuesProps extends ScopeProps {
  readonly dimension: string;
}

function FilterValues({ scope, onAsk, dimension }: ValuesProps) {
  const { say, language } = useWords();
  const values = useDimensionValues(dimension);
  const [typed, setTyped] = useState('');
  const chosen = filterValues(scope, dimension);
  if (values === undefined) return <p className="chip-help small q">{say('screen.loading')}</p>;
  if (values.length === 0) return <p className="chip-help small q2">{say('tables.no-values')}</p>;
  const all = [
    ...values.map(({ id, text, references }) => ({ id, text, note: String(references) })),
    { id: noValue, text: say('value.none') },
  ];
  const found = typed.trim() === '' ? all : all.filter(({ text }) => answersTo([text], typed));
  const label = dimensionTitle(language, dimension);
  return (
    <>
      {values.length < searchFrom ? null : (
        <div className="chip-field">
          <Field
            label={say('tables.find-value')}
            bare
            icon={Search}
            placeholder={say('tables.find-value')}
            value={typed}
            onChange={setTyped}
            autoFocus
          />
        </div>
      )}
      <Choices
        label={label}
        title={label}
        multiple
        choices={found}
        chosen={chosen}
        autoFocus={values.length < searchFrom}
        onChange={(now) => {
          const hidden = chosen.filter((id) => !found.some((each) => each.id === id));
          onAsk(withFilter(scope, dimension, [...hidden, ...now]));
        }}
      />
    </>
  );
}
