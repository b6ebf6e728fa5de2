// Help says what there is, in both languages, and everything that it shows can be typed.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { commands } from '../../../electron/engine/command-line/commands.ts';
import { commandHelp, overview } from '../../../electron/engine/command-line/help.ts';
import { checkArgs, findCommand, readCommandLine } from '../../../electron/engine/command-line/parse.ts';
import { displayWidth } from '../../../electron/engine/command-line/print.ts';

const languages = ['en', 'zh'] as const;

test('no line of help is wider than 80 columns', () => {
  for (const language of languages) {
    const pages = [overview(language), ...commands.map((command) => commandHelp(language, command))];
    for (const line of pages.join('\n').split('\n')) {
      assert.ok(displayWidth(line) <= 80, line);
      assert.doesNotMatch(line, /^\s*[、，。；：）]/u);
    }
  }
});

test('the first page names every command, and each page every option', () => {
  for (const language of languages) {
    const first = overview(language);
    for (const command of commands) {
      assert.match(first, new RegExp(`^ {2}${command.name} {2,}\\S`, 'm'));
      const page = commandHelp(language, command);
      for (const { name } of command.options) assert.match(page, new RegExp(`^ {2}--${name}( |$)`, 'm'));
    }
  }
});

test('every command line that help shows is a right one', () => {
  const pages = languages.flatMap((language) => [
    overview(language),
    ...commands.map((command) => commandHelp(language, command)),
  ]);
  const lines = pages.flatMap((page) =>
    [...page.matchAll(/^ +npx crosscase (.*)$/gm)].map(([, line = '']) => line),
  );
  assert.ok(lines.length >= 2 * (5 + commands.length));
  for (const shown of new Set(lines)) {
    const words = [...shown.replace(/ > .*/, '').matchAll(/"([^"]*)"|(\S+)/g)].map(
      ([, quoted, plain]) => quoted ?? plain ?? '',
    );
    const line = readCommandLine(words, commands);
    const command = findCommand(line.words[0] ?? '', commands);
    assert.doesNotThrow(() => command.prepare(checkArgs(line, command)), shown);
  }
});
