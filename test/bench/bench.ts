// npm run bench: what a person waits for, measured; --only NAME one group, --large the large ones too. Rows {name, value, unit, budget, ratio?} to the screen and --out FILE.
// Machines are noisy: read the ratios, which compare two things within one run.
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { codingRows } from './coding.ts';
import { importRows } from './import.ts';
import { matrixRows, sizes } from './matrices.ts';
import { largePageGroups, pageGroups } from './page.ts';
import type { BenchRow } from './row.ts';
import { wholeProjectGroups } from './whole-project.ts';

const { values } = parseArgs({
  options: { out: { type: 'string' }, only: { type: 'string' }, large: { type: 'boolean', default: false } },
});

type Groups = Readonly<Record<string, () => BenchRow[] | Promise<BenchRow[]>>>;

const usual: Groups = {
  import: importRows,
  coding: codingRows,
  matrices: () => matrixRows(sizes.S),
  ...pageGroups,
};
const large: Groups = {
  ...largePageGroups,
  ...wholeProjectGroups,
  'matrices-large': () => matrixRows(sizes.L),
  'matrices-huge': () => matrixRows(sizes.XL),
};
const groups = values.large || Object.hasOwn(large, values.only ?? '') ? { ...usual, ...large } : usual;

const rows: BenchRow[] = [];
const wanted = values.only ?? '';
// A row says its name only once measured: where no group is meant, all are measured and the rows chosen.
const chosen = Object.hasOwn(groups, wanted)
  ? [wanted]
  : Object.keys(groups).filter((group) => group.includes(wanted));
const began = performance.now();
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
  const names = Object.keys({ ...usual, ...large }).join(', ');
  console.error(`Nothing is called "${wanted}"; the groups are: ${names}.`);
  process.exitCode = 1;
}
console.log(`${Math.round((performance.now() - began) / 1000)} s`);
if (values.out !== undefined) writeFileSync(values.out, `${JSON.stringify(rows, null, 2)}\n`);
