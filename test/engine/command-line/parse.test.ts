// From words to arguments: order, values, and what is said of wrong ones.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { WrongUsage } from '../../../electron/engine/command-line/command.ts';
import { commands } from '../../../electron/engine/command-line/commands.ts';
import * as options from '../../../electron/engine/command-line/options.ts';
import {
  checkArgs,
  findCommand,
  isGiven,
  readCommandLine,
} from '../../../electron/engine/command-line/parse.ts';

function parse(...argv: string[]) {
  const line = readCommandLine(argv, commands);
  return checkArgs(line, findCommand(line.words[0] ?? '', commands));
}

/** The key of the wrong usage that `argv` is. */
function wrong(...argv: string[]): string {
  try {
    const line = readCommandLine(argv, commands);
    const command = findCommand(line.words[0] ?? '', commands);
    command.prepare(checkArgs(line, command));
  } catch (error) {
    if (error instanceof WrongUsage) return error.key;
    throw error;
  }
  return 'right';
}

test('options stand anywhere: the order changes nothing', () => {
  const units = [
    ['--case', 'North Street'],
    ['--phase=before'],
    ['--interviewer', 'Q'],
    ['--interviewer=Wang'],
    ['--json'],
  ];
  fc.assert(
    fc.property(fc.shuffledSubarray(units, { minLength: 5 }), fc.nat(5), fc.nat(5), (shuffled, a, b) => {
      const [first, second] = [Math.min(a, b), Math.max(a, b)];
      const args = parse(
        ...shuffled.slice(0, first).flat(),
        'import',
        'study',
        ...shuffled.slice(first, second).flat(),
        'a.txt',
        'b.txt',
        ...shuffled.slice(second).flat(),
      );
      assert.equal(args.project, 'study');
      assert.deepEqual(args.rest, ['a.txt', 'b.txt']);
      assert.equal(args.one(options.importCase), 'North Street');
      assert.equal(args.one(options.importPhase), 'before');
      assert.deepEqual(args.many(options.interviewer).toSorted(), ['Q', 'Wang']);
      assert.ok(args.has(options.json));
    }),
  );
});

test('a file name that begins with a dash asks for no help', () => {
  assert.ok(isGiven(readCommandLine(['import', 'p', '-h'], commands), options.help));
  assert.ok(!isGiven(readCommandLine(['import', 'p', '-dash.txt'], commands), options.help));
});

test('a value may begin with a dash, a name may follow two dashes', () => {
  const code = ['code', 'P', '--source', '1', '--code', 'T1', '--start', '0', '--end', '3'];
  assert.equal(parse(...code, '--direction', '-1').one(options.direction), -1);
  assert.equal(parse(...code, '--direction=-1').one(options.direction), -1);
  assert.equal(parse(...code, '--memo', '- said twice').one(options.memo), '- said twice');
  assert.equal(parse(...code, '--memo=--nth').one(options.memo), '--nth');
  assert.equal(parse('code', 'P', '--from', '-').one(options.from), '-');
  assert.deepEqual(parse('import', '--', 'P', '--odd.txt').rest, ['--odd.txt']);
});

test('levels and directions are read as numbers and as words of both languages', () => {
  for (const [written, level] of [
    ['2', 2],
    ['Strong', 3],
    ['弱', 1],
    ['渐强', 2],
    ['强', 3],
  ] as const)
    assert.equal(options.level.read(written), level, written);
  for (const [written, direction] of [
    ['-1', -1],
    ['0', 0],
    ['positive', 1],
    ['负向', -1],
    ['中性', 0],
  ] as const)
    assert.equal(options.direction.read(written), direction, written);
});

test('a pair is cut at its first sign, which may be a full-width one', () => {
  assert.deepEqual(options.attribute.read('homes=214'), { name: 'homes', value: '214' });
  assert.deepEqual(options.attribute.read('note=a=b'), { name: 'note', value: 'a=b' });
  assert.deepEqual(options.attribute.read('户数＝214'), { name: '户数', value: '214' });
  assert.deepEqual(options.filter.read('case:Town size=small'), { name: 'case:Town size', value: 'small' });
});

test('each kind of wrong usage is told apart', () => {
  const code = ['code', 'P', '--source', '1', '--code', 'T1'];
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['usage.unknown-command', ['frobnicate']],
    ['usage.unknown-command-near', ['imprt']],
    ['usage.unknown-option', ['cases', 'P', '--frobnicate']],
    ['usage.unknown-option-near', ['import', 'P', 'f', '--cas', 'North']],
    ['usage.unknown-option', ['code', 'P', '-5']],
    ['usage.takes-no-value', ['cases', 'P', '--json=yes']],
    ['usage.needs-value', ['import', 'P', 'f', '--case']],
    ['usage.needs-value', [...code, '--find', '--nth', '2']],
    ['usage.given-twice', [...code, '--find', 'a', '--find', 'b']],
    ['usage.option-missing', ['text', 'P']],
    ['usage.option-missing', ['matrix', 'P', '--columns', 'case']],
    ['usage.option-missing', ['code', 'P', '--code', 'T1', '--find', 'a']],
    ['usage.project-missing', ['sources']],
    ['usage.project-missing', ['sources', '']],
    ['usage.argument-missing', ['import', 'P']],
    ['usage.argument-missing', ['uncode', 'P']],
    ['usage.too-many', ['sources', 'P', 'Q']],
    ['usage.too-many', ['case', 'P', 'North', 'Street']],
    ['usage.empty', ['import', 'P', 'f', '--case', ' ']],
    ['usage.empty', ['case', 'P', ' ']],
    ['usage.too-long', ['import', 'P', 'f', '--case', 'N'.repeat(501)]],
    ['usage.too-long', ['case', 'P', 'N'.repeat(501)]],
    ['usage.too-long', [...code, '--find', 'a', '--id', 'i'.repeat(101)]],
    ['usage.not-a-short-id', ['codes', 'P', '--add', 'Z', '--id', '=Z']],
    ['usage.not-text', [...code, '--find', 'a\ud800']],
    ['usage.not-a-whole-number', [...code, '--start', '1.5', '--end', '3']],
    ['usage.not-positive', ['quotes', 'P', '--limit', '0']],
    ['usage.not-a-number', [...code, '--find', 'a', '--weight', 'much']],
    ['usage.not-a-pair', ['case', 'P', 'North', '--attribute', 'homes']],
    ['usage.not-a-choice', ['frequencies', 'P', '--by', 'colour']],
    ['usage.not-a-choice', ['matrix', 'P', '--rows', 'code', '--measure', 'sum']],
    ['usage.not-a-choice', ['cases', 'P', '--lang', 'fr']],
    ['usage.not-a-level', [...code, '--find', 'a', '--level', '4']],
    ['usage.not-a-direction', [...code, '--find', 'a', '--direction', 'up']],
    ['usage.more-than-two', ['matrix', 'P', '--rows', 'code,case,phase']],
    ['usage.unknown-dimension', ['matrix', 'P', '--rows', 'colour']],
    ['usage.unknown-dimension', ['matrix', 'P', '--rows', 'code,']],
    ['usage.unknown-dimension', ['quotes', 'P', '--filter', 'colour=red']],
    ['usage.unknown-nearness', ['matrix', 'P', '--rows', 'code', '--columns', 'code', '--near', 'far']],
    ['usage.passage', code],
    ['usage.passage', [...code, '--start', '1']],
    ['usage.passage', [...code, '--find', 'a', '--start', '1', '--end', '2']],
    ['usage.passage', [...code, '--start', '1', '--end', '2', '--nth', '2']],
    ['usage.only-with', ['codes', 'P', '--parent', 'T']],
    ['usage.only-with', ['quotes', 'P', '--force']],
    ['usage.not-with', ['code', 'P', '--from', 'f', '--memo', 'm']],
    ['usage.needs-out', ['quotes', 'P', '--format', 'xlsx']],
    ['usage.needs-out', ['quotes', 'P', '--format', 'docx']],
    ['usage.text-or-json', ['quotes', 'P', '--format', 'csv', '--json']],
    ['usage.text-or-json', ['quotes', 'P', '--format', 'tex', '--json']],
    ['usage.needs-out', ['quotes', 'P', '--format', 'docx']],
    ['usage.appendix-in-document', ['frequencies', 'P', '--appendix']],
    ['usage.appendix-in-document', ['frequencies', 'P', '--appendix', '--out', 'table.xlsx']],
    [
      'usage.written-not-tidy',
      ['matrix', 'P', '--rows', 'code', '--columns', 'case', '--written', '--format', 'tidy'],
    ],
    ['usage.unknown-ending', ['quotes', 'P', '--out', 'quotes.txt']],
    ['right', ['quotes', 'P', '--out', 'quotes.txt', '--format', 'csv']],
    ['right', [...code, '--find', 'a', '--nth', '2', '--level', 'weak']],
  ];
  for (const [key, argv] of cases) assert.equal(wrong(...argv), key, argv.join(' '));
});
