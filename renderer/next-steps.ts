// Undo and redo: through the questions of a table while nothing else was done, else through the acts of the history.
import { useMemo } from 'react';
import type { ActEntry } from '../shared/contract/project.ts';
import { actSentence } from '../shared/words/acts.ts';
import type { Language, Values, WordKey } from '../shared/words/say.ts';
import { redoLatest, undoLatest } from './acts.ts';
import { engine, useValue } from './engine.ts';
import { forgetQuestions, stepQuestion, useQuestionSteps } from './matrices/question-steps.ts';
import { notify } from './window-state.ts';
import { useWords, words } from './words.ts';

// What is done to the project is the latest act then: it is what undo takes back next.
engine.onChanged(forgetQuestions);

/** Takes back the question in sight, else the latest act. */
export function undo(): void {
  if (stepQuestion('back')) sayStep('screen.question-undone');
  else undoLatest();
}

export function redo(): void {
  if (stepQuestion('forward')) sayStep('screen.question-redone');
  else redoLatest();
}

function sayStep(key: WordKey): void {
  notify({ tone: 'plain', text: words().say(key) });
}

/** The acts that make a project: no step leads behind them. */
const beginnings: readonly string[] = ['project.create', 'project.sample'];

/** What undo or redo leads to, as it is said; or that there is nothing. */
interface NextStep {
  readonly words: WordKey;
  readonly values?: Values;
  readonly enabled: boolean;
}

export interface NextSteps {
  readonly undo: NextStep;
  readonly redo: NextStep;
}

/** What undo and redo would step to, of the history by its newest entries; the same as long as nothing of it changes. */
export function useNextSteps(hasProject = true): NextSteps {
  const { language } = useWords();
  const { back, forward } = useQuestionSteps();
  const acts = useValue('history.list', hasProject ? { limit: 200, before: null } : null)?.acts;
  return useMemo(() => {
    const changes = (acts ?? []).filter((each) => each.ofAct === null && !beginnings.includes(each.name));
    const done = changes.find(({ state }) => state === 'done');
    const undone = changes.findLast(({ state }) => state === 'undone');
    return {
      undo: back ? stepTo('screen.undo-question') : stepOf(language, 'undo', done),
      redo: forward ? stepTo('screen.redo-question') : stepOf(language, 'redo', undone),
    };
  }, [acts, language, back, forward]);
}

function stepOf(language: Language, way: 'undo' | 'redo', entry: ActEntry | undefined): NextStep {
  if (!entry) return { words: `screen.nothing-to-${way}`, enabled: false };
  return stepTo(`screen.${way}`, { act: actSentence(language, entry) });
}

function stepTo(key: WordKey, values: Values = {}): NextStep {
  return { words: key, values, enabled: true };
}
