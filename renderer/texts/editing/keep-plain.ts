// Keeps the edited text plain: lines and letters only, whatever is pasted, dropped or pressed; steps lead through the edit.
import {
  $createRangeSelectionFromDom,
  $getSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_CRITICAL,
  COPY_COMMAND,
  CUT_COMMAND,
  FORMAT_TEXT_COMMAND,
  INSERT_LINE_BREAK_COMMAND,
  INSERT_PARAGRAPH_COMMAND,
  $setSelection,
  PASTE_COMMAND,
  REDO_COMMAND,
  SKIP_DOM_SELECTION_TAG,
  UNDO_COMMAND,
  type LexicalEditor,
} from 'lexical';
import { cleanTyped } from '../../../shared/text/splices.ts';
import { letWordsBeDragged } from './drag-words.ts';
import { replaceAll, stepEdit } from './edit.ts';
import type { LineMirror } from './line-mirror.ts';

/** `before`: units of the text before the section that is edited. Returns the way to stop. */
export function keepPlain(editor: LexicalEditor, mirror: LineMirror, before: number): () => void {
  const first = COMMAND_PRIORITY_CRITICAL;
  // What changes the edit waits for the end of the editor's own update: it would not see the other one.
  const put = (text: string): void => {
    const place = mirror.selection();
    if (!place) return;
    queueMicrotask(() => replaceAll([{ start: before + place.start, end: before + place.end, text }]));
  };
  const step = (direction: 'back' | 'forth'): true => {
    queueMicrotask(() => stepEdit(direction));
    return true;
  };
  const copy = (event: ClipboardEvent | KeyboardEvent | null): boolean => {
    const place = mirror.selection();
    if (!(event instanceof ClipboardEvent) || !place || place.start === place.end) return false;
    event.clipboardData?.setData('text/plain', mirror.text.slice(place.start, place.end));
    event.preventDefault();
    return true;
  };
  const refuse = (event: unknown): true => {
    if (event instanceof Event) event.preventDefault();
    return true;
  };
  // The browser tells of a moved caret late: a key may be pressed before.
  const followCaret = (event: KeyboardEvent): void => {
    if (event.isComposing || editor.isComposing()) return;
    editor.update(
      () => {
        const now = $createRangeSelectionFromDom(getSelection(), editor);
        const known = $getSelection();
        if (now && !(known?.is(now) ?? false)) $setSelection(now);
      },
      { discrete: true, tag: SKIP_DOM_SELECTION_TAG },
    );
  };
  const stops = [
    editor.registerRootListener((root, old) => {
      old?.removeEventListener('keydown', followCaret, true);
      root?.addEventListener('keydown', followCaret, true);
    }),
    editor.registerCommand(
      PASTE_COMMAND,
      (event) => {
        const data = event instanceof ClipboardEvent ? event.clipboardData : null;
        if (data) put(cleanTyped(data.getData('text/plain')));
        return refuse(event);
      },
      first,
    ),
    editor.registerCommand(COPY_COMMAND, copy, first),
    editor.registerCommand(
      CUT_COMMAND,
      (event) => {
        if (copy(event)) put('');
        return true;
      },
      first,
    ),
    letWordsBeDragged(editor, mirror, before),
    editor.registerCommand(FORMAT_TEXT_COMMAND, refuse, first),
    // One kind of line break: a line is a paragraph.
    editor.registerCommand(
      INSERT_LINE_BREAK_COMMAND,
      () => editor.dispatchCommand(INSERT_PARAGRAPH_COMMAND, undefined) || $isRangeSelection($getSelection()),
      first,
    ),
    editor.registerCommand(UNDO_COMMAND, () => step('back'), first),
    editor.registerCommand(REDO_COMMAND, () => step('forth'), first),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
