// The ready frameworks: codebooks with their attributes and matrices, in English and Chinese, as data.
import assetBased from './asset-based-capacity-building.json' with { type: 'json' };
import socialCapital from './community-social-capital.json' with { type: 'json' };
import type { AttributeType } from '../matrices/corpus.ts';
import type { Language } from '../words/say.ts';

/** One text in every language of the program. */
type InLanguages = Readonly<Record<Language, string>>;

export interface Framework {
  readonly id: string;
  /** Semantic version of the data. */
  readonly version: string;
  readonly name: InLanguages;
  /** Where the framework comes from and what it must not be taken for. */
  readonly origin: InLanguages;
  /** Time points of the study in their order; empty where the framework names none. */
  readonly phases: readonly NamedValue[];
  readonly attributes: readonly FrameworkAttribute[];
  /** What a coding may carry beside its code. */
  readonly codingProperties: readonly CodingProperty[];
  readonly relationTypes: readonly RelationType[];
  /** In the order of the tree: a parent before its children. */
  readonly codes: readonly FrameworkCode[];
  readonly matrices: readonly FrameworkMatrix[];
  /** Which phrase of the text the framework was built from is taken up where. */
  readonly coverage: readonly Coverage[];
}

interface NamedValue {
  readonly id: string;
  readonly name: InLanguages;
}

export interface FrameworkCode extends NamedValue {
  /** Id of the parent code, null at the top. */
  readonly parent: string | null;
  /** '#RRGGBB', upper case. */
  readonly colour: string;
  readonly definition: InLanguages;
  readonly useWhen: InLanguages;
  /** Names the neighbour code by its id; missing where nothing borders on the code. */
  readonly notWhen?: InLanguages;
  /** Missing for codes that only group others. `synthetic`: invented, no respondent said it. */
  readonly example?: InLanguages & { readonly synthetic: boolean };
  /** False: the code groups others and is not put on passages itself. */
  readonly applicable: boolean;
  /** Phrases, verbatim, of the text that the framework was built from. */
  readonly carries: readonly string[];
  /** True: added by us, that text does not name it. */
  readonly derived: boolean;
  /** The code names a property of the coding: applying it sets that property and stores no coding of its own. */
  readonly sets?: { readonly level: 1 | 2 | 3 } | { readonly phase: 'before' | 'during' | 'after' };
}

interface FrameworkAttribute extends NamedValue {
  readonly type: AttributeType;
  readonly scope: 'case' | 'source';
  /** For 'choice' and 'ordinal': the values, ordinal ones from low to high. */
  readonly values?: readonly NamedValue[];
}

interface CodingProperty extends NamedValue {
  readonly type: 'choice' | 'ordinal';
  /** Ids of numeric properties are the numbers ('-1', '0', '1'). */
  readonly values: readonly NamedValue[];
  readonly note?: InLanguages;
}

/** A kind of link between two codings. */
export interface RelationType extends NamedValue {
  readonly directed: boolean;
  /** May be positive or negative. */
  readonly signed: boolean;
  /** Ids of the codes whose codings (or those of their sub-codes) it joins; missing = any. */
  readonly between?: readonly string[];
}

interface FrameworkMatrix extends NamedValue {
  /** The kind of display in the literature's terms. */
  readonly kind: InLanguages;
  readonly question: InLanguages;
  readonly rows: Axis;
  readonly columns: Axis;
  /** Of a truth table: the outcome column, after the conditions. */
  readonly outcome?:
    | { readonly kind: 'code'; readonly code: string }
    | { readonly kind: 'attribute'; readonly attribute: string; readonly atLeast: number };
  /** The pairs, row and column, in which the theory says that the evidence lies; each holds for sub-codes too. */
  readonly claims?: readonly (readonly [string, string])[];
  /** What stands in a cell. */
  readonly cell: InLanguages;
  readonly sort: InLanguages;
}

export type Axis =
  /** The codes, rolled up; with `phases`, each code once per phase (nested). */
  | { readonly kind: 'codes'; readonly codes: readonly string[]; readonly phases?: readonly string[] }
  | { readonly kind: 'cases' }
  | { readonly kind: 'source-attribute'; readonly attribute: string }
  | { readonly kind: 'sources-by-date' };

interface Coverage {
  readonly phrase: string;
  readonly codes: readonly string[];
  readonly attributes?: readonly string[];
  readonly matrices?: readonly string[];
}

/** Every ready framework, in the order in which a person is offered them. */
export const frameworks: readonly Framework[] = [socialCapital as Framework, assetBased as Framework];

/** The framework called `id`, or undefined. */
export function findFramework(id: string): Framework | undefined {
  return frameworks.find((framework) => framework.id === id);
}
