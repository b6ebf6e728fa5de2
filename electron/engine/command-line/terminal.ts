// Standard output and error as the commands see them, and the language of the system.
import { errorCode } from '../../../shared/error-code.ts';
import type { Language } from '../../../shared/words/say.ts';
import type { Terminal } from './command.ts';

export function openTerminal(): Terminal {
  const { stdout, stderr } = process;
  // Failures reach whoever waits for a write; without a listener they would end the process first.
  for (const stream of [stdout, stderr]) stream.on('error', () => undefined);
  return {
    columns: stdout.isTTY ? stdout.columns : null,
    print: (text) => write(stdout, text),
    warn: (text) => write(stderr, text),
    progress: (text) => {
      if (stderr.isTTY) stderr.write(`\r\x1b[K${text ?? ''}`);
    },
  };
}

function write(stream: NodeJS.WriteStream, text: string): Promise<void> {
  if (text === '') return Promise.resolve();
  return new Promise((resolve, reject) => {
    stream.write(text, (error) => (error ? reject(error) : resolve()));
  });
}

/** True for the error of a write to a reader that has gone. */
export function isClosedPipe(error: unknown): boolean {
  return ['EPIPE', 'EOF'].includes(errorCode(error));
}

/** The language of the first of the usual variables that is set; where none is, that of the system. */
export function systemLanguage(env: Readonly<Record<string, string | undefined>>): Language {
  const set = [env['LC_ALL'], env['LC_MESSAGES'], env['LANG'], env['LANGUAGE']].find((value) => value);
  const locale = set ?? new Intl.DateTimeFormat().resolvedOptions().locale;
  return locale.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}
