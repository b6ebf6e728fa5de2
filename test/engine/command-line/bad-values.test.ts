// Whatever is given to an option, the answer is a sentence of ours: what is wrong, at which option, and what to do.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { commands } from '../../../electron/engine/command-line/commands.ts';
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

test('no sentence about a bad value is the schema’s own, and each names the option at fault', async (t) => {
  const { tell } = await aStudy(t);
  const taken = commands.filter(({ name }) => name !== 'new' && name !== 'backup');
  const choices = taken.flatMap((command) =>
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
        const takes = commands.some((each) => each.name === command && each.takes);
        const words = [command, 'study', ...(takes ? ['one'] : []), `${option}=${value}`];
        const { kind, text: sentence } = await tell(words, language);
        if (kind === 'done') return;
        refused++;
        const own = value.slice(0, 20).toWellFormed();
        assert.doesNotMatch(sentence.replaceAll(own, ''), jargon, choice);
        assert.ok(sentence.length < 1500 && !sentence.includes('\n'), sentence);
        if (kind === 'usage')
          assert.match(sentence, new RegExp(`${option}|--source|--code|--from|--find|--add|--rows|--near`));
      },
    ),
    { numRuns: 400 },
  );
  assert.ok(refused > 100);
});

/** 'x*501' is 501 times x, after what may stand before it. */
function written(short: string): string {
  const [, before = '', unit = '', times = ''] = /^(.*?)(.=?)\*(\d+)$/su.exec(short) ?? [];
  return times === '' ? short : before + unit.repeat(Number(times));
}
