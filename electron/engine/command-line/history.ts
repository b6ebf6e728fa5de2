// The history and the way back: history, undo, redo.
import type { ActEntry } from '../../../shared/contract/project.ts';
import { Refused } from '../../../shared/refused.ts';
import { actSentence } from '../../../shared/words/acts.ts';
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

export function undo(args: Args) {
  return (job: Job) => step(job, 'undo', args.one(options.steps));
}

export function redo(args: Args) {
  return (job: Job) => step(job, 'redo', args.one(options.steps));
}

/** Where several steps are asked for, all that there are is enough; none at all is refused. */
async function step(
  { engine, language, say }: Job,
  name: 'undo' | 'redo',
  steps: number | null,
): Promise<Answer> {
  const first = await engine.call(`history.${name}`, {});
  const acts = [first];
  while (acts.length < (steps ?? 1)) {
    const act = await engine.call(`history.${name}`, {}).catch(nothingLeft);
    if (act === null) break;
    acts.push(act);
  }
  const told = acts.map((act) => ({ ...act, say: actSentence(language, act) }));
  return {
    document: steps === null ? { ...first, say: actSentence(language, first) } : { acts: told },
    text: () => told.map((act) => `${say(`history.${name}`, { what: act.say })}\n`).join(''),
  };
}

function nothingLeft(error: unknown): null {
  const keys: readonly string[] = ['refused.nothing-to-undo', 'refused.nothing-to-redo'];
  if (error instanceof Refused && keys.includes(error.refusal.key)) return null;
  throw error;
}

/** '2026-05-31 14:05', local time. */
export function localTime(at: string): string {
  const time = new Date(at);
  const two = (n: number): string => String(n).padStart(2, '0');
  const day = `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}`;
  return `${day} ${two(time.getHours())}:${two(time.getMinutes())}`;
}
