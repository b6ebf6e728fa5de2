// Tallies: with them a row that was added, removed or put back outside the program is found (see tally.ts).
const sealed = [
  'settings coders phases sources speakers source_speakers cases members attributes attribute_values',
  'codes code_sets code_set_members codings memos acts',
];
const kept = [
  { table: 'contents', key: 'sha256', seal: 'layout_sha256' },
  { table: 'files', key: 'sha256', seal: 'sha256' },
];
const counted = sealed
  .flatMap((names) => names.split(' '))
  .map((table) => ({ table, key: 'id', seal: 'seal' }))
  .concat(kept);

export const tallies = [
  'CREATE TABLE tallies(name TEXT PRIMARY KEY, rows INTEGER NOT NULL, marks TEXT NOT NULL) STRICT, WITHOUT ROWID',
  ...counted.map(
    ({ table, key, seal }) =>
      `INSERT INTO tallies SELECT '${table}', count(*), joined(mark('${table}', ${key}, ${seal})) FROM ${table}`,
  ),
].join(';\n');
