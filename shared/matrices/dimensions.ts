// The names of dimensions and measures as a person writes them, and which dimensions carve text.
import { Refused } from '../refused.ts';
import {
  measures,
  type Dimension,
  type Measure,
  type TogetherMeasure,
  type UnitMeasure,
} from './question.ts';

const plainKinds = [
  'code',
  'code-set',
  'case',
  'source',
  'source-phase',
  'phase',
  'speaker',
  'role',
  'coder',
  'level',
  'direction',
] as const;
type PlainKind = (typeof plainKinds)[number];

/**
 * Reads a dimension as it is written in a question: code, code:2 (codes of that depth), code-set, case,
 * case:ATTRIBUTE, source, source:ATTRIBUTE, source-phase, phase, speaker, role, coder, level, direction.
 * Throws Refused for anything else.
 */
export function parseDimension(text: string): Dimension {
  const [, head = '', detail] = /^\s*([^:：]*?)\s*(?:[:：]\s*(.*?)\s*)?$/su.exec(text) ?? [];
  const kind = head.toLowerCase();
  if (detail === undefined) {
    if (isPlainKind(kind)) return kind === 'code' ? { kind, level: null } : { kind };
  } else if (kind === 'code' && /^[1-9]\d?$/.test(detail)) {
    return { kind, level: Number(detail) };
  } else if ((kind === 'case' || kind === 'source') && detail !== '') {
    return { kind: `${kind}-attribute`, attribute: detail };
  }
  throw new Refused('refused.unknown-dimension', { text, known: knownDimensions });
}

const knownDimensions = plainKinds.flatMap((kind) => {
  if (kind === 'code') return ['code', 'code:2'];
  return kind === 'case' || kind === 'source' ? [kind, `${kind}:ATTRIBUTE`] : [kind];
});

function isPlainKind(kind: string): kind is PlainKind {
  return (plainKinds as readonly string[]).includes(kind);
}

/** How `parseDimension` reads it back; two dimensions are the same when their names are. */
export function dimensionName(dimension: Dimension): string {
  if (dimension.kind === 'code') return dimension.level === null ? 'code' : `code:${dimension.level}`;
  if (dimension.kind === 'case-attribute') return `case:${dimension.attribute}`;
  if (dimension.kind === 'source-attribute') return `source:${dimension.attribute}`;
  return dimension.kind;
}

/** True for the name of a measure. */
export function isMeasure(text: string): text is Measure {
  return (measures as readonly string[]).includes(text);
}

/** True for a measure that counts the passages or turns that codes share. */
export function isUnitMeasure(measure: Measure | TogetherMeasure): measure is UnitMeasure {
  return measure === 'jaccard' || measure === 'lift';
}

/** 'source' and 'atom' divide the text, so that their cells have a base; 'coding' only chooses codings. */
export type Reach = 'source' | 'atom' | 'coding';

const reaches: Readonly<Record<Dimension['kind'], Reach>> = {
  code: 'coding',
  'code-set': 'coding',
  case: 'atom',
  'case-attribute': 'atom',
  source: 'source',
  'source-attribute': 'source',
  'source-phase': 'source',
  phase: 'coding',
  speaker: 'atom',
  role: 'atom',
  coder: 'coding',
  level: 'coding',
  direction: 'coding',
};

/** At what a value of the dimension is read: a source, a stretch of its text (an atom), or a coding. */
export function reachOf(dimension: Dimension): Reach {
  return reaches[dimension.kind];
}
