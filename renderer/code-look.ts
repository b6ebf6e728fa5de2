// How a code looks everywhere: hue and pattern from its family, step from its place in the family, its id or first words.
import type { CodeEntry } from '../shared/contract/coding.ts';

export const hues = [
  'blue',
  'amber',
  'green',
  'magenta',
  'sky',
  'vermilion',
  'olive',
  'grey',
  'violet',
  'teal',
] as const;
export type Hue = (typeof hues)[number];

/** How a hue is stored as a code's colour: as it is drawn on paper. Any other colour leaves the hue to the family. */
export const hueColors: Readonly<Record<Hue, string>> = {
  blue: '#0e72b3',
  amber: '#956403',
  green: '#007e57',
  magenta: '#ad4c7f',
  sky: '#097793',
  vermilion: '#b64f12',
  olive: '#76700d',
  grey: '#6f6e6a',
  violet: '#725fbc',
  teal: '#2a7878',
};

/** The hue that was chosen for the code itself; null where it takes that of its family. */
export function chosenHue({ color }: Pick<CodeEntry, 'color'>): Hue | null {
  return hues.find((hue) => hueColors[hue] === color?.toLowerCase()) ?? null;
}

/** Pattern of stripe and dot, and line style under the words: the second carrier beside the hue. */
export const patterns: Readonly<Record<Hue, { readonly stripe: string; readonly rule: string }>> = {
  blue: { stripe: 'solid-p', rule: 'solid' },
  sky: { stripe: 'double', rule: 'double' },
  violet: { stripe: 'dash', rule: 'dashed' },
  amber: { stripe: 'dash', rule: 'dashed' },
  olive: { stripe: 'dots', rule: 'dotted' },
  vermilion: { stripe: 'morse', rule: 'solid' },
  green: { stripe: 'long', rule: 'solid' },
  magenta: { stripe: 'dots', rule: 'dotted' },
  grey: { stripe: 'double', rule: 'double' },
  teal: { stripe: 'morse', rule: 'dashed' },
};

export interface CodeLook {
  readonly hue: Hue;
  /** Class names that set the colours: "c blue solid-p s2". */
  readonly className: string;
  /** CSS line style of the rule under the words. */
  readonly rule: string;
  /** The short id, else the first two characters of the name. */
  readonly mark: string;
}

/** uid of each code → its look: a chosen hue goes for the codes beneath, too. Codes come in tree order, as 'codes.list' gives them. */
export function codeLooks(codes: readonly Omit<CodeEntry, 'codings'>[]): ReadonlyMap<string, CodeLook> {
  const looks = new Map<string, CodeLook>();
  const chosen = new Map<string, Hue>();
  let family = -1;
  let place = 0;
  for (const code of codes) {
    if (code.depth === 1) {
      family += 1;
      place = 1;
    } else place += 1;
    const own = chosenHue(code) ?? chosen.get(code.parent ?? '');
    if (own) chosen.set(code.uid, own);
    const hue = own ?? hues[family % hues.length] ?? 'grey';
    const { stripe, rule } = patterns[hue];
    const step = code.depth === 1 ? 2 : 1 + ((place + 2) % 4);
    const mark = code.shortId ?? Array.from(code.name).slice(0, 2).join('');
    looks.set(code.uid, theLook({ hue, className: `c ${hue} ${stripe} s${step}`, rule, mark }));
  }
  return looks;
}

const known = new Map<string, CodeLook>();

/** Equal looks are one object: what is drawn with it is not drawn again when the codes are read anew. */
function theLook(look: CodeLook): CodeLook {
  const key = `${look.className} ${look.mark}`;
  const same = known.get(key);
  if (!same) known.set(key, look);
  return same ?? look;
}
