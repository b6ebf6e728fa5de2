// The window's colours and type, read off its style sheets for what is drawn on a canvas.
import type { ChartData } from './chart-data.ts';
import type { ChartLook } from './chart-parts.ts';

/** The colours as the window shows them now; for paper those of the light theme. */
export function chartLook(
  { rows, columns }: Pick<ChartData, 'rows' | 'columns'>,
  where: 'screen' | 'paper',
): ChartLook {
  const root = document.documentElement;
  const theme = root.dataset['theme'];
  if (where === 'paper') root.dataset['theme'] = 'light';
  const probe = document.createElement('span');
  root.append(probe);
  const read = (property: string): string => getComputedStyle(probe).getPropertyValue(property).trim();
  const ink = read('--ink');
  const colours = new Map<string, string>();
  const look: ChartLook = {
    ink,
    quiet: read('--ink-2'),
    rule: read('--line'),
    paper: read('--paper'),
    // ECharts writes it between double quotes into an SVG.
    font: read('--font-ui').replaceAll('"', "'"),
    heat: [0, 1, 2, 3, 4, 5].map((step) => read(`--heat-${step}`)),
    colourOf: (className) => colours.get(className) ?? ink,
  };
  for (const { className } of [...rows, ...columns]) {
    probe.className = className;
    colours.set(className, read('--k'));
  }
  probe.remove();
  if (where === 'paper' && theme !== undefined) root.dataset['theme'] = theme;
  return look;
}
