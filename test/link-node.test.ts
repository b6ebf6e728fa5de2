// npm 10 links no Node where the Nodes of other platforms are optional too: the link made after the install.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { aFolder } from './helpers/project.ts';

const script = fileURLToPath(new URL('../electron/link-node.js', import.meta.url));

test(
  'the Node among the packages is linked where npm left it out',
  { skip: process.platform !== 'linux' },
  (t) => {
    const folder = aFolder(t);
    const own = `node-linux-${process.arch}/bin`;
    mkdirSync(join(folder, 'electron'));
    mkdirSync(join(folder, 'node_modules', own), { recursive: true });
    writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
    writeFileSync(join(folder, 'node_modules', own, 'node'), '');
    copyFileSync(script, join(folder, 'electron/link-node.js'));
    for (const _ of ['an install', 'another one']) {
      assert.equal(spawnSync(process.execPath, [join(folder, 'electron/link-node.js')]).status, 0);
      assert.equal(readlinkSync(join(folder, 'node_modules/.bin/node')), `../${own}/node`);
    }
  },
);
