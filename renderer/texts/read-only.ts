// Reading keeps the caret of an editor and refuses every input that would change the text.
import {
  $addUpdateTag,
  $getNodeByKey,
  COMMAND_PRIORITY_CRITICAL,
  CUT_COMMAND,
  DRAGSTART_COMMAND,
  DROP_COMMAND,
  KEY_DOWN_COMMAND,
  PASTE_COMMAND,
  SELECTION_CHANGE_COMMAND,
  SKIP_DOM_SELECTION_TAG,
  type EditorState,
  type LexicalEditor,
} from 'lexical';

const restoring = 'restoring';

/**
 * Refuses what changes the text, and puts back what an input method wrote past that: then blocks may have been made
 * anew, and `onPutBack` is told. Returns the way to stop.
 */
export function keepTextAsItIs(editor: LexicalEditor, onPutBack: () => void): () => void {
  const original = editor.getEditorState();
  let isSpoilt = false;
  const stops = [
    // Keys move the caret as the browser does it; the editor's own acts on keys all change text.
    editor.registerCommand(KEY_DOWN_COMMAND, () => true, COMMAND_PRIORITY_CRITICAL),
    editor.registerCommand(CUT_COMMAND, refuse, COMMAND_PRIORITY_CRITICAL),
    editor.registerCommand(PASTE_COMMAND, refuse, COMMAND_PRIORITY_CRITICAL),
    editor.registerCommand(DROP_COMMAND, refuse, COMMAND_PRIORITY_CRITICAL),
    editor.registerCommand(DRAGSTART_COMMAND, refuse, COMMAND_PRIORITY_CRITICAL),
    // The selection is the browser's: moved from the first letter of a turn to its label, it would end a mouse's drag.
    editor.registerCommand(SELECTION_CHANGE_COMMAND, leaveSelection, COMMAND_PRIORITY_CRITICAL),
    editor.registerRootListener((root, before) => {
      before?.removeEventListener('beforeinput', stopInput, true);
      root?.addEventListener('beforeinput', stopInput, true);
    }),
    // What an input method composes cannot be refused beforehand.
    editor.registerUpdateListener(({ editorState, dirtyLeaves, tags }) => {
      if (tags.has(restoring)) return;
      isSpoilt ||= [...dirtyLeaves].some((key) => textOf(editorState, key) !== textOf(original, key));
      if (!isSpoilt || editor.isComposing()) return;
      isSpoilt = false;
      queueMicrotask(() => {
        editor.setEditorState(original.clone(null), { tag: restoring });
        onPutBack();
      });
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

function leaveSelection(): true {
  $addUpdateTag(SKIP_DOM_SELECTION_TAG);
  return true;
}

function refuse(event: unknown): true {
  if (event instanceof Event) event.preventDefault();
  return true;
}

function stopInput(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}

function textOf(state: EditorState, key: string): string | undefined {
  return state.read(() => $getNodeByKey(key)?.getTextContent());
}
