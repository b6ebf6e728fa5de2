// npm run dev: the workbench in the browser, or with --desktop in Electron, kept up with the code while it is changed.
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { serveDesktop } from './dev/desktop.ts';
import { startEngine } from './dev/engine-process.ts';
import { servePages } from './dev/pages.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { desktop: { type: 'boolean', default: false } },
});
const [given] = positionals;
// npm runs us in the program's own folder; INIT_CWD is where the person stood.
const project = given === undefined ? null : resolve(process.env['INIT_CWD'] ?? '', given);

if (values.desktop) await serveDesktop(project, tell);
else await serveBrowser();

async function serveBrowser(): Promise<void> {
  const engine = await startEngine(project, tell);
  const pages = await servePages(engine.origin, () => void engine.restart());
  const invite = async (): Promise<void> => tell(`Open ${pages.origin}/#launch=${await engine.launchCode()}`);
  await invite();
  tell('The address works once and for a minute. Enter: a new one. Ctrl+C: stop.');
  process.stdin.on('data', () => void invite().catch(() => tell('The engine is not running.')));
  process.once('SIGINT', () => process.stdin.destroy());
  process.once('SIGTERM', () => process.stdin.destroy());
  await new Promise((stopped) => process.stdin.once('close', stopped));
  await pages.close();
  await engine.stop();
}

function tell(line: string): void {
  process.stdout.write(`${line}\n`);
}
