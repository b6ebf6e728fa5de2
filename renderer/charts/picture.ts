// A chart as a picture for a thesis: the title above, the counting rule beneath, always on white paper.
import type { EChartsCoreOption } from 'echarts/core';
import type { ChartData } from './chart-data.ts';
import { chartLook } from './chart-look.ts';
import { chartHeight, chartOption, type Room } from './chart-option.ts';
import type { ChartLook } from './chart-parts.ts';
import type { ChartKind } from './chart-kinds.ts';

export interface Caption {
  readonly title: string;
  /** N and the counting rule. */
  readonly rule: string;
}

export const pictureFormats = ['svg', 'png'] as const;
export type PictureFormat = (typeof pictureFormats)[number];

const width = 1000;
export const margin = 24;
/** What a drawing has beside it on the sheet, in pixels. */
export const drawingWidth = width - 2 * margin;
const lineHeight = 18;
/** What a name in the legend needs beside its text, in pixels. */
const legendMark = 45;

/** A chart as a picture's file, as base64. */
export async function pictureOf(
  kind: ChartKind,
  data: ChartData,
  caption: Caption,
  format: PictureFormat,
): Promise<string> {
  const look = paperLook(data);
  return framed(look, caption, format, (room) => {
    const measure = measuring(`12px ${look.font}`);
    const legend = data.columns.reduce((sum, { name }) => sum + measure(name) + legendMark, 0);
    const lines = data.columns.length > 1 ? Math.ceil(legend / (width - 2 * margin - 100)) : 0;
    const height = chartHeight(kind, data, 480) + lines * 24;
    const own = { ...room, legend: lines * 24, height };
    return { height, option: chartOption(kind, data, look, own) };
  });
}

/** Shapes that are no chart, in the manner of ECharts' graphic elements, from `top` downwards. */
export interface Drawing {
  readonly height: number;
  readonly shapes: readonly object[];
}

/** Shapes as a picture's file, as base64; they stand from `margin` on, `drawingWidth` wide. */
export async function drawingOf(
  lines: Pick<ChartData, 'rows' | 'columns'>,
  draw: (look: ChartLook, top: number) => Drawing,
  caption: Caption,
  format: PictureFormat,
): Promise<string> {
  const look = paperLook(lines);
  return framed(look, caption, format, ({ top }) => {
    const { height, shapes } = draw(look, top + margin);
    return { height: height + 2 * margin, option: { backgroundColor: look.paper, graphic: shapes } };
  });
}

const paperLook = (lines: Pick<ChartData, 'rows' | 'columns'>): ChartLook => ({
  ...chartLook(lines, 'paper'),
  paper: '#ffffff',
});

interface Inside {
  /** Between the title and the rule. */
  readonly height: number;
  readonly option: EChartsCoreOption;
}

async function framed(
  look: ChartLook,
  caption: Caption,
  format: PictureFormat,
  inside: (room: Room) => Inside,
): Promise<string> {
  const { svgOf, pngOf } = await import('./draw.ts');
  const lines = wrapped(caption.rule, width - 2 * margin, measuring(`12px ${look.font}`));
  const room = { top: 40, bottom: lines.length * lineHeight + margin };
  const { height: own, option } = inside(room);
  const height = own + room.top + room.bottom;
  const text = (top: number, words: string, font: string): object => ({
    type: 'text',
    left: margin,
    top,
    style: { text: words, font, fill: look.ink, lineHeight },
  });
  const whole: EChartsCoreOption = {
    ...option,
    graphic: [
      ...[option['graphic'] ?? []].flat(),
      text(16, caption.title, `600 15px ${look.font}`),
      text(height - room.bottom + margin / 2, lines.join('\n'), `12px ${look.font}`),
    ],
  };
  if (format === 'png') return pngOf(whole, { width, height });
  return base64Of(svgOf(whole, { width, height }));
}

/** The text in lines of at most `width`, broken where the language allows it. */
export function wrapped(text: string, most: number, measure: (text: string) => number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces(text)) {
    if (line !== '' && measure((line + piece).trimEnd()) > most) {
      lines.push(line.trimEnd());
      line = piece.trimStart();
    } else line += piece;
  }
  return line.trim() === '' ? lines : [...lines, line.trimEnd()];
}

/** Words with what clings to them: no line begins with a full stop, and none breaks inside a number. */
function pieces(text: string): string[] {
  const found: string[] = [];
  for (const { segment, isWordLike } of new Intl.Segmenter(undefined, { granularity: 'word' }).segment(
    text,
  )) {
    const before = found.at(-1);
    const clings = isWordLike === false && !/^[\s(（“‘《「]/u.test(segment);
    const opened = before !== undefined && /[(（“‘《「]$/u.test(before);
    if (before !== undefined && (clings || opened)) found[found.length - 1] = before + segment;
    else found.push(segment);
  }
  return found;
}

function measuring(font: string): (text: string) => number {
  const context = document.createElement('canvas').getContext('2d');
  if (!context) return (text) => text.length * 12;
  context.font = font;
  return (text) => context.measureText(text).width;
}

function base64Of(text: string): string {
  const bytes = new TextEncoder().encode(text);
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}
