// Words of the edited text are dragged to another place of it; what comes from elsewhere is not let in.
import {
  COMMAND_PRIORITY_CRITICAL,
  DRAGEND_COMMAND,
  DRAGSTART_COMMAND,
  DROP_COMMAND,
  type LexicalEditor,
} from 'lexical';
import type { Span } from '../../../shared/text/lines.ts';
import { desk } from '../room.ts';
import { moveInText } from './edit.ts';
import type { LineMirror } from './line-mirror.ts';

/** `before`: units of the text before the section that is edited. Returns the way to stop. */
export function letWordsBeDragged(editor: LexicalEditor, mirror: LineMirror, before: number): () => void {
  let dragged: Span | null = null;
  const take = (): true => {
    const place = mirror.selection();
    dragged = place && { start: before + place.start, end: before + place.end };
    return true;
  };
  const forget = (): true => {
    dragged = null;
    return true;
  };
  const drop = (event: DragEvent): true => {
    event.preventDefault();
    const [from, to] = [dragged, desk.edited?.positionFromPoint(event.clientX, event.clientY) ?? null];
    // The editor's own update has to end first: it would not see the other one.
    if (from && to !== null) queueMicrotask(() => moveInText(from, to));
    return true;
  };
  const stops = [
    editor.registerCommand(DRAGSTART_COMMAND, take, COMMAND_PRIORITY_CRITICAL),
    editor.registerCommand(DRAGEND_COMMAND, forget, COMMAND_PRIORITY_CRITICAL),
    editor.registerCommand(DROP_COMMAND, drop, COMMAND_PRIORITY_CRITICAL),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
