// A corrected file takes the place of a source's text: source --replace.
import { basename, resolve } from 'node:path';
import type { TouchedCoding } from '../../../shared/contract/editing.ts';
import type { Answer, Job } from './command.ts';
import { indent } from './print.ts';
import { telling } from './telling.ts';

interface Replacement {
  readonly source: string;
  readonly file: string;
  /** True: codings that have no place in the corrected text are taken away; else that is refused. */
  readonly leaveOut: boolean;
}

/** Tells the act, and each coding whose words or place are not the same. */
export async function replaceText(job: Job, { source, file, leaveOut }: Replacement): Promise<Answer> {
  const { engine } = job;
  const { content: base } = await engine.call('sources.read', { source });
  const token = engine.files.grant(resolve(file));
  const change = { kind: 'file' as const, token, name: basename(file), encoding: null };
  const lines: string[] = [];
  const answer = await telling(job, async () => {
    const input = { source, base, change, decisions: [], leaveOut, draft: null };
    const outcome = await engine.call('sources.edit', input);
    lines.push(...outcome.touched.map((each) => touchedLine(each, job)));
    return outcome;
  });
  return { ...answer, text: () => answer.text() + indent(lines, 2) };
}

function touchedLine(
  { codeName, coder, before, after, what, paragraph }: TouchedCoding,
  { say }: Job,
): string {
  const state = say(`editing.what-${what}`);
  const words = after === null ? `“${before}”` : `“${before}” → “${after}”`;
  return `${codeName} · ${coder} · ¶${paragraph} · ${state}: ${words.replaceAll('\n', ' ')}`;
}
