// The open source as a page: one Lexical editor that is read, not written; codings painted over it, stripes beside it.
import { LexicalComposer } from '@lexical/react/LexicalComposer';
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { ContentEditable } from '@lexical/react/LexicalContentEditable';
import { LexicalErrorBoundary } from '@lexical/react/LexicalErrorBoundary';
import { RichTextPlugin } from '@lexical/react/LexicalRichTextPlugin';
import { useLayoutEffect, useState } from 'react';
import { must } from '../../shared/must.ts';
import { useWords } from '../words.ts';
import type { OpenSource } from './open-source.ts';
import { Page } from './page.ts';
import { keepTextAsItIs } from './read-only.ts';
import { $fillWith, dressBlocks, LabelNode } from './reading-nodes.ts';
import { desk, room } from './room.ts';
import { Stripes } from './stripes.tsx';
import { useCaret } from './use-caret.ts';
import { useDropOnText } from './use-drop.ts';
import { onReadingKey } from './reading-keys.ts';

/** To be keyed by the source: another text is another editor. */
export function Transcript({ open }: { readonly open: OpenSource }) {
  const { reading, lineStarts } = open;
  const config = {
    namespace: 'source',
    nodes: [LabelNode],
    onError: (error: Error): never => {
      throw error;
    },
    editorState: () => $fillWith(reading, lineStarts),
  };
  return (
    <div className="reader">
      <div className="page">
        <LexicalComposer initialConfig={config}>
          <Surface open={open} />
        </LexicalComposer>
      </div>
    </div>
  );
}

function Surface({ open }: { readonly open: OpenSource }) {
  const { say } = useWords();
  const page = usePage(open);
  useCaret(page);
  const drop = useDropOnText(open);
  return (
    <>
      <div className="body" onKeyDownCapture={(event) => onReadingKey(event, open)} {...drop}>
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
      </div>
      <Stripes page={page} open={open} />
    </>
  );
}

/** The page, once the editor stands in the document; another one when its blocks were made anew. */
function usePage({ reading, lineStarts }: OpenSource): Page | null {
  const [editor] = useLexicalComposerContext();
  const [page, setPage] = useState<Page | null>(null);
  useLayoutEffect(() => {
    const make = (root: HTMLElement | null): void => {
      if (!root) return setPage(null);
      const scroller = must(root.closest<HTMLElement>('.reader'), 'the page stands in its scroller');
      dressBlocks([...root.children], reading, lineStarts);
      desk.page = new Page(root, scroller, { starts: lineStarts, length: reading.text.length });
      setPage(desk.page);
    };
    const stopMaking = editor.registerRootListener(make);
    const stopKeeping = keepTextAsItIs(editor, () => {
      const { selection } = room.get();
      make(editor.getRootElement());
      if (selection && desk.page?.hasFocus()) desk.page.select(selection);
    });
    return () => {
      stopMaking();
      stopKeeping();
    };
  }, [editor, reading, lineStarts]);
  return page;
}

/** For line breaks and marks: Chinese where Han characters stand in the beginning of the text. */
function languageOf(text: string): string {
  return /\p{Script=Han}/u.test(text.slice(0, 4000)) ? 'zh-CN' : 'en';
}
