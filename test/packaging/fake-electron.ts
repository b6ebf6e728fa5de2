// Stand-ins for Electron's unpacked distributions: enough for electron-builder to pack around, to brand and to set fuses in.
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { NtExecutable, NtExecutableResource, Resource } from 'resedit';

export type System = 'linux' | 'win' | 'mac';

/** What surrounds the fuses in Electron's binary; then the version of the wire, its length, and every fuse as it is at first. */
const fuses = Buffer.concat([
  Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'),
  Buffer.from([1, 9]),
  Buffer.from('101100111'),
  Buffer.alloc(64),
]);
/** Languages that Electron brings; the program keeps two of them. */
const languages = ['de', 'en-US', 'fr', 'zh-CN', 'zh-TW'];
const windowsProgram = join(
  import.meta.dirname,
  '../../node_modules/electron-winstaller/vendor/StubExecutable.exe',
);

/** Writes the distribution of `system` into `folder`. */
export function writeFakeElectron(system: System, folder: string): void {
  const write = (name: string, content: string | Buffer, mode = 0o644): void => {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
    chmodSync(path, mode);
  };
  for (const name of ['version', 'LICENSE', 'LICENSES.chromium.html']) write(name, 'Electron');
  if (system === 'mac') return writeMac(write);
  write('resources/placeholder', '');
  for (const language of languages) write(`locales/${language}.pak`, '');
  if (system === 'win') write('electron.exe', Buffer.concat([windowsExecutable(), fuses]));
  else
    for (const name of ['electron', 'chrome-sandbox', 'chrome_crashpad_handler']) write(name, fuses, 0o755);
}

function writeMac(write: (name: string, content: string | Buffer, mode?: number) => void): void {
  const contents = 'Electron.app/Contents';
  const framework = `${contents}/Frameworks/Electron Framework.framework`;
  write(`${framework}/Electron Framework`, fuses, 0o755);
  write(`${contents}/MacOS/Electron`, '', 0o755);
  write(`${contents}/Resources/electron.icns`, '');
  for (const language of languages.map((each) => each.replace('en-US', 'en').replace('-', '_')))
    for (const folder of [contents, `${framework}/Versions/A`])
      write(`${folder}/Resources/${language}.lproj/locale.pak`, '');
  const info = {
    CFBundleName: 'Electron',
    CFBundleExecutable: 'Electron',
    CFBundleIdentifier: 'com.github.Electron',
    CFBundleIconFile: 'electron.icns',
    NSCameraUsageDescription: 'This app needs access to the camera',
    NSMicrophoneUsageDescription: 'This app needs access to the microphone',
  };
  write(`${contents}/Info.plist`, plist(info));
  for (const helper of ['', ' (Renderer)', ' (Plugin)', ' (GPU)']) {
    const name = `Electron Helper${helper}`;
    const folder = `${contents}/Frameworks/${name}.app/Contents`;
    write(`${folder}/Info.plist`, plist({ CFBundleName: name }));
    write(`${folder}/MacOS/${name}`, '', 0o755);
  }
}

function plist(values: Readonly<Record<string, string>>): string {
  const lines = Object.entries(values).map(([key, value]) => `<key>${key}</key><string>${value}</string>`);
  return `<?xml version="1.0" encoding="UTF-8"?><plist version="1.0"><dict>${lines.join('')}</dict></plist>`;
}

/** A real, small program for Windows that calls itself Electron. */
function windowsExecutable(): Buffer {
  const program = NtExecutable.from(readFileSync(windowsProgram), { ignoreCert: true });
  const resources = NtExecutableResource.from(program);
  const version = Resource.VersionInfo.createEmpty();
  version.setFileVersion(45, 4, 1, 0, 1033);
  version.setStringValues({ lang: 1033, codepage: 1200 }, { ProductName: 'Electron' });
  version.outputToResourceEntries(resources.entries);
  resources.outputResource(program);
  return Buffer.from(program.generate());
}
