// Paints spans of the text with the CSS Custom Highlight API: one Highlight per lane, hue and line style, for what is in sight.
import { hues, patterns, type Hue } from '../code-look.ts';
import type { Span } from '../../shared/text/lines.ts';
import type { Page } from './page.ts';
import type { ShownCoding } from './open-source.ts';

/** Rules under the words that fit into the leading; deeper codings are washed only. */
const ruledLanes = 4;

const made = new Map<string, Highlight>();
const marks = ['aside', 'find', 'find-at', 'sel', 'flash'] as const;

// All rules at once, before any text is shown: each one added later would have the whole text laid out anew.
const sheet = new CSSStyleSheet();
sheet.replaceSync(
  [
    '.transcript::highlight(aside){color:var(--ink-3)}',
    '.transcript::highlight(find){background-color:var(--warn-wash);text-decoration:underline 1.5px var(--warn);text-underline-offset:2px}',
    '.transcript::highlight(find-at){background-color:var(--selection);text-decoration:underline 2.5px var(--accent);text-underline-offset:2px}',
    '.transcript::highlight(sel){background-color:var(--selection)}',
    '.transcript::highlight(flash){background-color:var(--selection)}',
    ...hues.flatMap((hue) =>
      [0, 1, 2, 3, ruledLanes].flatMap((depth) => [
        codingRule(hue, depth, false),
        codingRule(hue, depth, true),
      ]),
    ),
  ].join('\n'),
);
document.adoptedStyleSheets.push(sheet);

export interface Painting {
  readonly codings: readonly ShownCoding[];
  /** The one coding that is brought out. */
  readonly on: string | null;
  readonly marks: Readonly<Record<(typeof marks)[number], readonly Span[]>>;
}

/** What is painted now, by highlight and span. */
const painted = new Map<string, { readonly highlight: Highlight; readonly ranges: readonly StaticRange[] }>();
let paintedPage: Page | null = null;

/** Paints all that lies in `sight`, and nothing else; what is painted so already is left alone. */
export function paint(page: Page, sight: Span, { codings, on, marks: wanted }: Painting): void {
  if (page !== paintedPage) clearPaint();
  paintedPage = page;
  const kept = new Set<string>();
  const put = (name: string, priority: number, span: Span): void => {
    if (!meets(span, sight)) return;
    const { start, end } = clip(span, sight);
    const key = `${name} ${start} ${end}`;
    kept.add(key);
    if (painted.has(key)) return;
    const highlight = named(name, priority);
    const ranges = page.ranges({ start, end });
    for (const range of ranges) highlight.add(range);
    painted.set(key, { highlight, ranges });
  };
  for (const coding of codings) {
    const depth = Math.min(coding.rule, ruledLanes);
    const isOn = coding.id === on;
    put(nameOf(coding.look.hue, depth, isOn), isOn ? 9 : depth, coding);
  }
  for (const name of marks) for (const span of wanted[name]) put(name, 20, span);
  for (const [key, { highlight, ranges }] of painted) {
    if (kept.has(key)) continue;
    for (const range of ranges) highlight.delete(range);
    painted.delete(key);
  }
}

export function clearPaint(): void {
  for (const highlight of made.values()) highlight.clear();
  painted.clear();
}

export function meets(span: Span, sight: Span): boolean {
  return span.start < sight.end && sight.start < span.end;
}

function clip(span: Span, sight: Span): Span {
  return { start: Math.max(span.start, sight.start), end: Math.min(span.end, sight.end) };
}

function nameOf(hue: Hue, depth: number, on: boolean): string {
  return `k${depth}-${hue}${on ? '-on' : ''}`;
}

/** Wash and rule of the codings of one hue in one lane; the coding that is brought out has its rule in any lane. */
function codingRule(hue: Hue, depth: number, on: boolean): string {
  const wash = `background-color:var(--${hue}-wash${on ? '-on' : ''})`;
  const line = `underline ${patterns[hue].rule} ${on ? 2 : 1.25}px var(--${hue}-2)`;
  const offset = 3.5 + 3 * Math.min(depth, ruledLanes - 1);
  const rule =
    depth < ruledLanes || on
      ? `;text-decoration:${line};text-underline-offset:${offset}px;text-decoration-skip-ink:none`
      : '';
  return `.transcript::highlight(${nameOf(hue, depth, on)}){${wash}${rule}}`;
}

function named(name: string, priority: number): Highlight {
  const known = made.get(name);
  if (known) return known;
  const highlight = new Highlight();
  highlight.priority = priority;
  made.set(name, highlight);
  CSS.highlights.set(name, highlight);
  return highlight;
}
