// npm run bench: what a person waits for, measured. Rows {name, value, unit, budget, ratio?} to the screen and --out FILE.
// Machines are noisy: read the ratios, which compare two things within one run.
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { codingRows } from './coding.ts';
import { importRows } from './import.ts';
import { matrixRows, sizes } from './matrices.ts';
import { pageGroups } from './page.ts';
import type { BenchRow } from './row.ts';

const { values } = parseArgs({
  options: { out: { type: 'string' }, only: { type: 'string' }, large: { type: 'boolean', default: false } },
});

const groups: Readonly<Record<string, () => BenchRow[] | Promise<BenchRow[]>>> = {
  import: importRows,
  coding: codingRows,
  matrices: () => matrixRows(sizes.S),
  ...pageGroups(values.large),
  ...(values.large
    ? { 'matrices-large': () => matrixRows(sizes.L), 'matrices-huge': () => matrixRows(sizes.XL) }
    : {}),
};

const rows: BenchRow[] = [];
const wanted = values.only ?? '';
// A row says its name only once measured: where no group is meant, all are measured and the rows chosen.
const chosen = Object.keys(groups).filter((group) => group.includes(wanted));
for (const group of chosen.length > 0 ? chosen : Object.keys(groups)) {
  for (const row of (await groups[group]?.()) ?? []) {
    if (chosen.length === 0 && !row.name.includes(wanted)) continue;
    rows.push(row);
    const budget = row.budget === undefined ? '' : `budget ${row.budget} ${row.unit}`;
    const ratio = row.ratio === undefined ? '' : `ratio ${row.ratio.toFixed(2)}`;
    console.log(
      `${row.name.padEnd(58)} ${row.value.toFixed(2).padStart(10)} ${row.unit.padEnd(8)} ${budget.padEnd(18)} ${ratio}`,
    );
  }
}
if (rows.length === 0) {
  console.error(`Nothing is called "${wanted}"; the groups are: ${Object.keys(groups).join(', ')}.`);
  process.exitCode = 1;
}
if (values.out !== undefined) writeFileSync(values.out, `${JSON.stringify(rows, null, 2)}\n`);
