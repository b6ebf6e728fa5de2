// npm run bench: what a person waits for, measured. Rows {name, value, unit, budget, ratio?} to the screen and --out FILE.
// Machines are noisy: read the ratios, which compare two things within one run.
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { codingRows } from './coding.ts';
import { importRows } from './import.ts';
import { matrixRows, sizes } from './matrices.ts';
import type { BenchRow } from './row.ts';

const { values } = parseArgs({
  options: { out: { type: 'string' }, only: { type: 'string' }, large: { type: 'boolean', default: false } },
});

const groups: Readonly<Record<string, () => BenchRow[] | Promise<BenchRow[]>>> = {
  import: importRows,
  coding: codingRows,
  matrices: () => matrixRows(sizes.S),
  ...(values.large ? { 'matrices-large': () => matrixRows(sizes.L) } : {}),
};

const rows: BenchRow[] = [];
for (const [group, measure] of Object.entries(groups)) {
  if (values.only !== undefined && !group.startsWith(values.only) && !values.only.startsWith(group)) continue;
  for (const row of await measure()) {
    if (values.only !== undefined && values.only !== group && !row.name.includes(values.only)) continue;
    rows.push(row);
    const budget = row.budget === undefined ? '' : `budget ${row.budget} ${row.unit}`;
    const ratio = row.ratio === undefined ? '' : `ratio ${row.ratio.toFixed(2)}`;
    console.log(
      `${row.name.padEnd(58)} ${row.value.toFixed(2).padStart(10)} ${row.unit.padEnd(8)} ${budget.padEnd(18)} ${ratio}`,
    );
  }
}
if (values.out !== undefined) writeFileSync(values.out, `${JSON.stringify(rows, null, 2)}\n`);
