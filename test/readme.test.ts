// The worked example of the README, word for word: its files, its commands, and the answer that it prints.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { must } from '../shared/must.ts';
import { aFolder } from './helpers/project.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const program = join(root, 'electron', 'crosscase.js');

test('the worked example of the README does what it says', (t) => {
  const folder = aFolder(t);
  const readme = readFileSync(join(root, 'README.md'), 'utf8');
  const example = must(
    /## The same from a terminal: from a transcript to a table\n(.*?)\n## /s.exec(readme)?.[1],
    'the example',
  );
  let printed = '';
  let ran = 0;
  for (const [, language, name, body] of example.matchAll(/```(\w+) ?(\S*)\n(.*?)```/gs)) {
    const block = must(body, 'a block');
    if (language === 'sh') {
      printed = '';
      for (const line of block.trim().split('\n')) {
        const [, command] = /^npx crosscase (.*)$/.exec(line) ?? [];
        printed += run(folder, argumentsOf(must(command, `a command: ${line}`)));
        ran += 1;
      }
    } else if (name === 'output') assert.equal(anyIds(printed).trimEnd(), anyIds(block).trimEnd());
    else writeFileSync(join(folder, must(name, 'a file name')), block);
  }
  assert.ok(ran >= 10);
  assert.ok(existsSync(join(folder, 'trust.xlsx')));
});

/** The ids of codings differ from run to run. */
function anyIds(text: string): string {
  return text.replace(/\[[0-9a-f]{8}\]/g, '[id]');
}

function run(folder: string, args: readonly string[]): string {
  const env = { ...process.env, LC_ALL: 'en_US.UTF-8' };
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    cwd: folder,
    encoding: 'utf8',
    env,
  });
  assert.equal(status, 0, `${args.join(' ')}: ${stderr}`);
  return stdout;
}

/** Splits as a shell does: blanks between words, double quotes around some. */
function argumentsOf(command: string): string[] {
  return [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
}
