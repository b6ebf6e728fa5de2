// Codes against codes as a picture for a thesis: the heat map of the grid on screen, with its links and the theory's pairs framed.
import type { CodeHeading, Relation, RelationsReport } from '../../../shared/contract/reports.ts';
import { say } from '../../../shared/words/say.ts';
import type { ChartLook } from '../../charts/chart-parts.ts';
import { mostMarks } from '../../charts/chart-kinds.ts';
import { drawingOf, drawingWidth, margin, type Caption, type Drawing } from '../../charts/picture.ts';
import { heatEnds, heatStep } from '../numbers.ts';
import type { PictureWanted } from './report-picture.ts';

const nameWidth = 170;
const rowHeight = 46;
const widest = 112;
const gap = 2;
/** Heads of narrower columns are turned, in pixels: a word would break in the middle. */
const leastAcross = 84;
/** More columns than this leave no room for the links in a cell. */
export const mostColumns = 16;

/** Whether there are few enough codes to be read on one sheet. */
export function isReadable({ rows, columns }: RelationsReport): boolean {
  return columns.length <= mostColumns && rows.length * columns.length <= mostMarks;
}

/** The picture's file, as base64. */
export async function relationPicture(
  { rows, columns, cells }: RelationsReport,
  { language, format, word }: PictureWanted,
  caption: Caption,
): Promise<string> {
  const width = Math.min(widest, (drawingWidth - nameWidth) / columns.length);
  const ends = heatEnds(
    'references',
    cells.flatMap((line) => line.map(({ together }) => together)),
  );
  const isTurned = width < leastAcross;
  const headHeight = isTurned ? nameWidth : 58;
  const named = ({ id, name }: CodeHeading): string => word(`${id} ${name}`.trim());
  const draw = (look: ChartLook, top: number): Drawing => {
    const text = (x: number, y: number, words: string, style: object = {}): object => ({
      type: 'text',
      x,
      y,
      style: { text: words, font: `12px ${look.font}`, fill: look.ink, overflow: 'truncate', ...style },
    });
    const cellAt = (relation: Relation, x: number, y: number): object[] => [
      {
        type: 'rect',
        shape: { x, y, width: width - gap, height: rowHeight - gap },
        style: {
          fill: look.heat[heatStep(ends, relation.together)],
          ...(relation.claimed ? { stroke: look.ink, lineWidth: 2 } : {}),
        },
      },
      text(x + width / 2, y + 7, String(relation.together), {
        font: `600 13px ${look.font}`,
        align: 'center',
      }),
      text(x + width / 2, y + 25, linksOf(relation), { font: `11px ${look.font}`, align: 'center' }),
    ];
    const left = margin + nameWidth;
    const body = top + headHeight;
    const foot = body + rows.length * rowHeight + 12;
    const across = { width: width - 8, overflow: 'break', align: 'center', verticalAlign: 'bottom' };
    const headOf = (code: CodeHeading, column: number): object => {
      const [x, y] = [left + (column + 0.5) * width, body - 8];
      if (!isTurned) return text(x, y, named(code), { ...across, height: headHeight - 8 });
      const turned = text(0, 0, named(code), { width: headHeight - 16, verticalAlign: 'middle' });
      return { ...turned, x, y, rotation: Math.PI / 2 };
    };
    const shapes = [
      ...columns.map(headOf),
      ...rows.flatMap((code, line) => [
        text(margin, body + line * rowHeight + 15, named(code), { width: nameWidth - 12 }),
        ...columns.flatMap((_, column) => {
          const relation = cells[line]?.[column];
          return relation ? cellAt(relation, left + column * width, body + line * rowHeight) : [];
        }),
      ]),
      text(margin, foot, say(language, 'displays.relations-legend'), {
        fill: look.quiet,
        width: drawingWidth,
        overflow: 'break',
      }),
    ];
    return { height: foot + 34 - top, shapes };
  };
  return drawingOf({ rows: [], columns: [] }, draw, caption, format);
}

/** "→1 +2 −3": without a sign, supporting, weakening. */
function linksOf({ links, positive, negative }: Relation): string {
  const plain = links - positive - negative;
  return [plain > 0 && `→${plain}`, positive > 0 && `+${positive}`, negative > 0 && `−${negative}`]
    .filter(Boolean)
    .join(' ');
}
