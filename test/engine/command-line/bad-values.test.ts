// Whatever is given to an option, the answer is a sentence of ours: what is wrong, at which option, and what to do.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { commands } from '../../../electron/engine/command-line/commands.ts';
import { must } from '../../../shared/must.ts';
import { aStudy } from './in-process.ts';

/** Words of a schema checker; `given` may hold them itself. */
const jargon =
  /invalid|regex|pattern|expected|received|too (big|small)|zod|schema|undefined|\bnull\b|NaN|\[object/i;

const bad = fc.constantFrom(
  '=Z',
  '-',
  '--',
  ' ',
  '\t',
  '\u3000',
  '\ud800',
  'a\udc00b',
  '1e999',
  '-7',
  '9007199254740993',
  '3.5',
  '0x10',
  'NaN',
  'DIM=',
  '=',
  'a=b',
  'code=',
  'level=9',
  'case:=x',
  'code:99',
  'within:-1',
  'within:9999999999',
  'followed:1.5',
  '../x',
  'x*501',
  'x=*300',
  'code=x*600',
  '编*1001',
  'y*1000001',
);

/** What may be missing beside an option. */
const needed = (options: (typeof commands)[number]['options']): string[] =>
  options.filter(({ required }) => required).map(({ name }) => `--${name}`);
const otherForms = ['--source', '--code', '--from', '--find', '--add', '--near', '--kind', '--test'];

test('no sentence about a bad value is the schema’s own, and each names the option at fault', async (t) => {
  const { tell } = await aStudy(t);
  const tried = commands.filter(({ name }) => name !== 'new' && name !== 'backup');
  const choices = tried.flatMap((command) =>
    command.options
      .filter(({ value, name }) => value !== null && name !== 'out')
      .map((option) => `${command.name} --${option.name}`),
  );
  let refused = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...choices),
      bad,
      fc.constantFrom('en', 'zh'),
      async (choice, short, language) => {
        const [command = '', option = ''] = choice.split(' ');
        const value = written(short);
        // A single dash stands for standard input, which is not this test's.
        fc.pre(!(option === '--from' && value === '-'));
        const { takes, options } = must(
          commands.find(({ name }) => name === command),
          'the command',
        );
        const taken = takes === undefined ? [] : takes.count === 'two' ? ['one', 'two'] : ['one'];
        const words = [command, 'study', ...taken, `${option}=${value}`];
        const { kind, text: sentence } = await tell(words, language);
        if (kind === 'done') return;
        refused++;
        const own = value.slice(0, 20).toWellFormed();
        assert.doesNotMatch(sentence.replaceAll(own, ''), jargon, choice);
        assert.ok(sentence.length < 1500 && !sentence.includes('\n'), sentence);
        if (kind === 'usage')
          assert.match(sentence, new RegExp([option, ...needed(options), ...otherForms].join('|')));
      },
    ),
    { numRuns: 400 },
  );
  assert.ok(refused > 100);
});

test('what was probably meant is offered, and what is offered is taken', async (t) => {
  const { tell, folder } = await aStudy(t);
  writeFileSync(join(folder, 'Lin.txt'), 'Ms Lin: We don’t lock the “blue” shed. Nobody does.\n');
  await tell(['import', 'study', join(folder, 'Lin.txt'), '--case', 'North Street']);
  const code = ['code', 'study', '--source', 'Lin', '--code', 'T1', '--find', 'Nobody does'];
  const swapped = (from: string, to: string): string[] => code.map((word) => (word === from ? to : word));
  for (const [words, near] of [
    [swapped('T1', 'T1x'), 'T1'],
    [swapped('Lin', 'Linn'), 'Lin'],
    [swapped('Nobody does', `we don't lock the "blue" shed`), 'We don’t lock the “blue” shed'],
    [['source', 'study', 'Lin', '--case', 'North Stret'], 'North Street'],
    [['quotes', 'study', '--case', 'North Stret'], 'North Street'],
    [['quotes', 'study', '--code', 'Trst'], 'Trust'],
  ] as const) {
    const told = await tell(words);
    assert.equal(told.kind, 'refused');
    assert.ok(told.text.endsWith(`did you mean “${near}”?`), told.text);
    assert.ok((await tell(words, 'zh')).text.endsWith(`，是否指“${near}”？`));
  }
  assert.equal((await tell(swapped('Nobody does', 'We don’t lock the “blue” shed'))).kind, 'done');
  await tell(code);
  assert.match((await tell(['quotes', 'study', '--limit', '1'])).text, /\n1 of 2 quotes are shown\.\n/);
  assert.doesNotMatch((await tell(['quotes', 'study', '--limit', '2'])).text, /shown\.\n/);
});

test('a refusal names the command with what was typed; a blank is no passage and no value of a filter', async (t) => {
  const { tell, folder } = await aStudy(t);
  writeFileSync(join(folder, 'Ms Lin.txt'), 'Ms Lin: Nobody does.\n');
  await tell(['import', 'study', join(folder, 'Ms Lin.txt')]);
  const code = ['code', 'study', '--source', 'Ms Lin', '--code', 'T1', '--find'];
  assert.match((await tell([...code, 'zzz'])).text, /crosscase text study --source "Ms Lin", /);
  assert.equal((await tell([...code, ' '])).kind, 'usage');
  assert.match((await tell(['quotes', 'study', '--filter', 'case='])).text, /finds no “”/);
  assert.match(
    (await tell(['codes', 'study', '--code', 'T1'])).text,
    /one of --rename, .*, --remove, --set\.$/,
  );
});

/** 'x*501' is 501 times x, after what may stand before it. */
function written(short: string): string {
  const [, before = '', unit = '', times = ''] = /^(.*?)(.=?)\*(\d+)$/su.exec(short) ?? [];
  return times === '' ? short : before + unit.repeat(Number(times));
}
