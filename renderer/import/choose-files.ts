// Files on their way in: chosen or dropped, handed to the host one after another, then waiting in the import dialog.
import { readableEndings } from '../../shared/import/document.ts';
import { Refused, type Refusal } from '../../shared/refused.ts';
import { sayFailure } from '../acts.ts';
import { engine } from '../engine.ts';
import { createStore } from '../store.ts';
import { openProject } from '../project.ts';
import { notify, windowState } from '../window-state.ts';
import { words } from '../words.ts';

/** What has been taken in of the files that were chosen. */
export interface Intake {
  /** Files that the host does not have yet. */
  readonly waiting: number;
  /** Name of the file under way and the share of it that was sent, 0 to 1. */
  readonly current: { readonly name: string; readonly share: number } | null;
  /** Files that the host did not take. */
  readonly refused: readonly { readonly name: string; readonly refusal: Refusal }[];
}

const nothing: Intake = { waiting: 0, current: null, refused: [] };

export const intake = createStore<Intake>(nothing);

/** Lets the person choose files, then takes them. */
export function chooseFiles(): void {
  const input = document.createElement('input');
  Object.assign(input, { type: 'file', multiple: true, accept: readableEndings.join(','), hidden: true });
  input.addEventListener('change', () => {
    input.remove();
    takeFiles([...(input.files ?? [])]);
  });
  input.addEventListener('cancel', () => input.remove());
  // In the page, because a browser may forget an element that stands nowhere before the person has chosen.
  document.body.append(input);
  input.click();
}

/** Files that were dropped on the start screen: they are taken once a project is made or opened. */
export const early = createStore<{ readonly files: readonly File[] }>({ files: [] });

windowState.subscribe(() => {
  const { files } = early.get();
  if (files.length === 0 || windowState.get().project === null) return;
  early.set({ files: [] });
  takeFiles(files);
});

/** Takes files into the import dialog, which opens at once; a name in `folders` is refused as a folder. */
export function takeFiles(files: readonly File[], folders: readonly string[] = []): void {
  const { project, importing } = windowState.get();
  if (project === null) return takeEarly(files);
  if (files.length + folders.length === 0) return;
  // No notice stands over a dialog.
  if (importing === null) windowState.set({ importing: [], notice: null });
  const { waiting, refused } = intake.get();
  const refusedFolders = folders.map((name) =>
    refusedAs(name, { key: 'refused.import-folder', values: { file: name } }),
  );
  intake.set({ waiting: waiting + files.length, refused: [...refused, ...refusedFolders] });
  queue.push(...files);
  if (waiting === 0) void takeAll();
}

function takeEarly(files: readonly File[]): void {
  const dropped = files.find(({ name }) => name.toLowerCase().endsWith('.crosscase'));
  if (dropped) void openDropped(dropped);
  else early.set({ files: [...early.get().files, ...files] });
}

/** Only the desktop tells where a dropped file lies: a page is given its bytes, and work on these would not be in the file. */
async function openDropped(file: File): Promise<void> {
  if (engine.desktop === null) {
    notify({ tone: 'bad', text: words().say('start.dropped-project') });
    return;
  }
  try {
    await openProject(await engine.uploadFile(file, file.name, () => undefined));
  } catch (error) {
    sayFailure('project.open', error);
  }
}

/** Closes the import dialog; what waited in it is given back to the host to be removed. */
export function closeImport(): void {
  queue.length = 0;
  const tokens = (windowState.get().importing ?? []).map(({ token }) => token);
  intake.set(nothing);
  windowState.set({ importing: null });
  discard(tokens);
}

/** Takes files out of the import dialog. */
export function leaveOut(tokens: readonly string[]): void {
  const { importing } = windowState.get();
  windowState.set({ importing: importing?.filter(({ token }) => !tokens.includes(token)) ?? null });
  discard(tokens);
}

const queue: File[] = [];

async function takeAll(): Promise<void> {
  for (let file = queue.shift(); file; file = queue.shift()) await take(file);
  intake.set({ waiting: 0, current: null });
}

async function take(file: File): Promise<void> {
  const { name } = file;
  intake.set({ waiting: queue.length + 1, current: { name, share: 0 } });
  try {
    const token = await engine.uploadFile(file, name, (share) => {
      if (windowState.get().importing !== null) intake.set({ current: { name, share } });
    });
    const { importing } = windowState.get();
    // The dialog may have been closed meanwhile.
    if (importing === null) discard([token]);
    else windowState.set({ importing: [...importing, { token, name }] });
  } catch (error) {
    if (error instanceof Refused)
      intake.set({ refused: [...intake.get().refused, refusedAs(name, error.refusal)] });
    else sayFailure('files', error);
  }
}

function refusedAs(name: string, refusal: Refusal): Intake['refused'][number] {
  return { name, refusal };
}

function discard(tokens: readonly string[]): void {
  if (tokens.length === 0) return;
  engine
    .call('host.discard', { tokens: [...tokens] })
    .catch((error: unknown) => sayFailure('host.discard', error));
}
