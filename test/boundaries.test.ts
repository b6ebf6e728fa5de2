// The walls stand: who may import whom, and the compiler and the linter that guard it are switched on.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, posix } from 'node:path';
import { test } from 'node:test';

const root = join(import.meta.dirname, '..');

/** The order of the engine: a place imports itself and earlier rows, not its neighbours; any other file is a door. */
const rows = [
  'store',
  'text',
  'cases',
  'coding',
  'import search matrices',
  'team interchange export',
  'project',
  'calls',
  'handlers',
  'engine',
];
const shellWithElectron = [
  'main',
  'preload',
  'window',
  'menu',
  'dialogs',
  'engine-process',
  'ipc',
  'lock-down',
  'page-calls',
];
const topLevel = ['electron', 'renderer', 'shared', 'test', 'LICENSE', 'README.md', 'electron-builder.yml'];
const npmFiles = ['package.json', 'package-lock.json', 'tsconfig.json', 'node_modules', 'dist', 'out'];

test('every import of every file stays within the walls', () => {
  const files = globSync('{shared,electron,renderer}/**/*.{ts,tsx,js}', { cwd: root }).map((file) =>
    file.replaceAll('\\', '/'),
  );
  assert.ok(files.length > 10);
  const broken = files.flatMap((file) =>
    importsOf(readFileSync(join(root, file), 'utf8'))
      .filter((name) => !allowed(file, name))
      .map((name) => `${file} imports ${name}`),
  );
  assert.deepEqual(broken, []);
});

test('the window takes types of the contract, never what leads to its schemas', () => {
  const files = globSync('renderer/**/*.{ts,tsx}', { cwd: root }).map((file) => file.replaceAll('\\', '/'));
  assert.deepEqual(
    waysToZod(files, (file) => readFileSync(join(root, file), 'utf8')),
    [],
  );
  const code: Readonly<Record<string, string>> = {
    'renderer/fine.ts': "import type { Input } from '../shared/contract/index.ts';",
    'renderer/bad.ts':
      "import type { Tone } from './tone.ts';\nimport {\n  longest,\n} from '../shared/limits.ts';",
    'shared/limits.ts': "export * from './contract/index.ts';",
    'shared/contract/index.ts': "import { z } from 'zod';",
  };
  assert.deepEqual(
    waysToZod(['renderer/fine.ts', 'renderer/bad.ts'], (file) => code[file] ?? ''),
    ['renderer/bad.ts > shared/limits.ts > shared/contract/index.ts'],
  );
});

test('the table of walls lets pass what it should and stops what it should', () => {
  const coding = 'electron/engine/coding/codings.ts';
  for (const name of [
    './codes.ts',
    '../store/change.ts',
    '../../../shared/must.ts',
    'node:fs',
    'better-sqlite3',
  ])
    assert.ok(allowed(coding, name), name);
  for (const name of [
    '../search/find.ts',
    '../project/open.ts',
    '../handlers.ts',
    '../../main.ts',
    'electron',
  ])
    assert.ok(!allowed(coding, name), name);
  assert.ok(!allowed('electron/engine/search/find.ts', '../matrices/table.ts'));
  assert.ok(
    !allowed('electron/engine/handlers.ts', './serve-port.ts') &&
      allowed('electron/engine/serve-port.ts', './handlers.ts'),
  );
  assert.ok(
    !allowed('shared/wire.ts', 'node:events') && !allowed('shared/wire.ts', '../electron/engine/handlers.ts'),
  );
  assert.ok(allowed('electron/main.ts', 'electron') && !allowed('electron/start.ts', 'electron'));
  assert.ok(
    !allowed('renderer/app.tsx', '../electron/main.ts') && !allowed('shared/must.ts', '../test/helpers.ts'),
  );
  assert.deepEqual(
    importsOf(`import a, { b } from 'c';\nexport * from "d";\nimport 'e';\nawait import('f')`),
    ['c', 'd', 'e', 'f'],
  );
});

test('the top level holds what it is meant to hold', () => {
  const known = new Set([...topLevel, ...npmFiles]);
  assert.deepEqual(
    readdirSync(root).filter((name) => !name.startsWith('.') && !known.has(name)),
    [],
  );
});

test('the compiler refuses Node and the engine inside shared', (t) => {
  const house = smallHouse({
    'shared/one.ts': 'export const one = 1;',
    'electron/engine/store/two.ts':
      "import { sep } from 'node:path';\nimport { one } from '../../../shared/one.ts';\nexport const two = sep + one;",
  });
  t.after(() => rmSync(house, { recursive: true }));
  const compile = () => run(house, 'tsc', ['-b', 'electron/engine']);
  assert.equal(compile(), '');
  for (const fault of [
    "import { sep } from 'node:path';\nexport const x = sep;",
    "export { two as x } from '../electron/engine/store/two.ts';",
  ]) {
    writeFileSync(join(house, 'shared/fault.ts'), fault);
    assert.match(compile(), /shared[/\\]fault\.ts\(1,\d+\): error TS/, fault);
  }
});

test('the linter reports what is planted, and only that', (t) => {
  const faults = {
    'shared/any.ts': ['export const anything: any = 1;', 'typescript(no-explicit-any)'],
    'shared/node.ts': ["export * from 'node:fs';", 'eslint(no-restricted-imports)'],
    'shared/up.ts': ["export * from '../electron/engine/store/fine.ts';", 'eslint(no-restricted-imports)'],
    'electron/engine/handlers.ts': ["export * from 'electron';", 'eslint(no-restricted-imports)'],
    'electron/engine/text/shell.ts': ["export * from 'electron';", 'eslint(no-restricted-imports)'],
    'electron/engine/store/order.ts': ["export * from '../coding/fine.ts';", 'eslint(no-restricted-imports)'],
    'electron/engine/search/neighbour.ts': [
      "export * from '../matrices/fine.ts';",
      'eslint(no-restricted-imports)',
    ],
    'electron/engine/project/door.ts': ["export * from '../handlers.ts';", 'eslint(no-restricted-imports)'],
  } as const;
  const fine = "export { readFileSync } from 'node:fs';\nexport * from '../../../shared/import/fine.ts';";
  const house = smallHouse({
    'shared/import/fine.ts': 'export const fine = 1;',
    'electron/engine/store/fine.ts': fine,
    'electron/engine/matrices/fine.ts': fine,
    'electron/engine/coding/fine.ts': `${fine}\nexport * as store from '../store/fine.ts';`,
    'test/engine/fine.test.ts': "export * from '../../electron/engine/coding/fine.ts';\nconsole.log(1);",
    ...Object.fromEntries(Object.entries(faults).map(([file, [code]]) => [file, code])),
  });
  t.after(() => rmSync(house, { recursive: true }));
  const { diagnostics } = JSON.parse(
    run(house, 'oxlint', ['--format=json', 'shared', 'electron', 'test']),
  ) as {
    diagnostics: { filename: string; code: string }[];
  };
  const reported = diagnostics.map(({ filename, code }) => `${filename.replaceAll('\\', '/')}: ${code}`);
  assert.deepEqual(
    reported.toSorted(),
    Object.entries(faults)
      .map(([file, [, code]]) => `${file}: ${code}`)
      .toSorted(),
  );
});

/** Whether `file` may import `name`; both are written with '/', `file` from the top of the repository. */
function allowed(file: string, name: string): boolean {
  const [wing = '', ...path] = file.split('/');
  const stem = (path.at(-1) ?? '').replace(/\.\w+$/, '');
  if (!name.startsWith('.')) {
    if (wing === 'shared') return name === 'zod';
    if (wing === 'renderer') return !/^(node:|electron$|better-sqlite3$)/.test(name);
    return name !== 'electron' || (path.length === 1 && shellWithElectron.includes(stem));
  }
  const target = posix.join(posix.dirname(file), name);
  if (target.startsWith('shared/')) return true;
  if (!target.startsWith(`${wing}/`) || wing === 'shared') return false;
  const [from, to] = [placeInEngine(file), placeInEngine(target)];
  if (wing !== 'electron' || from === null) return true;
  return to !== null && (to.row < from.row || to.place === from.place);
}

/** Where a file stands in the engine, null outside it: its row, and the folder or file of the engine it belongs to. */
function placeInEngine(file: string): { row: number; place: string } | null {
  const place = /^electron\/engine\/([^/.]+)/.exec(file)?.[1];
  if (place === undefined) return null;
  const row = rows.findIndex((names) => names.split(' ').includes(place));
  return row === -1 ? { row: rows.length, place: 'doors' } : { row, place };
}

/** The ways from these files to zod, by imports that are there when the code runs. */
function waysToZod(files: readonly string[], read: (file: string) => string): string[] {
  const known = new Map<string, string | null>();
  const wayFrom = (file: string): string | null => {
    const before = known.get(file);
    if (before !== undefined) return before;
    known.set(file, null);
    for (const name of importsOf(withoutTypes(read(file)))) {
      if (!/^\.|^zod$/.test(name) || !/^zod$|\.tsx?$/.test(name)) continue;
      const rest = name === 'zod' ? '' : wayFrom(posix.join(posix.dirname(file), name));
      if (rest === null) continue;
      known.set(file, rest === '' ? file : `${file} > ${rest}`);
      break;
    }
    return known.get(file) ?? null;
  };
  return files.map(wayFrom).filter((way) => way !== null);
}

const withoutTypes = (code: string): string => code.replace(/\b(?:import|export) type [^;]*;/g, '');

function importsOf(code: string): string[] {
  return [...code.matchAll(/\b(?:from|import)\s*\(?\s*(['"])([^'"\s]+)\1/g)].map(([, , name = '']) => name);
}

/** A folder of its own with our configuration and these files, where faults can be planted and never left behind. */
function smallHouse(files: Readonly<Record<string, string>>): string {
  const house = mkdtempSync(join(tmpdir(), 'crosscase-walls-'));
  for (const config of [
    'package.json',
    '.oxlintrc.json',
    'shared/tsconfig.base.json',
    'shared/tsconfig.json',
    'electron/engine/tsconfig.json',
  ])
    cpSync(join(root, config), join(house, config));
  // Only the types, so that what the compiler writes below node_modules stays in this folder.
  mkdirSync(join(house, 'node_modules'));
  symlinkSync(join(root, 'node_modules/@types'), join(house, 'node_modules/@types'), 'junction');
  for (const [file, code] of Object.entries(files)) {
    mkdirSync(dirname(join(house, file)), { recursive: true });
    writeFileSync(join(house, file), `${code}\n`);
  }
  return house;
}

/** What a tool of ours prints when it runs in `folder`. */
function run(folder: string, tool: 'tsc' | 'oxlint', options: readonly string[]): string {
  const script = { tsc: 'typescript/bin/tsc', oxlint: 'oxlint/bin/oxlint' }[tool];
  const { stdout, error } = spawnSync(process.execPath, [join(root, 'node_modules', script), ...options], {
    cwd: folder,
    encoding: 'utf8',
  });
  if (error) throw error;
  return stdout;
}
