// The history and the way back: history, undo, redo.
import type { ActEntry } from '../../../shared/contract/project.ts';
import { actSentence } from '../../../shared/words/acts.ts';
import { say } from '../../../shared/words/say.ts';
import type { Answer, Args, Job } from './command.ts';
import * as options from './options.ts';
import { table } from './print.ts';

export function showHistory(args: Args) {
  return async (job: Job): Promise<Answer> => {
    const acts = await readActs(job, args.one(options.limit) ?? Infinity);
    const { language, say, terminal } = job;
    const columns = [
      { head: say('head.number'), align: 'right' as const },
      { head: say('head.when'), align: 'left' as const },
      { head: say('head.who'), align: 'left' as const },
      { head: say('head.what'), align: 'left' as const },
      { head: say('head.state'), align: 'left' as const },
    ];
    const row = (act: ActEntry): string[] => [
      String(act.id),
      localTime(act.at),
      act.coder,
      actSentence(language, act) + (act.note === null ? '' : ` (${act.note})`),
      act.state === 'done' ? '' : say(`state.${act.state}`),
    ];
    return {
      document: { acts: acts.map((act) => ({ ...act, say: actSentence(language, act) })) },
      text: () => table(columns, acts.map(row), terminal.columns),
    };
  };
}

async function readActs({ engine }: Job, wanted: number): Promise<ActEntry[]> {
  const acts: ActEntry[] = [];
  while (acts.length < wanted) {
    const limit = Math.min(10_000, wanted - acts.length);
    const page = await engine.call('history.list', { limit, before: acts.at(-1)?.id ?? null });
    acts.push(...page.acts);
    if (page.acts.length < limit) break;
  }
  return acts;
}

export function undo() {
  return (job: Job) => step(job, 'undo');
}

export function redo() {
  return (job: Job) => step(job, 'redo');
}

async function step({ engine, language }: Job, name: 'undo' | 'redo'): Promise<Answer> {
  const act = await engine.call(`history.${name}`, {});
  const what = actSentence(language, act);
  return {
    document: { ...act, say: what },
    text: () => `${say(language, `history.${name}`, { what })}\n`,
  };
}

/** '2026-05-31 14:05', local time. */
function localTime(at: string): string {
  const time = new Date(at);
  const two = (n: number): string => String(n).padStart(2, '0');
  const day = `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}`;
  return `${day} ${two(time.getHours())}:${two(time.getMinutes())}`;
}
