// What a coding carries besides its code and passage, and how what a person adds joins with what is there.
import type { PropertyName } from '../../../shared/contract/coding.ts';
import type { Input } from '../../../shared/contract/index.ts';
import { Refused } from '../../../shared/refused.ts';
import { findPhase, phaseNamed } from '../cases/phases.ts';
import type { Readable } from '../store/connection.ts';
import type { Writable } from '../store/change.ts';
import type { Code } from './codes.ts';

const columns = ['phase_id', 'level', 'direction', 'weight'] as const;
type ColumnName = (typeof columns)[number];

/** Columns of a coding; null where it has none. */
export type Properties = Record<ColumnName, number | null>;

/**
 * The properties that the caller gives, joined with the level or phase that the code names; a new phase is made.
 * Refuses a given level or phase other than the one that the code names.
 */
export function givenProperties(db: Writable, input: Input<'codings.add'>, code: Code): Properties {
  const { phase, level, direction, weight } = input;
  const given = { phase_id: phase === null ? null : phaseNamed(db, phase), level, direction, weight };
  const joined = joinedProperties({ ...none, ...namedBy(db, code) }, given);
  if (joined === null) throw new Refused('refused.code-names-other', { code: code.name });
  return joined;
}

/** The level or phase that the code names; refuses when the project has no such phase any more. */
export function namedBy(db: Readable, { name, setsLevel, setsPhase }: Code): Partial<Properties> {
  const phase = setsPhase === null ? undefined : findPhase(db, setsPhase);
  if (setsPhase !== null && !phase)
    throw new Refused('refused.code-lacks-phase', { code: name, phase: setsPhase });
  return {
    ...(setsLevel === null ? {} : { level: setsLevel }),
    ...(phase === undefined ? {} : { phase_id: phase.id }),
  };
}

/** What is there, and what is given where nothing is; null where something else is there. */
export function joinedProperties(there: Properties, given: Properties): Properties | null {
  const joined = { ...there };
  for (const column of columns) {
    if (there[column] !== null && given[column] !== null && there[column] !== given[column]) return null;
    joined[column] = there[column] ?? given[column];
  }
  return joined;
}

/** The properties in which two codings differ. */
export function differences(before: Properties, after: Properties): PropertyName[] {
  return columns.flatMap((column) => (before[column] === after[column] ? [] : [names[column]]));
}

const names = {
  phase_id: 'phase',
  level: 'level',
  direction: 'direction',
  weight: 'weight',
} as const satisfies Record<ColumnName, PropertyName>;

const none: Properties = { phase_id: null, level: null, direction: null, weight: null };
