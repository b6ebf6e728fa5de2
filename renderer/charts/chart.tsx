// A table as a chart: its marks open their quotes by click, or by arrow keys and Enter; the numbers are said as they are reached.
import type { ECharts } from 'echarts/core';
import { useEffect, useId, useMemo, useRef, useState } from 'react';
import { moved } from '../matrices/grid-keys.ts';
import type { Cell } from '../matrices/question.ts';
import { useWords } from '../words.ts';
import type { ChartData } from './chart-data.ts';
import { mostMarks, mostNodes, type ChartKind } from './chart-kinds.ts';
import { chartLook } from './chart-look.ts';
import { marksOf, placeOfMark } from './chart-marks.ts';
import { chartHeight, chartOption } from './chart-option.ts';
import { cellOf, markLines, type MarkCell, type Reached } from './chart-parts.ts';

interface ChartProps {
  readonly kind: ChartKind;
  readonly data: ChartData;
  readonly title: string;
  /** The cell whose evidence is open; of frequencies without a column. */
  readonly chosen: Cell | null;
  /** Opens what stands behind a mark. */
  readonly onOpen: (cell: MarkCell, byKey: boolean) => void;
}

export function Chart(props: ChartProps) {
  const { say } = useWords();
  const { rows, columns } = props.data;
  const [marks, most] =
    props.kind === 'network' ? [rows.length, mostNodes] : [rows.length * columns.length, mostMarks];
  if (marks > most) return <p className="scroll nothing q2">{say('charts.too-many', { most })}</p>;
  return <Drawing {...props} />;
}

function Drawing({ kind, data, title, chosen, onOpen }: ChartProps) {
  const { say } = useWords();
  const id = useId();
  const frame = useRef<HTMLDivElement>(null);
  const sheet = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState({ line: 0, column: 0 });
  const [isReached, setReached] = useState(false);
  const theme = useTheme();
  const drawn = useEcharts(frame, sheet, { kind, data, theme });

  useEffect(() => {
    const listen = ({ data: mark }: { readonly data?: unknown }): void => {
      const hit = (mark as { readonly cell?: MarkCell } | undefined)?.cell;
      if (hit) onOpen(hit, false);
    };
    drawn?.chart.on('click', listen);
    return () => void drawn?.chart.off('click', listen);
  });
  const marks = useMemo(() => marksOf(kind, data), [kind, data]);
  const reached = marks[at.line]?.[at.column] ?? null;
  useEffect(() => {
    if (!drawn || drawn.data !== data) return;
    mark(drawn.chart, kind, data, isReached ? reached : chosenIn(data, chosen));
    if (frame.current && isReached && reached) bringIntoSight(drawn.chart, kind, frame.current, reached);
  }, [drawn, kind, data, reached, isReached, chosen]);

  const onKey = (event: React.KeyboardEvent): void => {
    const size = { lines: marks.length - 1, columns: (marks[at.line]?.length ?? 1) - 1 };
    const next = moved(at, event, size);
    if (next) {
      const line = Math.max(0, next.line);
      const last = (marks[line]?.length ?? 1) - 1;
      setAt({ line, column: Math.min(last, Math.max(0, next.column)) });
    } else if ((event.key === 'Enter' || event.code === 'Space') && reached)
      onOpen(cellOf(data, reached), true);
    else return;
    setReached(true);
    event.preventDefault();
  };
  return (
    <div className="scroll chart-frame" ref={frame}>
      <div
        className="chart"
        role="group"
        aria-label={say('charts.of', { kind: say(`charts.${kind}`), title })}
        aria-describedby={id}
        tabIndex={0}
        onKeyDown={onKey}
        onFocus={(event) => setReached(event.currentTarget.matches(':focus-visible'))}
        onBlur={() => setReached(false)}
      >
        <div ref={sheet} className="chart-sheet" aria-hidden />
        <p id={id} className="visually-hidden">
          {say('charts.keys')}
        </p>
        <output className={kind === 'network' ? 'chart-told small' : 'visually-hidden'}>
          {isReached && reached ? markLines(data, reached).join('; ') : ''}
        </output>
      </div>
    </div>
  );
}

/** Kept in sight above and beneath the mark that the keys are at, in pixels. */
const aroundMark = 100;

interface Shown {
  readonly kind: ChartKind;
  readonly data: ChartData;
  readonly theme: string | undefined;
}

/** What stands on the sheet: another object each time that it was drawn. */
interface Sheet {
  readonly chart: ECharts;
  readonly data: ChartData;
}

/** Draws into `sheet` as wide as `frame`, and again whenever something changes. Null until it has been drawn. */
function useEcharts(
  frame: React.RefObject<HTMLElement | null>,
  sheet: React.RefObject<HTMLElement | null>,
  { kind, data, theme }: Shown,
): Sheet | null {
  const [chart, setChart] = useState<ECharts | null>(null);
  const [shown, setShown] = useState<Sheet | null>(null);
  useEffect(() => {
    let drawn: ECharts | null = null;
    let isGone = false;
    void import('./draw.ts').then(({ drawOn }) => {
      if (isGone || !sheet.current) return;
      drawn = drawOn(sheet.current);
      setChart(drawn);
    });
    return () => {
      isGone = true;
      drawn?.dispose();
    };
  }, []);
  useEffect(() => {
    if (!chart || !frame.current || !sheet.current) return undefined;
    const [outer, inner] = [frame.current, sheet.current];
    const draw = (): void => {
      const height = chartHeight(kind, data, outer.clientHeight - 8);
      inner.style.height = `${height}px`;
      chart.resize();
      chart.setOption(
        chartOption(kind, data, chartLook(data, 'screen'), { top: 0, bottom: 0, height }),
        true,
      );
      setShown({ chart, data });
    };
    const resized = new ResizeObserver(draw);
    resized.observe(outer);
    return () => resized.disconnect();
  }, [chart, kind, data, theme]);
  return shown;
}

function chosenIn({ rows, columns, change }: ChartData, cell: Cell | null): Reached | null {
  if (!cell) return null;
  if (change) {
    const row = rows.findIndex(
      ({ place }, each) => place === cell.row && change.lines[each]?.column === cell.column,
    );
    return row === -1 || !cell.side ? null : { row, column: cell.side === 'before' ? 0 : 1 };
  }
  const row = rows.findIndex(({ place }) => place === cell.row);
  const column = columns.length === 1 ? 0 : columns.findIndex(({ place }) => place === cell.column);
  return row === -1 || column === -1 ? null : { row, column };
}

/** Raises the mark of a cell above the others; null for none. */
function mark(chart: ECharts, kind: ChartKind, data: ChartData, reached: Reached | null): void {
  chart.dispatchAction({ type: 'downplay' });
  if (kind === 'network') chart.dispatchAction({ type: 'downplay', dataType: 'edge' });
  chart.dispatchAction({ type: 'hideTip' });
  if (!reached) return;
  const place = placeOfMark(kind, data, reached);
  if (place.dataIndex === -1 && kind === 'network') return;
  chart.dispatchAction({ type: 'highlight', ...place });
  // ECharts shows no tip at a line between two; what a network says stands above it.
  if (kind !== 'network') chart.dispatchAction({ type: 'showTip', ...place });
}

/** Charts of many rows are taller than the window. */
function bringIntoSight(chart: ECharts, kind: ChartKind, frame: HTMLElement, { row }: Reached): void {
  if (kind === 'slopes' || kind === 'network') return;
  const top = chart.convertToPixel({ yAxisIndex: 0 }, row) - aroundMark;
  const { scrollTop, clientHeight } = frame;
  const lowest = top + 2 * aroundMark - clientHeight;
  frame.scrollTop = Math.min(Math.max(scrollTop, lowest), top);
}

/** Changes with the theme that the window shows. */
function useTheme(): string | undefined {
  const [theme, setTheme] = useState(document.documentElement.dataset['theme']);
  useEffect(() => {
    const themed = new MutationObserver(() => setTheme(document.documentElement.dataset['theme']));
    themed.observe(document.documentElement, { attributeFilter: ['data-theme'] });
    return () => themed.disconnect();
  }, []);
  return theme;
}
