// Printing: the open text or the table in sight is laid out for paper beside the window, which is not printed itself.
import { useEffect } from 'react';
import { flushSync } from 'react-dom';
import { createRoot, type Root } from 'react-dom/client';
import { sayFailure } from '../acts.ts';
import { engine } from '../engine.ts';
import { fileStem } from '../file-name.ts';
import { leaving, readNames, renameOnPaper } from '../names/leaving.ts';
import { applySettings, settings } from '../settings.ts';
import { desk } from '../texts/room.ts';
import { notify, windowState } from '../window-state.ts';
import { words } from '../words.ts';
import { PrintTable, type TableInSight } from './print-table.tsx';
import { PrintText } from './print-text.tsx';
import './print.css';

/** The table in sight, told by the place of matrices while it shows one. */
export const tableInSight: { current: (() => TableInSight | null) | null } = { current: null };

/** Prints what lies open: to a file that the person chooses, or as the browser does. */
export async function print(): Promise<void> {
  await readNames();
  const title = layOut();
  if (title === null) return;
  const { desktop } = engine;
  if (desktop === null) return window.print();
  const file = `${fileStem(title) || 'Crosscase'}.pdf`;
  try {
    if (await desktop.printToPdf(file))
      notify({ tone: 'plain', text: words().say('tables.exported', { file }) });
  } catch (error) {
    sayFailure('print.pdf', error);
  } finally {
    clear();
  }
}

/** The browser's own way to print finds the same pages. */
export function usePrintedPages(): void {
  useEffect(() => {
    window.addEventListener('beforeprint', layOut);
    window.addEventListener('afterprint', clear);
    return () => {
      window.removeEventListener('beforeprint', layOut);
      window.removeEventListener('afterprint', clear);
    };
  }, []);
}

let laidOut: { readonly root: Root; readonly sheet: HTMLElement; readonly title: string } | null = null;

/** Lays out what is to be printed; its title, or null where nothing lies open that could be. */
function layOut(): string | null {
  if (laidOut) return laidOut.title;
  const told = words();
  const { place } = windowState.get();
  const table = place === 'matrices' ? tableInSight.current?.() : undefined;
  const open = place === 'texts' ? desk.open : null;
  if (!table && !open) return null;
  const sheet = document.createElement('div');
  sheet.id = 'sheet';
  document.body.append(sheet);
  const root = createRoot(sheet);
  flushSync(() =>
    root.render(
      table ? <PrintTable table={table} words={told} /> : open && <PrintText open={open} words={told} />,
    ),
  );
  const replaced = renameOnPaper(sheet);
  if (replaced !== null) {
    const said = document.createElement('p');
    said.className = 'counting';
    said.textContent = told.say('export.pseudonyms', { n: replaced });
    sheet.firstElementChild?.append(said);
  }
  // Paper is white, whatever the theme.
  document.documentElement.dataset['theme'] = 'light';
  laidOut = { root, sheet, title: leaving().text(table?.title ?? open?.reading.name ?? '') };
  return laidOut.title;
}

function clear(): void {
  if (!laidOut) return;
  laidOut.root.unmount();
  laidOut.sheet.remove();
  laidOut = null;
  applySettings(settings.get());
}
