// Packs the built program for one system as a release does, but around a stand-in of Electron, and looks inside.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { extractFile, listPackage, statFile } from '@electron/asar';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { buildShell, buildWindow } from '../../electron/build.ts';
import { writeFakeElectron, type System } from './fake-electron.ts';

export type Arch = 'x64' | 'arm64';

export interface Packed {
  readonly system: System;
  readonly arch: Arch;
  /** The folder, on a Mac the .app, that a person receives. */
  readonly folder: string;
  readonly resources: string;
  /** Files of the archive, as 'dist/electron/main.js'. */
  readonly files: readonly string[];
  /** Those of them that stand beside the archive. */
  readonly unpacked: readonly string[];
  readonly read: (file: string) => Buffer;
  /** Electron's fuses by name: true, false, or null where the binary has none of that name. */
  readonly fuses: Readonly<Record<string, boolean | null>>;
}

const root = join(import.meta.dirname, '../..');
/** What lies about in a working copy and must stay there. */
const strays = [
  'dist/electron/main.js.map',
  'dist/screenshots/texts.png',
  'test/stray.test.ts',
  'shared/stray.ts',
  'study.crosscase',
  '.env',
  '.npmrc',
];

/** Lays out in `folder` what electron-builder sees of a working copy, with the program built and strays beside it. */
export async function stage(folder: string): Promise<void> {
  for (const name of ['package.json', 'package-lock.json', 'LICENSE', 'electron-builder.yml', 'electron'])
    cpSync(join(root, name), join(folder, name), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
  await buildShell(join(folder, 'dist'));
  await buildWindow(join(folder, 'dist'));
  for (const stray of strays) {
    mkdirSync(dirname(join(folder, stray)), { recursive: true });
    writeFileSync(join(folder, stray), 'a stray');
  }
}

/** Packs what is staged in `project` for both architectures of `system`; nothing is fetched. */
export async function pack(project: string, system: System): Promise<Packed[]> {
  const [electron, out] = [join(project, 'fake', system), join(project, 'out', system)];
  writeFakeElectron(system, electron);
  const words = [`--${system}`, 'dir', '--x64', '--arm64'];
  const { status, told } = await runBuilder(project, [
    ...words,
    `-c.electronDist=${electron}`,
    `-c.directories.output=${out}`,
  ]);
  if (status !== 0) throw new Error(`electron-builder ended with ${status}:\n${told}`);
  return Promise.all((['x64', 'arm64'] as const).map((arch) => look(out, system, arch)));
}

/** Runs electron-builder in `project`: its exit code and all that it printed. */
export async function runBuilder(
  project: string,
  words: readonly string[],
): Promise<{ status: number | null; told: string }> {
  const builder = spawn(process.execPath, [join(root, 'node_modules/electron-builder/cli.js'), ...words], {
    cwd: project,
    // No certificate of the person at this computer is looked for.
    env: { ...process.env, CSC_IDENTITY_AUTO_DISCOVERY: 'false' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let told = '';
  for (const stream of [builder.stdout, builder.stderr])
    stream.setEncoding('utf8').on('data', (part: string) => (told += part));
  const [status] = (await once(builder, 'close')) as [number | null];
  return { status, told };
}

async function look(out: string, system: System, arch: Arch): Promise<Packed> {
  const suffix = arch === 'x64' ? '' : `-${arch}`;
  const folder =
    system === 'mac' ? join(out, `mac${suffix}`, 'Crosscase.app') : join(out, `${system}${suffix}-unpacked`);
  const resources = join(folder, ...(system === 'mac' ? ['Contents', 'Resources'] : ['resources']));
  const archive = join(resources, 'app.asar');
  const slashes = (name: string): string => name.replaceAll('\\', '/');
  // The library writes and reads names with this system's own separator.
  const entries = listPackage(archive, { isPack: false })
    .map((name) => ({ name: name.slice(1), entry: statFile(archive, name.slice(1)) }))
    .filter(({ entry }) => !('files' in entry));
  const unpacked = entries.filter(({ entry }) => 'unpacked' in entry && entry.unpacked);
  return {
    system,
    arch,
    folder,
    resources,
    files: entries.map(({ name }) => slashes(name)),
    unpacked: unpacked.map(({ name }) => slashes(name)),
    read: (file) => extractFile(archive, join(file)),
    fuses: await fusesOf(join(folder, { linux: 'crosscase', win: 'Crosscase.exe', mac: '' }[system])),
  };
}

async function fusesOf(program: string): Promise<Record<string, boolean | null>> {
  const wire: Readonly<Partial<Record<number, number>>> = await getCurrentFuseWire(program);
  const isOn = (state: number | undefined): boolean | null => {
    if (state === FuseState.ENABLE) return true;
    return state === FuseState.DISABLE ? false : null;
  };
  const names = Object.entries(FuseV1Options).filter(([, index]) => typeof index === 'number');
  return Object.fromEntries(names.map(([name, index]) => [name, isOn(wire[Number(index)])]));
}
