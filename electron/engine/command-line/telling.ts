// Acts whose answer is the sentence that the history tells of them.
import type { ActEntry } from '../../../shared/contract/project.ts';
import { actSentence } from '../../../shared/words/acts.ts';
import type { Answer, Job } from './command.ts';

/** Does the work and tells the act that it became, or that it changed nothing. */
export async function telling(job: Job, work: (job: Job) => Promise<object | null>): Promise<Answer> {
  const before = await latestAct(job);
  const result = await work(job);
  const act = await latestAct(job);
  const isNew = act !== null && act.id !== before?.id;
  const what = isNew ? actSentence(job.language, act) : job.say('terminal.nothing-changed');
  return { document: { ...result, act: isNew ? act : null, say: what }, text: () => `${what}\n` };
}

async function latestAct({ engine }: Job): Promise<ActEntry | null> {
  const { acts } = await engine.call('history.list', { limit: 1, before: null });
  return acts[0] ?? null;
}
