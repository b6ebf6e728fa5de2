// The questions asked before in the place of matrices: undo leads back to them as long as the project was not changed since.
import { createStore, useStore } from '../store.ts';
import { windowState, type WindowState } from '../window-state.ts';

type Asked = Pick<WindowState, 'question' | 'report'>;

interface Steps {
  /** The latest last, in both. */
  readonly back: readonly Asked[];
  readonly forward: readonly Asked[];
}

const none: Steps = { back: [], forward: [] };
const mostSteps = 200;
const steps = createStore<Steps>(none);

/** Keeps the question in sight, before another one is asked of the same table. */
export function keepQuestion(next: Partial<Asked>): void {
  const now = inSight();
  if (same({ ...now, ...next }, now)) return;
  steps.set({ back: [...steps.get().back, now].slice(-mostSteps), forward: [] });
}

/** Another table is opened, or the project was changed: what was asked before is no step any more. */
export function forgetQuestions(): void {
  steps.set(none);
}

/** Asks what was asked before, or again after that; false where nothing was. */
export function stepQuestion(way: 'back' | 'forward'): boolean {
  const to = steps.get()[way].at(-1);
  if (!to || windowState.get().place !== 'matrices') return false;
  const other = way === 'back' ? 'forward' : 'back';
  steps.set({
    ...none,
    [way]: steps.get()[way].slice(0, -1),
    [other]: [...steps.get()[other], inSight()],
  });
  windowState.set({ ...to, cell: null });
  return true;
}

/** Whether there is a question before the one in sight, and one after it. */
export function useQuestionSteps(): { readonly back: boolean; readonly forward: boolean } {
  const isShown = useStore(windowState, ({ place }) => place === 'matrices');
  const back = useStore(steps, (state) => state.back.length > 0);
  const forward = useStore(steps, (state) => state.forward.length > 0);
  return { back: isShown && back, forward: isShown && forward };
}

function inSight(): Asked {
  const { question, report } = windowState.get();
  return { question, report };
}

function same(one: Asked, other: Asked): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
