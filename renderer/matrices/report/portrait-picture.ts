// Document portraits as a picture for a thesis: the bands and lanes as they stand on screen, each with the name of its code.
import type { Portrait, PortraitReport } from '../../../shared/contract/portrait.ts';
import { say } from '../../../shared/words/say.ts';
import type { ChartLine } from '../../charts/chart-data.ts';
import type { ChartLook } from '../../charts/chart-parts.ts';
import { drawingOf, drawingWidth, margin, type Caption, type Drawing } from '../../charts/picture.ts';
import type { PictureWanted } from './report-picture.ts';

const nameWidth = 210;
const laneHeight = 18;
const markHeight = 11;
const headHeight = 26;
const gap = 18;
/** The least width of a mark, in pixels. */
const least = 1.5;

/** The picture's file, as base64. */
export async function portraitPicture(
  { sources }: PortraitReport,
  { codes, language, format, word }: PictureWanted,
  caption: Caption,
): Promise<string> {
  const classOf = (reference: string): string => codes.get(reference)?.look.className ?? '';
  const references = new Set(
    sources.flatMap(({ lanes }) => lanes.map(({ code: { reference } }) => reference)),
  );
  const rows = [...references].map((reference, place): ChartLine => ({
    name: reference,
    className: classOf(reference),
    place,
  }));
  const draw = (look: ChartLook, top: number): Drawing => {
    const shapes: object[] = [];
    let y = top;
    for (const portrait of sources) {
      shapes.push(...portraitShapes(portrait, look, { y, codes, language, word }));
      y += headHeight + (portrait.lanes.length + 2) * laneHeight + gap;
    }
    return { height: y - top - gap, shapes };
  };
  return drawingOf({ rows, columns: [] }, draw, caption, format);
}

interface Where extends Pick<PictureWanted, 'codes' | 'language' | 'word'> {
  readonly y: number;
}

function portraitShapes(
  { source, lanes, tiles, paragraphs }: Portrait,
  look: ChartLook,
  where: Where,
): object[] {
  const { y, codes, language, word } = where;
  const left = margin + nameWidth;
  const across = drawingWidth - nameWidth;
  const colourOf = (reference = ''): string => look.colourOf(codes.get(reference)?.look.className ?? '');
  const text = (x: number, top: number, words: string, style: object = {}): object => ({
    type: 'text',
    x,
    y: top,
    style: { text: words, font: `12px ${look.font}`, fill: look.ink, ...style },
  });
  const bar = (from: number, to: number, top: number, fill: string): object => ({
    type: 'rect',
    shape: {
      x: left + from * across,
      y: top,
      width: Math.max(least, (to - from) * across - 0.5),
      height: markHeight,
    },
    style: { fill },
  });
  const first = y + headHeight;
  const foot = first + (lanes.length + 1) * laneHeight;
  return [
    text(margin, y, word(source), { font: `600 13px ${look.font}` }),
    text(margin, first, say(language, 'portrait.band-short'), { fill: look.quiet }),
    ...tiles.flatMap((tile, place) => {
      const code = tile === null ? undefined : lanes[tile]?.code;
      if (!code) return [];
      const [from, to] = [place / tiles.length, (place + 1) / tiles.length];
      const font = `600 9px ${look.font}`;
      const middle = left + ((from + to) / 2) * across;
      return [
        bar(from, to, first, colourOf(code.reference)),
        text(middle, first + 1, word(codes.get(code.reference)?.look.mark ?? ''), {
          font,
          fill: look.paper,
          align: 'center',
        }),
      ];
    }),
    ...lanes.flatMap(({ code, marks }, lane) => {
      const top = first + (lane + 1) * laneHeight;
      const name = word(`${code.id} ${code.name}`.trim());
      return [
        text(margin, top, name, { width: nameWidth - 12, overflow: 'truncate' }),
        {
          type: 'line',
          shape: { x1: left, x2: left + across, y1: top + markHeight / 2, y2: top + markHeight / 2 },
          style: { stroke: look.rule },
        },
        ...marks.map(({ from, to }) => bar(from, to, top, colourOf(code.reference))),
      ];
    }),
    text(margin, foot, `¶ 1–${paragraphs}`, { fill: look.quiet }),
    ...[0, 0.25, 0.5, 0.75, 1].map((share) =>
      text(left + share * across, foot, `${share * 100}%`, {
        fill: look.quiet,
        align: share === 0 ? 'left' : share === 1 ? 'right' : 'center',
      }),
    ),
  ];
}
