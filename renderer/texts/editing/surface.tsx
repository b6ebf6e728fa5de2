// The open text as a page that is typed in: plain lines in one Lexical editor, codings painted over them as they move along.
import { LexicalComposer } from '@lexical/react/LexicalComposer';
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { ContentEditable } from '@lexical/react/LexicalContentEditable';
import { LexicalErrorBoundary } from '@lexical/react/LexicalErrorBoundary';
import { RichTextPlugin } from '@lexical/react/LexicalRichTextPlugin';
import { $addUpdateTag, SKIP_DOM_SELECTION_TAG, SKIP_SCROLL_INTO_VIEW_TAG } from 'lexical';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { must } from '../../../shared/must.ts';
import { lineAt } from '../../../shared/text/lines.ts';
import { languageOf } from '../../text-language.ts';
import { useStore } from '../../store.ts';
import { useWords } from '../../words.ts';
import type { OpenSource } from '../open-source.ts';
import { Overview } from '../overview.tsx';
import { Page, type ShownLines } from '../page.ts';
import { $fillWith, $setLabels, dressBlocks, LabelNode } from '../reading-nodes.ts';
import { desk, holdPlace, room } from '../room.ts';
import { Stripes } from '../stripes.tsx';
import { tellCaret } from './caret-in-edit.ts';
import { editing, isOpen, typeSplice, type Edit } from './edit.ts';
import { keepPlain } from './keep-plain.ts';
import { fromEdit, LineMirror } from './line-mirror.ts';

interface SurfaceProps {
  readonly live: OpenSource;
  readonly edit: Edit;
}

export function EditSurface({ live, edit }: SurfaceProps) {
  const [shown, setShown] = useState<Shown>({ page: null, of: live });
  const config = {
    namespace: 'edit',
    nodes: [LabelNode],
    onError: (error: Error): never => {
      throw error;
    },
    editorState: () => $fillWith(live.reading, linesOf(live, edit)),
  };
  return (
    <div className="reading is-edited">
      <div className="reader">
        <div className="page">
          <LexicalComposer initialConfig={config}>
            <Surface live={live} edit={edit} shown={shown} onShown={setShown} />
          </LexicalComposer>
        </div>
      </div>
      <Overview
        open={live}
        page={shown.page}
        // Of a long text one section is edited.
        show={(position, work) => {
          if (shown.page?.holds(position)) work(shown.page);
        }}
      />
    </div>
  );
}

interface PartProps extends SurfaceProps {
  readonly shown: Shown;
  readonly onShown: (shown: Shown) => void;
}

function Surface({ live, edit, shown: { page, of }, onShown }: PartProps) {
  const { say } = useWords();
  const isFinishing = useStore(editing, (state) => state.finishing);
  const mirror = useMirror(edit);
  useLabels(live, edit, mirror);
  useLivePage(live, edit, onShown);
  useBeginning(page, mirror, edit);
  return (
    <>
      <div className="body">
        <RichTextPlugin
          contentEditable={
            <ContentEditable
              className="transcript"
              aria-label={say('editing.text-of', { source: live.reading.name })}
              lang={languageOf(live.reading.text)}
              aria-busy={isFinishing}
              spellCheck={false}
            />
          }
          placeholder={null}
          ErrorBoundary={LexicalErrorBoundary}
        />
      </div>
      <Stripes page={page} open={of} />
    </>
  );
}

/** The lines of the section that is edited. */
function linesOf(
  { lineStarts: starts, reading }: OpenSource,
  { before, behind }: Pick<Edit, 'before' | 'behind'>,
): ShownLines {
  const { length } = reading.text;
  return { starts, length, first: lineAt(starts, before), end: lineAt(starts, length - behind) + 1 };
}

function sectionOf({ typing, before, behind }: Edit): string {
  return typing.text.slice(before, typing.text.length - behind);
}

/** Keeps editor and edit alike: what is typed goes there, steps and replacements come back. */
function useMirror({ before }: Edit): React.RefObject<LineMirror | null> {
  const [editor] = useLexicalComposerContext();
  const mirror = useRef<LineMirror | null>(null);
  useLayoutEffect(() => {
    const own = (mirror.current = new LineMirror(editor));
    const stopTyping = editor.registerUpdateListener(({ editorState, dirtyElements, dirtyLeaves, tags }) => {
      if (dirtyElements.size === 0 && dirtyLeaves.size === 0) return;
      const splice = own.difference(editorState, dirtyElements);
      if (splice && !tags.has(fromEdit))
        typeSplice(
          { start: before + splice.start, end: before + splice.end, text: splice.text },
          editor.isComposing(),
        );
    });
    const stopFollowing = editing.subscribe(() => {
      const { edit } = editing.get();
      editor.setEditable(isOpen(editing.get()));
      if (edit && !editor.isComposing()) own.follow(sectionOf(edit));
    });
    const stopKeeping = keepPlain(editor, own, before);
    tellCaret(() => {
      const place = editor.getEditorState().read(() => own.selection());
      return place && before + place.start;
    });
    return () => {
      stopTyping();
      stopFollowing();
      stopKeeping();
    };
  }, [editor, before]);
  return mirror;
}

/** A page, and the text whose lines it shows: positions of another text would be measured at wrong places. */
interface Shown {
  readonly page: Page | null;
  readonly of: OpenSource;
}

/** Labels look as they do in the text that is read, wherever they are now. */
function useLabels(live: OpenSource, edit: Edit, mirror: React.RefObject<LineMirror | null>): void {
  const [editor] = useLexicalComposerContext();
  useLayoutEffect(() => {
    const root = editor.getRootElement();
    const lines = linesOf(live, edit);
    // What is being composed stands in the text once it is done.
    if (!root || editor.isComposing() || root.childElementCount !== lines.end - lines.first) return;
    const hasFocus = root === document.activeElement;
    editor.update(
      () => {
        const place = mirror.current?.selection();
        if ($setLabels(live.reading, lines) && place) mirror.current?.$select(place);
      },
      { discrete: true, tag: hasFocus ? [fromEdit] : [fromEdit, SKIP_DOM_SELECTION_TAG] },
    );
  }, [editor, live, edit, mirror]);
}

/** The page of what is on the screen now: made anew with each change, numbers and turns at its side. */
function useLivePage(live: OpenSource, edit: Edit, onShown: PartProps['onShown']): void {
  const [editor] = useLexicalComposerContext();
  const { before, behind } = edit;
  useLayoutEffect(() => {
    const root = editor.getRootElement();
    const lines = linesOf(live, { before, behind });
    if (!root || root.childElementCount !== lines.end - lines.first) return;
    const scroller = must(root.closest<HTMLElement>('.reader'), 'the page stands in its scroller');
    dressBlocks([...root.children], live.reading, lines);
    const made = new Page(root, scroller, { ...lines, isWhole: true });
    desk.edited = made;
    onShown({ page: made, of: live });
    return () => {
      made.leave();
      desk.edited = null;
    };
  }, [editor, live, before, behind, onShown]);
}

/** Puts the caret where it was in the text that was read, and the page where it stood. */
function useBeginning(
  page: Page | null,
  mirror: React.RefObject<LineMirror | null>,
  { caret, before }: Edit,
): void {
  const [editor] = useLexicalComposerContext();
  const isDone = useRef(false);
  useEffect(() => {
    if (!page || isDone.current) return;
    isDone.current = true;
    const start = Math.max(0, (caret?.start ?? before) - before);
    editor.update(
      () => {
        $addUpdateTag(SKIP_SCROLL_INTO_VIEW_TAG);
        mirror.current?.$select({ start, end: Math.max(start, (caret?.end ?? before) - before) });
      },
      { tag: fromEdit },
    );
    if (desk.held) holdPlace(page);
    else page.centre(before + start);
    editor.focus();
    room.set({ selection: null });
  }, [page, editor, mirror, caret, before]);
}
