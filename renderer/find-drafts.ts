// Tells of words that were never stored when a project is opened, and leads to the field that they were written in.
import { findDrafts } from './drafts.ts';
import { engine } from './engine.ts';
import { openSaved } from './matrices/saved/use-saved.ts';
import { notify, openPassage, windowState } from './window-state.ts';
import { words } from './words.ts';

/** The names of the fields with drafts: what they are fields of comes first. */
export const draftOf = {
  project: (field: string): string => `project/${field}`,
  code: (uid: string, field: string): string => `code/${uid}/${field}`,
  case: (uid: string, field: string): string => `case/${uid}/${field}`,
  source: (uid: string, field: string): string => `source/${uid}/${field}`,
  codingMemo: (source: string, id: string): string => `coding/${source}/${id}`,
  /** `coding` is one end of the link, in that source. */
  linkMemo: (source: string, coding: string, id: string): string => `coding/${source}/${coding}/${id}`,
  /** The name of a field is not longer than the engine takes. */
  summary: (matrix: string, cell: readonly unknown[]): string =>
    `cell/${matrix}/${JSON.stringify(cell)}`.slice(0, 400),
} as const;

export async function tellDrafts(): Promise<void> {
  const found = await findDrafts();
  const [first] = found;
  if (first === undefined) return;
  const { say } = words();
  notify({
    tone: 'plain',
    stays: true,
    text: say('drafts.are-there', { n: found.length }),
    act: { label: say('drafts.show'), run: () => void goTo(first) },
  });
}

async function goTo(about: string): Promise<void> {
  const [kind, uid = '', rest = ''] = about.split('/');
  if (kind === 'project') windowState.set({ place: 'settings' });
  if (kind === 'code') windowState.set({ place: 'codebook', code: uid });
  if (kind === 'case') windowState.set({ place: 'cases', case: uid });
  if (kind === 'cell') return openMatrix(uid);
  if (kind === 'source') windowState.set({ place: 'texts', source: uid, floating: 'about-source' });
  if (kind !== 'coding') return;
  const { codings } = await engine.call('codings.list', { source: uid, only: [rest] });
  const [coding] = codings;
  if (coding) openPassage({ source: uid, start: coding.start, end: coding.end, coding: coding.id });
}

async function openMatrix(uid: string): Promise<void> {
  const { matrices } = await engine.call('matrices.list', {});
  const saved = matrices.find((each) => each.uid === uid);
  windowState.set({ place: 'matrices' });
  if (saved) openSaved(saved);
}
