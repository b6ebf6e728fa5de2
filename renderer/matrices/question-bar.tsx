// The question of a table as chips: rows, columns, what is counted, in which order, and which codings count.
import { frequenciesBy } from '../../shared/matrices/frequencies-question.ts';
import { useState } from 'react';
import { measureName } from '../../shared/matrices/rule.ts';
import { parseNearness } from '../../shared/matrices/cooccurrence.ts';
import { isUnitMeasure } from '../../shared/matrices/dimensions.ts';
import type { WordKey } from '../../shared/words/say.ts';
import { Field } from '../ui/field.tsx';
import { useWords } from '../words.ts';
import { ChangeChip } from './change-chip.tsx';
import { Chip, Choices } from './chip.tsx';
import { OrderChip } from './order-chip.tsx';
import { dimensionTitle, useDimensions, type Facts } from './facts.ts';
import {
  dividesText,
  inTime,
  isOfPairs,
  measuresFor,
  nearnessKinds,
  scopeOf,
  withAxis,
  withMeasure,
  withNearness,
  withPanels,
  type MatrixInput,
} from './question.ts';
import { ScopeChips } from './scope-chips.tsx';
import { ask } from './table-state.ts';

interface BarProps {
  readonly question: MatrixInput;
  readonly facts: Facts;
  /** The filtered dimension that the engine refused. */
  readonly refused: string | null;
}

export function QuestionBar({ question, facts, refused }: BarProps) {
  const { say } = useWords();
  return (
    <div className="question" role="group" aria-label={say('tables.question')}>
      <AxisChip question={question} axis="rows" />
      <AxisChip question={question} axis="columns" />
      <PanelsChip question={question} />
      <ChangeChip question={question} />
      <MeasureChip question={question} />
      {isOfPairs(question) ? <NearnessChip question={question} /> : null}
      {frequenciesBy(question) === null || question.rowOrder ? <OrderChip question={question} /> : null}
      <ScopeChips
        scope={scopeOf(question)}
        onAsk={(scope) => ask({ ...question, ...scope })}
        isDivided={dividesText(question)}
        {...{ facts, refused }}
      />
    </div>
  );
}

const none = '-';

function AxisChip({ question, axis }: { readonly question: MatrixInput; readonly axis: 'rows' | 'columns' }) {
  const { say, language } = useWords();
  const dimensions = useDimensions();
  const asked = question[axis];
  const [first = none, second = none] = asked;
  const opposite = axis === 'rows' ? question.columns : question.rows;
  const other = [...opposite, ...[question.panels ?? []].flat()];
  const named = (name: string): string => dimensionTitle(language, name);
  const name = say(axis === 'rows' ? 'tables.rows' : 'tables.columns');
  const all = dimensions.map((each) => ({ id: each.name, text: each.text }));
  const nobody = { id: none, text: say('tables.none') };
  // A code may stand on both axes, as which codings stand together is then asked.
  const isFree = (id: string): boolean =>
    !other.includes(id) || (id === 'code' && opposite.length === 1 && opposite[0] === id);
  const change = (chosen: readonly string[]): void => {
    ask(
      withAxis(
        question,
        axis,
        [...new Set(chosen)].filter((each) => each !== none),
      ),
    );
  };
  return (
    <Chip
      name={name}
      value={asked.length === 0 ? say('tables.none') : asked.map(named).join(say('rule.nested'))}
    >
      {() => (
        <div className="two-lists">
          <Choices
            label={name}
            title={name}
            choices={[...(axis === 'columns' ? [nobody] : []), ...all.filter(({ id }) => isFree(id))]}
            chosen={[first]}
            autoFocus
            onChange={([chosen = none]) => change(chosen === none ? [] : [chosen, second])}
          />
          {first === none ? null : (
            <Choices
              label={say('tables.then-by')}
              title={say('tables.then-by')}
              choices={[nobody, ...all.filter(({ id }) => !other.includes(id) && !isSameKind(id, first))]}
              chosen={[second]}
              onChange={([chosen = none]) => change([first, chosen])}
            />
          )}
        </div>
      )}
    </Chip>
  );
}

/** A third dimension: a table for each of its values, and one of all together. */
function PanelsChip({ question }: { readonly question: MatrixInput }) {
  const { say, language } = useWords();
  const dimensions = useDimensions();
  const asked = question.panels ?? null;
  const onAxes = [...question.rows, ...question.columns];
  const free = dimensions.filter(
    ({ name }) =>
      !onAxes.some((each) => isSameKind(each, name)) && !(question.change && inTime.includes(name)),
  );
  return (
    <Chip
      name={say('tables.panels')}
      value={asked === null ? say('tables.none') : dimensionTitle(language, asked)}
    >
      {(close) => (
        <>
          <Choices
            label={say('tables.panels')}
            choices={[
              { id: none, text: say('tables.none') },
              ...free.map(({ name, text }) => ({ id: name, text })),
            ]}
            chosen={[asked ?? none]}
            autoFocus
            onChange={([chosen = none]) => {
              ask(withPanels(question, chosen === none ? null : chosen));
              close();
            }}
          />
          <p className="chip-help small q2">{say('tables.panels-help')}</p>
        </>
      )}
    </Chip>
  );
}

/** Codes within codes, or a dimension within itself, would say nothing. */
function isSameKind(a: string, b: string): boolean {
  return a === b || (a.startsWith('code') && b.startsWith('code'));
}

function MeasureChip({ question }: { readonly question: MatrixInput }) {
  const { say, language } = useWords();
  const choices = measuresFor(question).map((measure) => ({
    id: measure,
    text: measureName(language, measure),
  }));
  return (
    <Chip name={say('tables.measure')} value={measureName(language, question.measure)}>
      {(close) => (
        <Choices
          label={say('tables.measure')}
          choices={choices}
          chosen={[question.measure]}
          autoFocus
          onChange={([chosen]) => {
            const measure = measuresFor(question).find((each) => each === chosen);
            if (measure) ask(withMeasure(question, measure));
            close();
          }}
        />
      )}
    </Chip>
  );
}

const defaultCharacters = 200;

function NearnessChip({ question }: { readonly question: MatrixInput }) {
  const { say } = useWords();
  const near = parseNearness(question.near ?? (isUnitMeasure(question.measure) ? 'turn' : 'overlap'));
  const characters = 'characters' in near ? near.characters : null;
  /** Null where what is asked stands in the field. */
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typed ?? String(characters ?? defaultCharacters);
  const count = /^[1-9]\d{0,5}$/.test(shown) ? Number(shown) : defaultCharacters;
  const text = (kind: string, n: number): string => say(`tables.near-${kind}` as WordKey, { n });
  const kinds = isUnitMeasure(question.measure) ? (['passage', 'turn'] as const) : nearnessKinds;
  const choose = (kind: string, n: number): void => {
    ask(withNearness(question, kind === 'within' || kind === 'followed' ? `${kind}:${n}` : kind));
    setTyped(null);
  };
  return (
    <Chip name={say('tables.together')} value={text(near.kind, characters ?? count)}>
      {() => (
        <>
          <Choices
            label={say('tables.together')}
            choices={kinds.map((kind) => ({ id: kind, text: text(kind, characters ?? count) }))}
            chosen={[near.kind]}
            autoFocus
            onChange={([kind]) => {
              if (kind !== undefined) choose(kind, count);
            }}
          />
          {characters === null ? null : (
            <div className="chip-field">
              <Field
                label={say('tables.characters')}
                value={shown}
                onChange={setTyped}
                onEnter={() => choose(near.kind, count)}
                onLeave={() => choose(near.kind, count)}
              />
            </div>
          )}
        </>
      )}
    </Chip>
  );
}
