// What of a project says which displays it is read by at first.
import type { AttributeEntry, PhaseEntry } from '../contract/codebook.ts';
import type { CodeEntry } from '../contract/coding.ts';
import { findFramework, type Framework } from '../frameworks/frameworks.ts';

export interface Material {
  /** Depth of each code (1 at the top) by the id that questions name it by, in the order of the tree. */
  readonly codes: ReadonlyMap<string, number>;
  readonly phases: readonly PhaseEntry[];
  /** uids, in the project's order. */
  readonly cases: readonly string[];
  /** Names of case attributes with few and named values. */
  readonly caseAttributes: readonly string[];
  /** Names of source attributes. */
  readonly attributes: readonly string[];
  readonly framework: Framework | undefined;
  /** Codes under one that is called hypotheses or explanations, named as in `codes`. */
  readonly hypotheses: readonly string[];
}

interface Lists {
  readonly codes: readonly CodeEntry[];
  readonly phases: readonly PhaseEntry[];
  readonly cases: readonly { readonly uid: string }[];
  readonly attributes: readonly AttributeEntry[];
  /** Its id; null for a project without one. */
  readonly framework: string | null;
}

export function materialOf({ codes, phases, cases, attributes, framework }: Lists): Material {
  const few = ['yes-no', 'choice', 'ordinal'];
  const isFew = ({ owner, type }: AttributeEntry): boolean => owner === 'case' && few.includes(type);
  return {
    codes: new Map(codes.map(({ uid, shortId, depth }) => [shortId ?? uid, depth])),
    phases,
    cases: cases.map(({ uid }) => uid),
    caseAttributes: attributes.filter(isFew).map(({ name }) => name),
    attributes: attributes.filter(({ owner }) => owner === 'source').map(({ name }) => name),
    framework: framework === null ? undefined : findFramework(framework),
    hypotheses: hypothesesOf(codes),
  };
}

const heading = /hypothes[ei]s|explanations?|假设|解释/iu;

function hypothesesOf(codes: readonly CodeEntry[]): string[] {
  const above = codes.find(({ name }) => heading.test(name))?.uid;
  return codes.flatMap(({ uid, shortId, parent }) =>
    parent !== null && parent === above ? [shortId ?? uid] : [],
  );
}

/** Codes at the top, where there is something beneath them; else all. */
export function isDeep({ codes }: Pick<Material, 'codes'>): boolean {
  return [...codes.values()].some((depth) => depth > 1);
}
