// What a person would install: the program packed for the three systems around a stand-in of Electron, and looked into.
import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { parsePlistFile } from 'app-builder-lib/out/util/plist.js';
import { Data, NtExecutable, NtExecutableResource, Resource } from 'resedit';
import { must } from '../../shared/must.ts';
import type { System } from './fake-electron.ts';
import { pack, runBuilder, stage, type Packed } from './pack.ts';

const root = join(import.meta.dirname, '../..');
const project = mkdtempSync(join(tmpdir(), 'crosscase-package-'));
after(() => rmSync(project, { recursive: true }));
await stage(project);

/** All that may stand in the archive, besides one binary. Whatever is new here is put in on purpose. */
const belonging = [
  /^package\.json$/,
  /^dist\/electron\/(?:[\w-]+\/)*[\w.-]+\.(?:js|cjs)$/,
  /^dist\/renderer\/index\.html$/,
  /^dist\/renderer\/assets\/[\w.-]+\.(?:js|css|woff2)$/,
  /^node_modules\/better-sqlite3\/(?:package\.json|LICENSE)$/,
  /^node_modules\/better-sqlite3\/lib\/[\w/-]+\.js$/,
];
const platforms: Readonly<Record<System, string>> = { linux: 'linux', win: 'win32', mac: 'darwin' };
/** Of what the program itself adds to Electron, archive and binary together. */
const mostMegabytes = 8;

for (const system of ['linux', 'win', 'mac'] as const) {
  describe(`packed for ${system}`, () => {
    const packing = pack(project, system);
    const both = (name: string, look: (packed: Packed) => void | Promise<void>): void => {
      test(name, async () => {
        for (const packed of await packing) await look(packed);
      });
    };

    both('the archive holds what belongs, and one binary beside it', ({ arch, files, unpacked }) => {
      const binary = `node_modules/better-sqlite3/prebuilds/${platforms[system]}-${arch}.node`;
      const foreign = files.filter((file) => file !== binary && !belonging.some((each) => each.test(file)));
      assert.deepEqual(foreign, []);
      assert.deepEqual(unpacked, [binary]);
    });

    both('the archive holds all that it refers to', ({ files, read }) => {
      const { main, dependencies, ...rest } = JSON.parse(read('package.json').toString()) as Record<
        string,
        unknown
      >;
      assert.ok(files.includes(String(main)), String(main));
      assert.deepEqual(Object.keys(dependencies as object), ['better-sqlite3']);
      for (const left of ['scripts', 'devDependencies']) assert.ok(!(left in rest), left);
      const page = read('dist/renderer/index.html').toString();
      const parts = [...page.matchAll(/(?:src|href)="\.\/([^"]+)"/g)].map(([, part]) => part);
      assert.ok(parts.length >= 2);
      for (const part of parts) assert.ok(files.includes(`dist/renderer/${part}`), part);
      const preloads = files.filter((file) => /^dist\/electron\/[\w-]+\.cjs$/.test(file));
      assert.equal(preloads.length, 1, 'a preload, which a sandbox takes as CommonJS only');
    });

    both('the binary is of this platform and architecture', ({ arch, resources, unpacked }) => {
      const path = join(resources, 'app.asar.unpacked', must(unpacked[0], 'a binary'));
      assert.equal(machineOf(readFileSync(path)), `${platforms[system]}-${arch}`);
      const beside = readdirSync(join(resources, 'app.asar.unpacked'), {
        recursive: true,
        withFileTypes: true,
      });
      assert.equal(beside.filter((entry) => entry.isFile()).length, 1);
    });

    both('the fuses are set', ({ fuses }) => {
      assert.deepEqual(fuses, {
        RunAsNode: false,
        EnableCookieEncryption: true,
        EnableNodeOptionsEnvironmentVariable: false,
        EnableNodeCliInspectArguments: false,
        EnableEmbeddedAsarIntegrityValidation: true,
        OnlyLoadAppFromAsar: true,
        LoadBrowserProcessSpecificV8Snapshot: false,
        GrantFileProtocolExtraPrivileges: false,
        // As Electron ships it.
        WasmTrapHandlers: true,
      });
    });

    both('it stays small, and brings its licences and two languages', (packed) => {
      const { resources, folder } = packed;
      const own = [
        join(resources, 'app.asar'),
        ...packed.unpacked.map((file) => join(resources, 'app.asar.unpacked', file)),
      ];
      const megabytes = own.reduce((sum, file) => sum + statSync(file).size, 0) / 1_000_000;
      assert.ok(megabytes < mostMegabytes, `${megabytes} MB`);
      assert.match(readFileSync(join(resources, 'LICENSE.txt'), 'utf8'), /^MIT License/);
      // On a Mac they come from beside Electron.app, which is all that is taken from an unpacked distribution.
      for (const name of system === 'mac' ? [] : ['LICENSE.electron.txt', 'LICENSES.chromium.html'])
        assert.ok(existsSync(join(folder, name)), name);
      const languages = readdirSync(system === 'mac' ? resources : join(folder, 'locales'))
        .filter((name) => /\.(?:pak|lproj)$/.test(name))
        .map((name) => name.replace(/\.\w+$/, ''));
      assert.deepEqual(languages.sort(), system === 'mac' ? ['en', 'zh_CN'] : ['en-US', 'zh-CN']);
    });

    if (system === 'win') both('the program says what it is', saysWhatItIs);
    if (system === 'mac') both('the Mac is told what it opens and what it may', tellsTheMac);
  });
}

test('a misspelt key of the configuration is refused', async () => {
  const { status, told } = await runBuilder(project, ['--linux', 'dir', '-c.electronFuzes.runAsNode=false']);
  assert.notEqual(status, 0);
  assert.match(told, /unknown property 'electronFuzes'/);
});

test('package.json says what the installers ask for', () => {
  const given = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<string, unknown>;
  for (const name of ['productName', 'version', 'description', 'author', 'homepage', 'license', 'main'])
    assert.equal(typeof given[name], 'string', name);
});

function saysWhatItIs({ folder }: Packed): void {
  const program = NtExecutable.from(readFileSync(join(folder, 'Crosscase.exe')));
  const { entries } = NtExecutableResource.from(program);
  const version = must(Resource.VersionInfo.fromEntries(entries)[0], 'a version');
  const language = must(version.getAllLanguagesForStringValues()[0], 'a language');
  const said = version.getStringValues(language);
  const { version: number } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    version: string;
  };
  assert.equal(said['ProductName'], 'Crosscase');
  assert.equal(said['FileDescription'], 'Crosscase');
  assert.equal(said['CompanyName'], 'The Crosscase developers');
  assert.match(must(said['LegalCopyright'], 'a copyright'), /The Crosscase developers/);
  assert.equal(said['FileVersion'], number);
  const icons = Resource.IconGroupEntry.fromEntries(entries);
  const ours = Data.IconFile.from(readFileSync(join(root, 'electron/assets/icon.ico')));
  assert.equal(icons[0]?.icons.length, ours.icons.length);
  assert.ok(entries.some(({ type, id }) => type === 'INTEGRITY' && id === 'ELECTRONASAR'));
}

interface Info {
  readonly CFBundleIdentifier: string;
  readonly CFBundleIconFile: string;
  readonly NSAppTransportSecurity: unknown;
  readonly ElectronAsarIntegrity: Readonly<Record<string, { readonly hash: string }>>;
  readonly CFBundleDocumentTypes: readonly {
    readonly CFBundleTypeExtensions: readonly string[];
    readonly CFBundleTypeIconFile: string;
    readonly LSHandlerRank: string;
  }[];
}

async function tellsTheMac({ folder, resources }: Packed): Promise<void> {
  const info = await parsePlistFile<Info>(join(folder, 'Contents/Info.plist'));
  assert.deepEqual(info.NSAppTransportSecurity, { NSAllowsArbitraryLoads: false });
  assert.deepEqual(
    Object.keys(info).filter((key) => key.endsWith('UsageDescription')),
    [],
  );
  assert.equal(info.CFBundleIdentifier, 'org.crosscase.workbench');
  assert.match(must(info.ElectronAsarIntegrity['Resources/app.asar'], 'a checksum').hash, /^[\da-f]{64}$/);
  const opens = info.CFBundleDocumentTypes.map(({ CFBundleTypeExtensions, LSHandlerRank }) => [
    ...CFBundleTypeExtensions,
    LSHandlerRank,
  ]);
  assert.deepEqual(opens, [
    ['crosscase', 'Owner'],
    ['qdpx', 'Alternate'],
  ]);
  const icons = [
    info.CFBundleIconFile,
    ...info.CFBundleDocumentTypes.map((each) => each.CFBundleTypeIconFile),
  ];
  for (const icon of icons)
    assert.deepEqual(readFileSync(join(resources, icon)), readFileSync(join(root, 'electron/assets', icon)));
}

/** 'linux-x64' and the like, as the head of an executable says (ELF, PE and Mach-O). */
function machineOf(bytes: Buffer): string {
  if (bytes.readUInt32BE(0) === 0x7f454c46)
    return named('linux', bytes.readUInt16LE(18), { 62: 'x64', 183: 'arm64' });
  if (bytes.readUInt32LE(0) === 0xfeedfacf)
    return named('darwin', bytes.readUInt32LE(4), { 0x01000007: 'x64', 0x0100000c: 'arm64' });
  const machine = bytes.readUInt16LE(bytes.readUInt32LE(0x3c) + 4);
  return named('win32', machine, { 0x8664: 'x64', 0xaa64: 'arm64' });
}

function named(platform: string, machine: number, names: Readonly<Record<number, string>>): string {
  return `${platform}-${names[machine] ?? machine}`;
}
