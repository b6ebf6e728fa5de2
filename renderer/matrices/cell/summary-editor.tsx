// The summary of a cell: written in place, kept when the person pauses or leaves; signs in it lead to the quotes that support it.
import { LexicalComposer } from '@lexical/react/LexicalComposer';
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { ContentEditable } from '@lexical/react/LexicalContentEditable';
import { LexicalErrorBoundary } from '@lexical/react/LexicalErrorBoundary';
import { HistoryPlugin } from '@lexical/react/LexicalHistoryPlugin';
import { RichTextPlugin } from '@lexical/react/LexicalRichTextPlugin';
import { $getRoot, $getSelection, $isRangeSelection, type LexicalEditor } from 'lexical';
import { useEffect, useRef } from 'react';
import type { Summary } from '../../../shared/contract/saved-matrices.ts';
import { Refused } from '../../../shared/refused.ts';
import { sayFailure } from '../../acts.ts';
import { untilRead, useAside } from '../../drafts.ts';
import { engine } from '../../engine.ts';
import { draftOf } from '../../find-drafts.ts';
import { Button } from '../../ui/button.tsx';
import { useWords } from '../../words.ts';
import type { CellAddress } from './records.ts';
import { SummaryText } from './summary-text.tsx';
import { $fillWithSummary, $quoteSign, $readSummary, quotesOf, QuoteSign } from './summary-nodes.ts';

/** The editor in sight, for the quotes that are to support what it says. */
const inSight: { current: LexicalEditor | null } = { current: null };

/** Puts a sign that leads to the quote where the writer is, else at the end. */
export function supportWith(quote: string): void {
  const editor = inSight.current;
  if (!editor) return;
  editor.update(() => {
    const selection = $getSelection();
    const place = $isRangeSelection(selection) ? selection : $getRoot().selectEnd();
    place.insertNodes([$quoteSign(quote)]);
  });
  editor.focus();
}

/** The person stops writing for so long (ms), and what was written is kept. */
const pause = 1500;

interface EditorProps {
  readonly address: CellAddress;
  readonly summary: Summary;
}

/** To be keyed by cell: another cell is another editor. */
export function SummaryEditor({ address, summary }: EditorProps) {
  const config = {
    namespace: 'summary',
    nodes: [QuoteSign],
    theme: { text: { bold: 'strong', italic: 'italic' } },
    onError: (error: Error): never => {
      throw error;
    },
    editorState: () => $fillWithSummary(summary),
  };
  return (
    <LexicalComposer initialConfig={config}>
      <Surface address={address} summary={summary} />
    </LexicalComposer>
  );
}

function Surface({ address, summary }: EditorProps) {
  const { say } = useWords();
  const [editor] = useLexicalComposerContext();
  const { aside, setAside, dropAside } = useAside(
    draftOf.summary(address.matrix, [address.row, address.column]),
  );
  useKeeping(editor, { address, summary, setAside });
  return (
    <div className="summary-editor">
      <RichTextPlugin
        contentEditable={
          <ContentEditable
            className="read summary-text"
            ariaLabel={say('cells.summary')}
            aria-placeholder={say('cells.write')}
            placeholder={<p className="read summary-placeholder q">{say('cells.write')}</p>}
          />
        }
        ErrorBoundary={LexicalErrorBoundary}
      />
      <HistoryPlugin />
      {aside === null ? null : (
        <Aside words={JSON.parse(aside) as Summary} of={{ address, summary }} onDone={dropAside} />
      )}
    </div>
  );
}

interface AsideProps {
  readonly words: Summary;
  readonly of: EditorProps;
  readonly onDone: () => void;
}

/** What was written here while another one wrote: to be put in, or dropped. */
function Aside({ words: summary, of, onDone }: AsideProps) {
  const { say } = useWords();
  const put = (): void => {
    engine
      .call('cells.summarise', { ...of.address, summary, base: of.summary })
      .then(onDone, (error: unknown) => sayFailure('cells.summarise', error));
  };
  return (
    <div className="found-words small" role="group" aria-label={say('cells.aside')}>
      <span className="q2">{say('cells.aside')}</span>
      <SummaryText paragraphs={summary} />
      <div className="hstack">
        <Button kind="plain" onPress={put}>
          {say('drafts.take')}
        </Button>
        <Button kind="plain" onPress={onDone}>
          {say('drafts.drop')}
        </Button>
      </div>
    </div>
  );
}

interface Keeping extends EditorProps {
  /** Keeps words beside those that stand there by now. */
  readonly setAside: (base: string, text: string) => void;
}

/** Numbers the signs, keeps what is written, and takes in what was changed elsewhere (an undo) while nobody writes here. */
function useKeeping(editor: LexicalEditor, { address, summary, setAside }: Keeping): void {
  const stored = JSON.stringify(summary);
  const kept = useRef(stored);
  const latest = useRef(summary);
  /** How many acts of this editor are not read back: what is read meanwhile may be older than what stands here. */
  const underWay = useRef(0);
  const show = (summary: Summary): void => {
    kept.current = JSON.stringify(summary);
    editor.update(() => $fillWithSummary(summary));
  };
  const takeIn = (): void => {
    if (underWay.current > 0 || JSON.stringify(latest.current) === kept.current) return;
    const isWriting = editor.getRootElement()?.contains(document.activeElement) === true;
    if (isWriting && JSON.stringify(editor.read($readSummary)) !== kept.current) return;
    show(latest.current);
  };
  useEffect(() => {
    inSight.current = editor;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const keep = (): void => {
      clearTimeout(timer);
      const written = editor.read($readSummary);
      const text = JSON.stringify(written);
      if (text === kept.current) return;
      const base = JSON.parse(kept.current) as Summary;
      kept.current = text;
      const summary = written.length === 0 ? null : written;
      const done = engine.call('cells.summarise', { ...address, summary, base }).catch((error: unknown) => {
        sayFailure('cells.summarise', error);
        if (!(error instanceof Refused) || error.refusal.key !== 'refused.summary-changed') return;
        setAside(JSON.stringify(base), text);
        // The words of the other one take their place, once they are read.
        if (JSON.stringify(editor.read($readSummary)) === text) show(latest.current);
      });
      underWay.current += 1;
      void done.then(untilRead).then(() => {
        underWay.current -= 1;
        takeIn();
      });
    };
    const stop = [
      editor.registerMutationListener(QuoteSign, () => number(editor)),
      editor.registerUpdateListener(({ dirtyElements, dirtyLeaves }) => {
        if (dirtyElements.size === 0 && dirtyLeaves.size === 0) return;
        clearTimeout(timer);
        timer = setTimeout(keep, pause);
      }),
      editor.registerRootListener((root, before) => {
        before?.removeEventListener('blur', keep);
        root?.addEventListener('blur', keep);
      }),
    ];
    // A tab that is closed or loaded anew waits for nothing: the engine is told at once.
    window.addEventListener('pagehide', keep);
    return () => {
      window.removeEventListener('pagehide', keep);
      keep();
      for (const each of stop) each();
      if (inSight.current === editor) inSight.current = null;
    };
  }, [editor]);
  useEffect(() => {
    latest.current = summary;
    takeIn();
  }, [editor, stored]);
}

/** Each sign shows the number of its quote. */
function number(editor: LexicalEditor): void {
  const order = quotesOf(editor.read($readSummary));
  for (const sign of editor.getRootElement()?.querySelectorAll<HTMLElement>('.quote-sign') ?? []) {
    const text = String(order.indexOf(sign.dataset['quote'] ?? '') + 1);
    if (sign.textContent !== text) sign.textContent = text;
  }
}
