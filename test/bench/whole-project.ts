// Bench of a project of 500,000 codings: its window from the start to use, a filter of its table, and its reports.
import type { Page } from 'playwright-core';
import type { ReportInput } from '../../shared/contract/reports.ts';
import { say } from '../../shared/words/say.ts';
import type { RunningHost } from '../engine/loopback/host.ts';
import { untilShown } from './page-clock.ts';
import type { Wish } from './page-project.ts';
import { aHostWith, drawTable, inChromium, settled, windowOn, type Where } from './page.ts';
import { median, type BenchRow } from './row.ts';

const wish: Wish = {
  codes: 600,
  sources: Array.from({ length: 2000 }, (_, n) => ({
    name: `Interview ${n + 1}`,
    words: 400,
    codings: 250,
    case: `Street ${(n % 400) + 1}`,
  })),
};

const of = '500,000 codings, whole project: ';

/** Groups of their own, as the project alone takes minutes to make. */
export const wholeProjectGroups = { 'project-large': () => inChromium(wholeProjectRows) };

async function wholeProjectRows(where: Where): Promise<BenchRow[]> {
  const { host, path } = await aHostWith(where.t, wish);
  const began = performance.now();
  const page = await windowOn(where, host, path);
  const start = performance.now() - began;
  await drawTable(page);
  const { narrowed, widened } = await filterTimes(page);
  return [
    { name: `${of}start to usable window`, value: start, unit: 'ms', budget: 1000 },
    { name: `${of}filter chosen to table painted`, value: median(narrowed), unit: 'ms', budget: 100 },
    { name: `${of}filter taken away to table painted`, value: median(widened), unit: 'ms', budget: 100 },
    ...(await reportRows(host)),
  ];
}

/** From the press on a code to filter by, or on what takes it away, to the table of ten codes or of all. */
async function filterTimes(
  page: Page,
): Promise<{ readonly narrowed: readonly number[]; readonly widened: readonly number[] }> {
  const narrowed: number[] = [];
  const widened: number[] = [];
  const rows = "Number(document.querySelector('[role=grid]').getAttribute('aria-rowcount'))";
  for (let round = 0; round < 4; round++) {
    await page.getByRole('button', { name: say('en', 'tables.filter'), exact: true }).click();
    await page.getByRole('option', { name: new RegExp(`^${say('en', 'dimension.code')}$`, 'i') }).click();
    const code = page.getByRole('option', { name: /^lamp ladder 0/ });
    const isNarrow = `${rows} < 60`;
    narrowed.push(await untilShown(page, { event: 'pointerdown', isShown: isNarrow }, () => code.click()));
    await page.keyboard.press('Escape');
    await settled(page);
    const chips = page.getByRole('group', { name: say('en', 'tables.question') });
    await chips.getByRole('button', { name: /lamp ladder 0$/ }).click();
    const remove = page.getByRole('button', { name: say('en', 'tables.remove-filter') });
    await remove.waitFor();
    const isWhole = `${rows} > 60`;
    widened.push(await untilShown(page, { event: 'pointerdown', isShown: isWhole }, () => remove.click()));
    await settled(page);
  }
  return { narrowed: narrowed.slice(1), widened: widened.slice(1) };
}

const asked: Pick<ReportInput, 'filters' | 'overlap' | 'coders'> = {
  filters: [],
  overlap: 'split',
  coders: 'all',
};
const district = 'district';

/** As the window asks for them: of long lists the first part. */
function reportsOn(codes: readonly string[]): Readonly<Record<string, ReportInput>> {
  const [conditions, hypotheses, rows] = [codes.slice(1, 5), codes.slice(1, 4), codes.slice(0, 12)];
  return {
    coverage: { kind: 'coverage', ...asked, most: 200 },
    saturation: {
      kind: 'saturation',
      ...asked,
      level: 1,
      base: 4,
      run: 2,
      threshold: 0.05,
      heldBack: 3,
      order: null,
    },
    levels: { kind: 'levels', ...asked, most: 200 },
    crosstab: { kind: 'crosstab', ...asked, attribute: district, level: null },
    relations: {
      kind: 'relations',
      ...asked,
      rows,
      columns: rows,
      type: null,
      near: 'overlap',
      claims: null,
    },
    'truth table': {
      kind: 'truth-table',
      ...asked,
      conditions: conditions.map((code) => `code:${code}`),
      outcome: `code:${codes[5]}`,
      cutoff: 0.8,
    },
    portrait: {
      kind: 'portrait',
      ...asked,
      sources: null,
      codes: null,
      level: null,
      scale: 'text',
      most: 12,
    },
    tracing: { kind: 'tracing', ...asked, hypotheses, exclusive: false, order: null, most: 200 },
    'code trend': {
      kind: 'code-trend',
      ...asked,
      codes: hypotheses,
      over: 'source',
      order: null,
      measure: 'references',
    },
    'word trend': {
      kind: 'word-trend',
      ...asked,
      words: ['trust', 'key', 'gar*'],
      over: 'source',
      order: null,
      measure: 'rate',
      most: 200,
    },
  };
}

/** Processor time of each report in the engine, the second time that it is asked, and what the process holds after all. */
async function reportRows({ engine }: RunningHost): Promise<BenchRow[]> {
  const { codes } = await engine.call('codes.list', {});
  const { cases } = await engine.call('cases.list', {});
  await engine.call('attributes.add', { owner: 'case', name: district, type: 'text', choices: [] });
  for (const [place, { name }] of cases.entries()) {
    const attributes = [{ name: district, value: place % 2 === 0 ? 'north' : 'south' }];
    await engine.call('cases.set', { name, attributes, sources: [], speakers: [] });
  }
  const rows: BenchRow[] = [];
  for (const [name, report] of Object.entries(reportsOn(codes.map((code) => code.name)))) {
    await engine.call('matrices.report', report);
    const before = process.cpuUsage();
    await engine.call('matrices.report', report);
    const { user, system } = process.cpuUsage(before);
    rows.push({ name: `${of}report, ${name}`, value: (user + system) / 1000, unit: 'ms', budget: 50 });
  }
  const memory = process.memoryUsage.rss() / 1e6;
  return [...rows, { name: `${of}resident memory after these reports`, value: memory, unit: 'MB' }];
}
