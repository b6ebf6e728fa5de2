// A chart as a picture for a thesis: the title above, the counting rule beneath, always on white paper.
import type { EChartsCoreOption } from 'echarts/core';
import type { ChartData } from './chart-data.ts';
import { chartLook } from './chart-look.ts';
import { chartHeight, chartOption } from './chart-option.ts';
import type { ChartKind } from './chart-kinds.ts';

export interface Caption {
  readonly title: string;
  /** N and the counting rule. */
  readonly rule: string;
}

const width = 1000;
const margin = 24;
const lineHeight = 18;
/** What a name in the legend needs beside its text, in pixels. */
const legendMark = 45;

/** The picture's file, as base64. */
export async function pictureOf(
  kind: ChartKind,
  data: ChartData,
  caption: Caption,
  format: 'svg' | 'png',
): Promise<string> {
  const { svgOf, pngOf } = await import('./draw.ts');
  const look = { ...chartLook(data, 'paper'), paper: '#ffffff' };
  const measure = measuring(`12px ${look.font}`);
  const lines = wrapped(caption.rule, width - 2 * margin, measure);
  const legend = data.columns.reduce((sum, { name }) => sum + measure(name) + legendMark, 0);
  const legendLines = data.columns.length > 1 ? Math.ceil(legend / (width - 2 * margin - 100)) : 0;
  const room = { top: 40, bottom: lines.length * lineHeight + margin, legend: legendLines * 24 };
  const height = chartHeight(kind, data, 480) + room.top + room.legend + room.bottom;
  const text = (top: number, words: string, font: string): object => ({
    type: 'text',
    left: margin,
    top,
    style: { text: words, font, fill: look.ink, lineHeight },
  });
  const option: EChartsCoreOption = {
    ...chartOption(kind, data, look, room),
    graphic: [
      text(16, caption.title, `600 15px ${look.font}`),
      text(height - room.bottom + margin / 2, lines.join('\n'), `12px ${look.font}`),
    ],
  };
  if (format === 'png') return pngOf(option, { width, height });
  return base64Of(svgOf(option, { width, height }));
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
