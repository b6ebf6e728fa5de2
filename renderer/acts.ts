// Acts of the person: a call that changes the project; what is refused is said, what fails is a bug and said as one.
import type { CallName, Input, Output, StreamName } from '../shared/contract/index.ts';
import { Refused } from '../shared/refused.ts';
import { actSentence } from '../shared/words/acts.ts';
import { engine } from './engine.ts';
import { notify } from './window-state.ts';
import { words } from './words.ts';

type Callable = Exclude<CallName, StreamName>;

/** Does the call; says a refusal or a fault at the foot of the window and then returns null. */
export async function act<N extends Callable>(name: N, input: Input<N>): Promise<Output<N> | null> {
  try {
    return await engine.call(name, input);
  } catch (error) {
    sayFailure(name, error);
    return null;
  }
}

/** One sentence for an error of a call: the refusal's own words, else that something went wrong in the program. */
export function sayFailure(name: string, error: unknown): void {
  const { refusal, say } = words();
  if (error instanceof Refused) {
    notify({ tone: 'bad', text: refusal(error.refusal) });
    return;
  }
  const details =
    error instanceof Error ? `${name}: ${error.stack ?? error.message}` : `${name}: ${String(error)}`;
  const copy = { label: say('screen.copy-details'), run: () => void navigator.clipboard.writeText(details) };
  notify({ tone: 'bad', text: say('screen.fault', { call: name }), act: copy });
}

export function undoLatest(): void {
  void step('history.undo');
}

export function redoLatest(): void {
  void step('history.redo');
}

async function step(name: 'history.undo' | 'history.redo'): Promise<void> {
  const done = await act(name, {});
  if (!done) return;
  const { say, language } = words();
  const key = name === 'history.undo' ? 'screen.undone' : 'screen.redone';
  notify({ tone: 'plain', text: say(key, { act: actSentence(language, done) }) });
}
