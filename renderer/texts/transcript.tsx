// The open source as a page: one Lexical editor that is read, not written; codings painted over it, stripes beside it.
import { LexicalComposer } from '@lexical/react/LexicalComposer';
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { ContentEditable } from '@lexical/react/LexicalContentEditable';
import { LexicalErrorBoundary } from '@lexical/react/LexicalErrorBoundary';
import { RichTextPlugin } from '@lexical/react/LexicalRichTextPlugin';
import { useEffect, useLayoutEffect, useState } from 'react';
import type { SourceReading } from '../../shared/contract/reading.ts';
import { must } from '../../shared/must.ts';
import { frame } from '../frame.ts';
import { languageOf } from '../text-language.ts';
import { useWords } from '../words.ts';
import { Handles } from './handles.tsx';
import { Margin } from './margin.tsx';
import { onPressInText } from './mouse-units.ts';
import type { OpenSource } from './open-source.ts';
import { Overview } from './overview.tsx';
import { Page, type ShownLines } from './page.ts';
import { PointedCodings } from './pointed.tsx';
import { keepTextAsItIs } from './read-only.ts';
import { $fillWith, dressBlocks, LabelNode } from './reading-nodes.ts';
import { desk, holdPlace, room } from './room.ts';
import { Stripes } from './stripes.tsx';
import { TextMenu, useTextMenu } from './text-menu.tsx';
import { useCaret } from './use-caret.ts';
import { useDropOnText } from './use-drop.ts';
import { onReadingKey } from './reading-keys.ts';

interface TranscriptProps {
  readonly open: OpenSource;
  readonly lines: ShownLines;
}

/** To be keyed by source and section: another text is another editor. */
export function Transcript({ open, lines }: TranscriptProps) {
  const [page, setPage] = useState<Page | null>(null);
  const config = {
    namespace: 'source',
    nodes: [LabelNode],
    onError: (error: Error): never => {
      throw error;
    },
    editorState: () => $fillWith(open.reading, lines),
  };
  return (
    <div className="reading">
      <div className="reader">
        <div className="page">
          <LexicalComposer initialConfig={config}>
            <Surface open={open} lines={lines} page={page} onPage={setPage} />
          </LexicalComposer>
        </div>
      </div>
      <Overview open={open} page={page} />
      <PointedCodings open={open} page={page} />
    </div>
  );
}

interface SurfaceProps extends TranscriptProps {
  readonly page: Page | null;
  readonly onPage: (page: Page | null) => void;
}

function Surface({ open, lines, page, onPage }: SurfaceProps) {
  const { say } = useWords();
  useMakePage(open.reading, lines, onPage);
  useCaret(page);
  useTakeFocus(page);
  useLayOutRest(page);
  const drop = useDropOnText(open);
  const menu = useTextMenu(page);
  return (
    <>
      <Margin open={open} page={page} />
      <div
        className="body"
        onKeyDownCapture={(event) => onReadingKey(event, open)}
        onMouseDownCapture={(event) => onPressInText(event, open, page)}
        onContextMenu={menu.onContextMenu}
        {...drop}
      >
        <RichTextPlugin
          contentEditable={
            <ContentEditable
              className="transcript"
              aria-label={say('texts.text-of', { source: open.reading.name })}
              aria-readonly
              lang={languageOf(open.reading.text)}
              spellCheck={false}
            />
          }
          placeholder={null}
          ErrorBoundary={LexicalErrorBoundary}
        />
        <Handles page={page} open={open} />
      </div>
      <Stripes page={page} open={open} />
      {page && menu.asked ? (
        <TextMenu open={open} page={page} asked={menu.asked} onClose={menu.close} />
      ) : null}
    </>
  );
}

/** Tells the page once the editor stands in the document, and another one when its blocks were made anew. */
function useMakePage(reading: SourceReading, lines: ShownLines, onPage: SurfaceProps['onPage']): void {
  const [editor] = useLexicalComposerContext();
  useLayoutEffect(() => {
    const make = (root: HTMLElement | null, isWhole: boolean): void => {
      if (!root) return onPage(null);
      const scroller = must(root.closest<HTMLElement>('.reader'), 'the page stands in its scroller');
      dressBlocks([...root.children], reading, lines);
      desk.page = new Page(root, scroller, { ...lines, isWhole });
      holdPlace(desk.page);
      onPage(desk.page);
    };
    const stopMaking = editor.registerRootListener((root) => make(root, false));
    const stopKeeping = keepTextAsItIs(editor, () => {
      const { selection } = room.get();
      make(editor.getRootElement(), true);
      if (selection && desk.page?.hasFocus()) desk.page.select(selection);
    });
    return () => {
      stopMaking();
      stopKeeping();
    };
  }, [editor, reading, lines, onPage]);
}

/** Where nothing has the focus, as when a project was opened, the text takes it: its keys work at once. */
function useTakeFocus(page: Page | null): void {
  useEffect(() => {
    if (page && document.activeElement === document.body) page.root.focus({ preventScroll: true });
  }, [page]);
}

/** Lays out what is out of sight, a piece in each frame: the first screen does not wait for it, nor does a key or click. */
function useLayOutRest(page: Page | null): void {
  useEffect(() => {
    if (!page) return;
    const left = new AbortController();
    void layOutRest(page, left.signal);
    return () => left.abort();
  }, [page]);
}

async function layOutRest({ layout }: Page, left: AbortSignal): Promise<void> {
  for (await frame(); !layout.isWhole && !left.aborted; await frame()) layout.layOutMore();
}
