// Contrast of the colour tokens by WCAG 2.2 (relative luminance), computed for every pair that meets on screen, in every theme.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { hues } from '../../renderer/code-look.ts';
import { must } from '../../shared/must.ts';

const css = readFileSync(join(import.meta.dirname, '../../renderer/style/tokens.css'), 'utf8');

type Tokens = ReadonlyMap<string, string>;
/** Red, green, blue (0–255) and opacity (0–1). */
type Colour = readonly [number, number, number, number];

const themes: Readonly<Record<string, Tokens>> = {
  light: tokensAfter(':root {'),
  dark: tokensAfter("[data-theme='dark'] {"),
  contrast: tokensAfter("[data-theme='contrast'] {"),
};

function tokensAfter(opening: string): Tokens {
  const from = css.indexOf(opening);
  assert.ok(from >= 0, opening);
  const block = css.slice(from, css.indexOf('\n}', from));
  return new Map(
    [...block.matchAll(/--([\w-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [name, value.trim()]),
  );
}

function parse(value: string): Colour {
  if (value === 'transparent') return [0, 0, 0, 0];
  const numbers = value.startsWith('#')
    ? [1, 3, 5].map((at) => Number.parseInt(value.slice(at, at + 2), 16))
    : (value.match(/[\d.]+/g) ?? []).map(Number);
  const [red, green, blue, opacity = 1] = numbers;
  return [must(red, value), must(green, value), must(blue, value), opacity];
}

function over([r, g, b, opacity]: Colour, ground: Colour): Colour {
  const mix = (top: number, below: number): number => top * opacity + below * (1 - opacity);
  return [mix(r, ground[0]), mix(g, ground[1]), mix(b, ground[2]), 1];
}

/** Relative luminance as WCAG 2.2 defines it, 0 (black) to 1 (white). */
function luminance([r, g, b]: Colour): number {
  const [red = 0, green = 0, blue = 0] = [r, g, b]
    .map((value) => value / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function ratio(one: Colour, other: Colour): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** Text of any size; graphics and borders of controls; text that is read all day (AAA). */
const [forText, forMarks, forReading] = [4.5, 3, 7];

interface Pair {
  readonly needs: number;
  readonly mark: string;
  /** From below to above. */
  readonly grounds: readonly string[];
}

const each = (needs: number, marks: readonly string[], grounds: readonly string[]): Pair[] =>
  marks.flatMap((mark) => grounds.map((ground) => ({ needs, mark, grounds: [ground] })));

const surfaces = ['desk', 'pane', 'paper', 'raised', 'sunken', 'hover', 'accent-wash'];

const ofHue = (hue: string): Pair[] => [
  ...each(forText, [`${hue}-ink`], ['paper', 'pane', 'raised', 'accent-wash', 'hover', `${hue}-tint`]),
  ...each(forText, ['on-code'], [`${hue}-ink`]),
  ...each(
    forMarks,
    [1, 2, 3, 4].map((step) => `${hue}-${step}`),
    ['paper', 'pane'],
  ),
  { needs: forReading, mark: 'ink', grounds: ['paper', ...Array<string>(4).fill(`${hue}-wash`)] },
  {
    needs: forText,
    mark: 'ink',
    grounds: ['paper', 'blue-wash', 'amber-wash', 'green-wash', `${hue}-wash-on`],
  },
  { needs: forText, mark: 'ink-2', grounds: ['paper', `${hue}-wash`, `${hue}-wash`] },
  { needs: forMarks, mark: `${hue}-2`, grounds: ['paper', 'amber-wash', 'magenta-wash', 'olive-wash'] },
];

const pairs: readonly Pair[] = [
  ...each(forText, ['ink', 'ink-2', 'ink-3', 'accent'], surfaces),
  ...['bad', 'warn', 'good'].flatMap((tone) => [
    ...each(forText, [tone], ['paper', 'pane', 'raised', 'desk', `${tone}-wash`]),
    ...each(forText, ['ink-2'], [`${tone}-wash`]),
  ]),
  ...each(forText, ['on-accent'], ['accent', 'accent-hover']),
  // A notice.
  ...each(forText, ['paper'], ['ink']),
  ...each(forText, ['ink'], ['heat-0', 'heat-1', 'heat-2', 'heat-3', 'heat-4', 'heat-5']),
  ...each(forText, ['ink-3'], ['heat-0']),
  ...each(forText, ['plus', 'minus'], ['paper', 'pane', 'raised']),
  ...hues.flatMap(ofHue),
  { needs: forText, mark: 'ink', grounds: ['paper', 'selection'] },
  { needs: forText, mark: 'ink', grounds: ['paper', 'blue-wash', 'amber-wash', 'magenta-wash', 'selection'] },
  ...each(forMarks, ['line-control'], ['paper', 'pane', 'raised', 'sunken']),
  // The ring of the focus, and the handles of a coding.
  ...each(forMarks, ['accent'], ['desk', 'pane', 'paper', 'raised', 'hover', 'accent-wash']),
];

for (const [theme, tokens] of Object.entries(themes))
  test(`every pair of colours that meet has the contrast that it needs, theme ${theme}`, () => {
    const colour = (name: string): Colour => parse(must(tokens.get(name), `--${name} in ${theme}`));
    const short = pairs.flatMap(({ needs, mark, grounds }) => {
      const ground = grounds.reduce<Colour>((below, name) => over(colour(name), below), [0, 0, 0, 1]);
      const found = ratio(over(colour(mark), ground), ground);
      return found < needs ? [`${mark} on ${grounds.join(' + ')}: ${found.toFixed(2)} < ${needs}`] : [];
    });
    assert.deepEqual(short, []);
    assert.ok(pairs.length > 250);
  });

test('the ratio is that of WCAG: black on white 21, a grey of known contrast', () => {
  assert.equal(ratio(parse('#000000'), parse('#ffffff')), 21);
  assert.ok(Math.abs(ratio(parse('#767676'), parse('#ffffff')) - 4.54) < 0.01);
  assert.deepEqual(over(parse('rgb(0 0 0 / 0.5)'), parse('#ffffff')), [127.5, 127.5, 127.5, 1]);
});
