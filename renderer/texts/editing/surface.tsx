// The open text as a page that is typed in: plain lines in one Lexical editor, codings painted over them as they move along.
import { LexicalComposer } from '@lexical/react/LexicalComposer';
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { ContentEditable } from '@lexical/react/LexicalContentEditable';
import { LexicalErrorBoundary } from '@lexical/react/LexicalErrorBoundary';
import { RichTextPlugin } from '@lexical/react/LexicalRichTextPlugin';
import { $addUpdateTag, $getRoot, SKIP_SCROLL_INTO_VIEW_TAG } from 'lexical';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { must } from '../../../shared/must.ts';
import { lineAt } from '../../../shared/text/lines.ts';
import { useWords } from '../../words.ts';
import type { OpenSource } from '../open-source.ts';
import { Page } from '../page.ts';
import { dressBlocks } from '../reading-nodes.ts';
import { room } from '../room.ts';
import { Stripes } from '../stripes.tsx';
import { tellCaret } from './caret-in-edit.ts';
import { editing, typeSplice, type Edit } from './edit.ts';
import { keepPlain } from './keep-plain.ts';
import { $lineNode, fromEdit, LineMirror } from './line-mirror.ts';

interface SurfaceProps {
  readonly live: OpenSource;
  readonly edit: Edit;
}

export function EditSurface({ live, edit }: SurfaceProps) {
  const [lines] = useState(() => sectionOf(edit).split('\n'));
  const config = {
    namespace: 'edit',
    nodes: [],
    onError: (error: Error): never => {
      throw error;
    },
    editorState: () => {
      $getRoot()
        .clear()
        .append(...lines.map($lineNode));
    },
  };
  return (
    <div className="reading is-edited">
      <div className="reader">
        <div className="page">
          <LexicalComposer initialConfig={config}>
            <Surface live={live} edit={edit} />
          </LexicalComposer>
        </div>
      </div>
    </div>
  );
}

function Surface({ live, edit }: SurfaceProps) {
  const { say } = useWords();
  const mirror = useMirror(edit);
  const { page, of } = useLivePage(live, edit);
  useBeginning(page, mirror, edit);
  useLabelPaint(page, of);
  return (
    <>
      <div className="body">
        <RichTextPlugin
          contentEditable={
            <ContentEditable
              className="transcript"
              aria-label={say('editing.text-of', { source: live.reading.name })}
              lang={/\p{Script=Han}/u.test(live.reading.text.slice(0, 4000)) ? 'zh-CN' : 'en'}
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

/** The page of what is on the screen now: made anew with each change, numbers and turns at its side. */
function useLivePage(live: OpenSource, { before, behind }: Edit): Shown {
  const [editor] = useLexicalComposerContext();
  const [shown, setShown] = useState<Shown>({ page: null, of: live });
  const { lineStarts: starts, reading } = live;
  const first = lineAt(starts, before);
  const { length } = reading.text;
  const end = lineAt(starts, length - behind) + 1;
  useLayoutEffect(() => {
    const root = editor.getRootElement();
    if (!root || root.childElementCount !== end - first) return;
    const scroller = must(root.closest<HTMLElement>('.reader'), 'the page stands in its scroller');
    dressBlocks([...root.children], reading, { starts, length, first, end });
    const made = new Page(root, scroller, { starts, length, first, end, isWhole: true });
    setShown({ page: made, of: live });
    return () => made.leave();
  }, [editor, live, reading, starts, length, first, end]);
  return shown;
}

/** Puts the caret where it was in the text that was read, and that line where it stood. */
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
    page.centre(before + start);
    editor.focus();
    room.set({ selection: null });
  }, [page, editor, mirror, caret, before]);
}

/** Labels look like labels, though here they are words like others. */
function useLabelPaint(page: Page | null, { reading }: OpenSource): void {
  useEffect(() => {
    if (!page) return;
    const highlight = new Highlight();
    for (const label of reading.labels)
      if (page.holds(label.start) && page.holds(label.end))
        for (const range of page.ranges(label)) highlight.add(range);
    CSS.highlights.set('label', highlight);
    return () => void CSS.highlights.delete('label');
  }, [page, reading]);
}
