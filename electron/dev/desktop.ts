// npm run dev -- --desktop: builds what was changed and starts Electron anew, with the project that was opened last.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { watch } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { buildShell, buildWindow } from '../build.ts';
import { createRemembered, settingsFolder } from '../engine/window/remembered.ts';
import { findRuntime } from '../runtime.ts';

const root = join(import.meta.dirname, '../..');
const parts = ['shared', 'electron', 'renderer'] as const;
type Part = (typeof parts)[number];
/** A save often touches several files: so long is waited for the others, in milliseconds. */
const calm = 50;

/** Until the person quits the program. `tell` hears of what a developer should know. */
export async function serveDesktop(project: string | null, tell: (line: string) => void): Promise<void> {
  const runtime = findRuntime();
  if (!('program' in runtime)) {
    tell(`There is no desktop here for want of a ${runtime.lacks}; npm run dev shows the same in a browser.`);
    process.exitCode = 1;
    return;
  }
  const remembered = createRemembered(settingsFolder(process.platform, process.env));
  const changes = watchParts();
  let shown = project;
  for (let parts = changes.all; ; parts = await changes.next()) {
    if (!(await built(parts, tell))) continue;
    const program = spawn(runtime.program, [root, ...(shown === null ? [] : [shown])], { stdio: 'inherit' });
    const ended = once(program, 'exit').then(() => 'ended' as const);
    if ((await Promise.race([ended, changes.wait()])) === 'ended') return changes.stop();
    program.kill();
    await ended;
    shown = remembered.recent()[0] ?? shown;
  }
}

/** False where the code cannot be built; Vite has said why. */
async function built(changed: ReadonlySet<Part>, tell: (line: string) => void): Promise<boolean> {
  const since = performance.now();
  try {
    if (changed.has('shared') || changed.has('electron')) await buildShell(join(root, 'dist'));
    if (changed.has('shared') || changed.has('renderer')) await buildWindow(join(root, 'dist'));
  } catch (error) {
    tell(`${String(error)}\nIt is tried again after the next change.`);
    return false;
  }
  tell(`Built after ${Math.round(performance.now() - since)} ms.`);
  return true;
}

interface Changes {
  readonly all: ReadonlySet<Part>;
  /** Until there are changes. */
  wait(): Promise<void>;
  /** The parts that have changed since this was last asked; waits until there are some. */
  next(): Promise<ReadonlySet<Part>>;
  stop(): void;
}

function watchParts(): Changes {
  let changed = new Set<Part>();
  let { promise: first, resolve: tellFirst } = Promise.withResolvers<void>();
  const watchers = parts.map((part) =>
    watch(join(root, part), { recursive: true }, () => {
      changed.add(part);
      tellFirst();
    }),
  );
  return {
    all: new Set(parts),
    wait: () => first,
    next: async () => {
      await first;
      await delay(calm);
      const taken = changed;
      changed = new Set();
      ({ promise: first, resolve: tellFirst } = Promise.withResolvers<void>());
      return taken;
    },
    stop: () => {
      for (const watcher of watchers) watcher.close();
    },
  };
}
