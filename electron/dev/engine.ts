// What runs in the engine's process while developing: the browser host's own door, told from outside when to begin and end.
import { homedir } from 'node:os';
import { must } from '../../shared/must.ts';
import { serve, type Handler } from '../../shared/wire.ts';
import { createEngine } from '../engine/engine.ts';
import { processWire } from '../engine/import/process-wire.ts';
import { serveLoopback, type LoopbackHost } from '../engine/serve-loopback.ts';
import { projectsFolder } from '../engine/window/places.ts';
import { settingsFolder } from '../engine/window/remembered.ts';
import type { Beginning } from './engine-process.ts';

const engine = createEngine();
let host: LoopbackHost | null = null;

const calls: Readonly<Record<string, Handler>> = {
  begin: async (input) => {
    const { project, port, session } = input as Beginning;
    if (project !== null)
      await engine.call('project.open', { file: engine.files.grant(project), access: 'write' });
    host = await serveLoopback({
      engine,
      // Pages come from beside this process; here is nothing to be found.
      pages: import.meta.dirname,
      projects: projectsFolder(homedir()),
      settings: settingsFolder(process.platform, process.env),
      port,
      session,
      launchSeconds: 60,
      uploadMegabytes: 200,
      log: (line) => process.stderr.write(`${line}\n`),
    });
    return Number(new URL(host.origin).port);
  },
  launchCode: () => new URL(must(host, 'begun').launchUrl()).hash.replace('#launch=', ''),
  end: async () => {
    const open = await engine.call('project.current', {});
    await host?.close();
    await engine.close();
    return open?.file ?? null;
  },
};

serve(processWire(process), (name) => calls[name]);
// A terminal sends Ctrl+C here, too; the end comes from the process that began this one, or with it.
process.on('SIGINT', () => {});
process.once('disconnect', () => process.exit());
