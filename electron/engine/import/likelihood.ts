// How likely a text is in the languages that its encoding serves: tells the right decoding of bytes from the wrong ones.
import { commonChinese, commonKanji, commonKorean } from './common-characters.ts';
import { languages, latinEncodings } from './letters.ts';

/** Negative logarithms of probabilities (nats), added up: the text with the lower cost is e^difference times likelier. */
export interface Cost {
  readonly total: number;
  /** Mean of the characters beyond ASCII. */
  readonly mean: number;
}

/** The cost of `text` in the likeliest language of `encoding` (of any encoding where it is null); null when all is ASCII. */
export function costOf(text: string, encoding: string | null): Cost | null {
  const counts = tally(text);
  const beyond = [...counts].reduce((sum, [character, count]) => sum + (isAscii(character) ? 0 : count), 0);
  if (beyond === 0) return null;
  const surprise = costOfNeighbours(text);
  const entries = (from: ReadonlyMap<string, number>): Entry[] =>
    Array.from(from, ([character, count]) => ({ character, count, any: costOfAny(character) }));
  const composed = entries(counts);
  let best: Cost | null = null;
  for (const model of models) {
    if (encoding !== null && !model.encodings.includes(encoding)) continue;
    let total = surprise;
    let unusual = surprise;
    const own = model.isDecomposed ? entries(tally(text.normalize('NFD'))) : composed;
    for (const { character, count, any } of own) {
      const cost = count * (any ?? model.cost(character));
      total += cost;
      if (!isAscii(character)) unusual += cost;
    }
    if (best === null || total < best.total) best = { total, mean: unusual / beyond };
  }
  return best;
}

interface Entry {
  readonly character: string;
  readonly count: number;
  /** What it costs in every language, null where that differs. */
  readonly any: number | null;
}

function tally(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  return counts;
}

// ---- one character by itself

interface Model {
  readonly encodings: readonly string[];
  /** Accents stand as characters of their own. */
  readonly isDecomposed: boolean;
  /** Of a character that costOfAny knows nothing about. */
  readonly cost: (character: string) => number;
}

/** What has no place in a text, and what may be anything that is no text. */
const neverThere = 20;
const hardlyThere = 14;

const noText = /[\p{Co}\p{Cn}[\p{Cc}--[\t\n\v\f\r]]]/v;
const letter = /[\p{L}\p{M}]/u;
const signs = /[‘’“”„«»‹›–—…·•§€£©®™¿¡\u00a0‚´`׳״،؛؟№]/u;
const rareSigns = /[²³½¹°ºª]/u;

/** What costs the same in every language, null for letters and the signs of East Asia. */
function costOfAny(character: string): number | null {
  if (noText.test(character)) return neverThere;
  if (letter.test(character) || eastAsianSigns.test(character)) return null;
  if (isAscii(character)) return /\s/u.test(character) ? 1.8 : 4.5;
  if (signs.test(character)) return 7;
  return rareSigns.test(character) ? 10 : 13;
}

const capital = 2;

function costOfLetter(costs: ReadonlyMap<string, number>, character: string): number {
  const lower = character.toLowerCase();
  const cost = costs.get(lower) ?? (isAscii(character) ? 10 : hardlyThere);
  return cost + (lower === character ? 0.2 : capital);
}

const frequencies = languages.map(({ encodings, letters }) => {
  const counts = Array.from(
    letters.matchAll(/(\D)(\d+)/gu),
    ([, each = '', n]) => [each, Number(n)] as const,
  );
  const sum = counts.reduce((all, [, n]) => all + n, 0);
  return { encodings, costs: new Map(counts.map(([each, n]) => [each, -Math.log(n / sum)])) };
});

const isLatin = (costs: ReadonlyMap<string, number>): boolean => costs.has('e');

/** Letters of a language that has no frequencies here: as in the others on the average, and no accent likelier than another. */
const latin = new Map<string, number>();
const ofLatin = frequencies.filter(({ costs }) => isLatin(costs));
for (const each of 'abcdefghijklmnopqrstuvwxyz') {
  const share = ofLatin.reduce((sum, { costs }) => sum + Math.exp(-(costs.get(each) ?? 10)), 0);
  latin.set(each, -Math.log(share / ofLatin.length));
}
for (let code = 0xdf; code < 0x250; code += 1) latin.set(String.fromCharCode(code), 7);

const english = frequencies[0]?.costs ?? latin;

const alphabets: Model[] = frequencies.map(({ encodings, costs }) => {
  const all = isLatin(costs) ? costs : new Map([...english, ...costs]);
  return { encodings, isDecomposed: all.has('\u0300'), cost: (character) => costOfLetter(all, character) };
});

const eastAsianSigns = /[\u3000-\u3003\u3008-\u3011\u3014-\u3017\uff01-\uff0f\uff1a-\uff20]/u;
const han = /\p{Script=Han}/u;
const kana = /[\u3041-\u3096]/u;
const katakana = /[\u30a1-\u30fc]/u;
const halfWidth = /[\uff61-\uff9f]/u;
const hangul = /[\uac00-\ud7a3]/u;
const usualHan = /[\u4e00-\u9fff]/u;

/** A model of characters in classes: all of a class are alike, the first that holds one counts. */
function eastAsian(
  encodings: readonly string[],
  classes: readonly (readonly [ReadonlySet<string> | RegExp, number])[],
): Model {
  const cost = (character: string): number => {
    if (isAscii(character)) return costOfLetter(english, character);
    if (eastAsianSigns.test(character)) return 4.5;
    const own = classes.find(([each]) =>
      each instanceof RegExp ? each.test(character) : each.has(character),
    );
    return own?.[1] ?? (han.test(character) ? 16 : hardlyThere);
  };
  return { encodings, isDecomposed: false, cost };
}

const models: readonly Model[] = [
  { encodings: latinEncodings, isDecomposed: false, cost: (character) => costOfLetter(latin, character) },
  ...alphabets,
  eastAsian(
    ['gb18030', 'big5'],
    [
      [commonChinese, 6.6],
      [usualHan, 11.8],
    ],
  ),
  eastAsian(
    ['shift_jis', 'euc-jp', 'iso-2022-jp'],
    [
      [kana, 4.3],
      [katakana, 5.7],
      [commonKanji, 7],
      [usualHan, 10.5],
      [halfWidth, 12],
    ],
  ),
  eastAsian(
    ['euc-kr'],
    [
      [commonKorean, 5],
      [hangul, 9],
      [usualHan, 12],
    ],
  ),
];

// ---- characters side by side

type Script = 'latin' | 'east' | 'other' | 'none';

const scripts = new Map<string, Script>();

function scriptOf(character: string): Script {
  let script = scripts.get(character);
  if (script === undefined) scripts.set(character, (script = findScript(character)));
  return script;
}

function findScript(character: string): Script {
  if (!/\p{L}/u.test(character)) return 'none';
  if (/\p{Script=Latin}/u.test(character)) return 'latin';
  return /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(character)
    ? 'east'
    : 'other';
}

/** Of what seldom stands side by side, where it is not all ASCII: capitals after small letters, two scripts, signs within a word. */
function costOfNeighbours(text: string): number {
  let cost = 0;
  let before = ' ';
  let scriptBefore: Script = 'none';
  let lastScript: Script = 'none';
  const characters = Array.from(text);
  for (const [index, character] of characters.entries()) {
    const script = scriptOf(character);
    if (script !== 'none') {
      if (!isAscii(before) || !isAscii(character)) cost += costOfCase(before, character);
      if (scriptBefore !== 'none') cost += costOfScripts(scriptBefore, script);
      else if (
        lastScript !== 'none' &&
        lastScript !== script &&
        (script === 'other' || lastScript === 'other')
      )
        cost += 4;
      lastScript = script;
    } else if (/\p{M}/u.test(character)) {
      cost += costOfMark(before, character);
    } else if (!isAscii(character)) {
      cost += costOfSign(character, scriptBefore !== 'none', letter.test(characters[index + 1] ?? ' '));
    }
    before = character;
    scriptBefore = script;
  }
  return cost;
}

function costOfCase(before: string, character: string): number {
  if (character === character.toLowerCase() || scriptOf(before) === 'none') return 0;
  return before === before.toLowerCase() && before !== before.toUpperCase() ? 6 : 0.5;
}

function costOfScripts(before: Script, script: Script): number {
  if (before === script) return 0;
  return before === 'other' || script === 'other' ? 12 : 4;
}

/** A mark stands on a letter, and those above U+036F on none of Latin. */
function costOfMark(before: string, mark: string): number {
  return letter.test(before) && (scriptOf(before) !== 'latin' || mark < '\u0370') ? 0 : 8;
}

function costOfSign(sign: string, isAfterLetter: boolean, isBeforeLetter: boolean): number {
  if (sign === '’') return !isAfterLetter && isBeforeLetter ? 3 : 0;
  if (isAfterLetter && /[„«‚¿¡‹§]/u.test(sign)) return 10;
  return isAfterLetter && isBeforeLetter && signs.test(sign) ? (/[–—]/u.test(sign) ? 3 : 6) : 0;
}

function isAscii(character: string): boolean {
  return character < '\u0080';
}
