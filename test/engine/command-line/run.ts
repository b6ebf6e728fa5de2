// Runs the real program as a person does: a process of its own in a folder of its own.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export const program = join(import.meta.dirname, '../../../electron/crosscase.js');

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface Folder {
  readonly path: string;
  /** Runs `crosscase` with these words; `input` goes to its standard input. */
  readonly run: (words: readonly string[], input?: string) => Promise<Ran>;
  /** The one JSON document that it prints. */
  readonly json: <T = Record<string, unknown>>(...words: string[]) => Promise<T>;
  readonly write: (name: string, content: string | Uint8Array) => string;
  [Symbol.dispose](): void;
}

/** An empty folder, removed at the end, in which the program speaks English unless told otherwise. */
export function temporaryFolder(language = 'C'): Folder {
  const path = mkdtempSync(join(tmpdir(), 'crosscase-'));
  const run = (words: readonly string[], input = ''): Promise<Ran> =>
    new Promise((resolve, reject) => {
      const child = spawn(process.execPath, [program, ...words], { cwd: path, env: environment(language) });
      const out: Buffer[] = [];
      const err: Buffer[] = [];
      child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
      child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
      child.on('error', reject);
      child.on('close', (code) => resolve({ code, out: text(out), err: text(err) }));
      child.stdin.end(input);
    });
  return {
    path,
    run,
    json: async (...words) => {
      const { out } = await run([...words, '--json']);
      return JSON.parse(out);
    },
    write: (name, content) => {
      mkdirSync(dirname(join(path, name)), { recursive: true });
      writeFileSync(join(path, name), content);
      return name;
    },
    [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }),
  };
}

export function environment(language: string): NodeJS.ProcessEnv {
  const { CROSSCASE_DEBUG: _, LC_MESSAGES: __, LANG: ___, LANGUAGE: ____, ...env } = process.env;
  return { ...env, LC_ALL: language };
}

function text(chunks: readonly Buffer[]): string {
  return Buffer.concat(chunks).toString('utf8');
}

export const interview = [
  'Interviewer: How do people here help each other?',
  'Ana: We look out for each other. The neighbours lend tools.',
  'Interviewer: And before?',
  'Ana: Before, nobody trusted anybody.',
  '',
].join('\n');

export const chineseInterview = [
  '访谈者：大家怎么互相帮助？',
  '李阿姨：邻里互相照应，缺什么就借什么。𠮷祥街也一样。',
  '访谈者：以前呢？',
  '李阿姨：以前谁也不认识谁。',
  '',
].join('\n');
