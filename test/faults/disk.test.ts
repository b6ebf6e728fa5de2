// A disk that is full or may not be written to: nothing acknowledged is lost, and the person is told in words.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync } from 'node:fs';
import { dirname } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { addText, aFolder, aProject } from '../helpers/project.ts';

const helper = (name: string): string => fileURLToPath(new URL(`../helpers/${name}`, import.meta.url));

/** A disk of its own, where this system lets one be made. */
const mounted = 'mount -t tmpfs -o size=1400k none "$0" && exec "$@"';
const canMount = spawnSync('unshare', ['-mr', 'sh', '-c', mounted, '/mnt', 'true']).status === 0;

test(
  'on a full disk an act is refused and leaves nothing; with room again work goes on',
  { skip: canMount ? false : 'no disk can be mounted here' },
  (t) => {
    const run = ['sh', '-c', mounted, aFolder(t), process.execPath, helper('fill-disk.ts')];
    const folder = run[3] ?? '';
    const { stdout, stderr } = spawnSync('unshare', ['-mr', ...run, folder], { encoding: 'utf8' });
    assert.deepEqual(
      JSON.parse(stdout || '{}'),
      {
        refused: 'refused.disk-full',
        again: 'refused.disk-full',
        backup: 'refused.disk-full',
        withRoom: null,
        isSound: true,
        isExact: true,
        some: true,
        left: ['study backups', 'study.crosscase'],
      },
      stderr,
    );
  },
);

test(
  'in a folder that may not be written to a project can be read, and writing is refused',
  { skip: process.getuid?.() === 0 ? false : 'only root can become somebody else' },
  (t) => {
    const project = aProject(t);
    addText(project, 'Lin', 'Ms Lin: Hello.');
    project.close();
    const { path } = project.connection;
    // The last folder may be entered, but what is in it may not be listed.
    for (const [mode, access, said] of [
      [0o755, 'read', ''],
      [0o755, 'write', 'refused.read-only'],
      [0o711, 'read', ''],
    ] as const) {
      chmodSync(dirname(path), mode);
      const { status, stdout, stderr } = spawnSync(process.execPath, [helper('read.ts'), path, access], {
        encoding: 'utf8',
        uid: 65534,
        gid: 65534,
      });
      assert.deepEqual([status, stdout], [0, said], stderr);
    }
  },
);
