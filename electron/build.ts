// npm run build: the desktop program and the window into dist/, from which everything is started and packed.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';

const root = join(import.meta.dirname, '..');

/** What Electron starts, each with what it needs in one file. A sandboxed preload must be CommonJS. */
const parts = [
  { from: 'main.ts', to: 'main.js', format: 'es' },
  { from: 'preload.ts', to: 'preload.cjs', format: 'cjs' },
  { from: 'engine/serve-port.ts', to: 'engine.js', format: 'es' },
  { from: 'engine/serve-worker.ts', to: 'worker.js', format: 'es' },
  // A thread of the engine.
  { from: 'engine/project/check-copy.ts', to: 'check-copy.js', format: 'es' },
] as const;

/** Names stay, for the reports of faults; comments and blanks would be a fourth of what is packed. */
const tight = { compress: false, mangle: false, codegen: { removeWhitespace: true } } as const;

/** The worker's words and readers are written shorter, too. */
const tighter = { ...tight, compress: true } as const;

if (import.meta.main) {
  await buildShell(join(root, 'dist'));
  await buildWindow(join(root, 'dist'));
}

function minified(from: string): false | typeof tight | typeof tighter {
  if (from.endsWith('worker.ts')) return tighter;
  return from.startsWith('engine/serve') && tight;
}

/** Main, preload, engine and import worker into `folder`/electron. */
export async function buildShell(folder: string): Promise<void> {
  const outDir = join(folder, 'electron');
  rmSync(outDir, { recursive: true, force: true });
  for (const { from, to, format } of parts) {
    await build({
      configFile: false,
      root: import.meta.dirname,
      logLevel: 'warn',
      publicDir: false,
      // Native code and Electron itself are the only things that a bundle cannot hold.
      ssr: { noExternal: true, external: ['electron', 'better-sqlite3'] },
      build: {
        ssr: true,
        outDir,
        emptyOutDir: false,
        target: 'node24',
        minify: false,
        rolldownOptions: {
          input: join(import.meta.dirname, from),
          output: {
            format,
            entryFileNames: to,
            codeSplitting: false,
            minify: minified(from),
          },
        },
      },
    });
  }
}

/** The window into `folder`/renderer. */
export async function buildWindow(folder: string): Promise<void> {
  await build({
    configFile: join(root, 'renderer', 'vite.config.ts'),
    logLevel: 'warn',
    build: { outDir: join(folder, 'renderer') },
  });
}
