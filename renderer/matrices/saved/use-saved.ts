// The saved matrices, which of them is open, and whether what is in sight still asks its question.
import type { SavedMatrix } from '../../../shared/contract/saved-matrices.ts';
import type { ReportInput } from '../../../shared/contract/reports.ts';
import { isReport } from '../../../shared/matrices/is-report.ts';
import { useCall } from '../../engine.ts';
import { useStore } from '../../store.ts';
import { windowState } from '../../window-state.ts';
import type { MatrixInput } from '../question.ts';
import { shownAs } from '../shown-as.ts';

interface Saved {
  readonly list: readonly SavedMatrix[];
  readonly current: SavedMatrix | null;
  /** What is in sight differs from what is saved. */
  readonly isChanged: boolean;
}

export function useSaved(): Saved {
  const list = useCall('matrices.list', {}).value?.matrices ?? [];
  const uid = useStore(windowState, (state) => state.saved);
  const question = useStore(windowState, (state) => state.report ?? state.question);
  const drawn = useStore(windowState, (state) => state.drawn);
  const current = list.find((each) => each.uid === uid) ?? null;
  const isChanged =
    current !== null &&
    (JSON.stringify(current.question) !== JSON.stringify(ordered(question, current.question)) ||
      (!isReport(question) && shownAs(current.display) !== drawn));
  return { list, current, isChanged };
}

export function openSaved({ uid, question, display }: SavedMatrix): void {
  const inSight = isReport(question)
    ? { report: question }
    : { report: null, question, drawn: shownAs(display) };
  windowState.set({ saved: uid, cell: null, ...inSight });
}

/** What is in sight as it is saved: the question, and how its answer is shown. */
export function inSight(): { readonly question: MatrixInput | ReportInput; readonly display: string } {
  const { report, question, drawn } = windowState.get();
  return report ? { question: report, display: 'report' } : { question, display: drawn };
}

/** The question's parts in the order of those of another, so that equal ones are written alike. */
function ordered(question: object, like: object): object {
  const parts = new Map(Object.entries(question));
  const known = Object.keys(like).filter((key) => parts.has(key));
  const others = [...parts.keys()].filter((key) => !known.includes(key));
  return Object.fromEntries([...known, ...others].map((key) => [key, parts.get(key)]));
}
