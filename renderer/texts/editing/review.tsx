// Before a text is stored: the codings whose words would differ, each with its words before and after, and a choice.
import { useEffect, useRef, useState } from 'react';
import type { TouchedCoding } from '../../../shared/contract/editing.ts';
import type { Input } from '../../../shared/contract/index.ts';
import type { Span } from '../../../shared/text/lines.ts';
import { Button } from '../../ui/button.tsx';
import { CodeMark } from '../../ui/code-mark.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Segments } from '../../ui/segments.tsx';
import { useWords } from '../../words.ts';
import type { Codebook, OpenSource } from '../open-source.ts';
import { Compare, Inline } from './compare.tsx';
import { editing, store, type Proposed } from './edit.ts';

type Choice = 'keep' | 'remove' | 'place';
interface Decision {
  readonly choice: Choice;
  readonly span: Span | null;
}

export function Review({ open, proposed }: { readonly open: OpenSource; readonly proposed: Proposed }) {
  const { say } = useWords();
  const [decisions, setDecisions] = useState<Readonly<Record<string, Decision>>>({});
  const [isStoring, setStoring] = useState(false);
  const { preview, change } = proposed;
  const { touched, follow, returned, passagesLost, text } = preview;
  const decide = (id: string, decision: Decision): void => setDecisions({ ...decisions, [id]: decision });
  const isOpenEnded = touched.some(({ id }) => {
    const decision = decisions[id];
    return decision?.choice === 'place' && decision.span === null;
  });
  const finish = async (): Promise<void> => {
    setStoring(true);
    await store(
      proposed,
      touched.flatMap((each) => decisionOf(each, decisions[each.id])),
    );
    setStoring(false);
  };
  const cancel = (): void => editing.set({ proposed: null });
  return (
    <Dialog
      title={say(`editing.review-${change.kind}`, { source: open.reading.name })}
      onClose={cancel}
      width={760}
      footer={
        <>
          <span className="grow" />
          <Button onPress={cancel}>{say('editing.back')}</Button>
          <Button kind="first" disabled={isOpenEnded} busy={isStoring} onPress={() => void finish()}>
            {say(`editing.store-${change.kind}`)}
          </Button>
        </>
      }
    >
      <div className="modal-content review">
        <p>
          {say('editing.follow', { n: follow })}
          {returned > 0 ? ` ${say('editing.returned', { n: returned })}` : null}
          {passagesLost > 0 ? ` ${say('editing.passages-lost', { n: passagesLost })}` : null}
          {touched.length > 0 ? ` ${say('editing.touched', { n: touched.length })}` : null}
        </p>
        <ul className="touched">
          {touched.map((each) => (
            <Touched
              key={each.id}
              touched={each}
              codebook={open.codebook}
              text={text}
              decision={decisions[each.id] ?? { choice: each.after === null ? 'remove' : 'keep', span: null }}
              onDecide={(decision) => decide(each.id, decision)}
            />
          ))}
        </ul>
        {change.kind === 'splices' ? null : (
          <details>
            <summary>{say('editing.what-differs')}</summary>
            <Compare before={open.reading.text} after={text} />
          </details>
        )}
      </div>
    </Dialog>
  );
}

function decisionOf(
  { id, what }: TouchedCoding,
  decision: Decision | undefined,
): Input<'sources.edit'>['decisions'] {
  if (!decision || what === 'gone') return [];
  if (decision.choice === 'remove') return [{ id, remove: true }];
  return decision.choice === 'place' && decision.span ? [{ id, ...decision.span }] : [];
}

interface TouchedProps {
  readonly touched: TouchedCoding;
  readonly codebook: Codebook;
  readonly text: string;
  readonly decision: Decision;
  readonly onDecide: (decision: Decision) => void;
}

function Touched({ touched, codebook, text, decision, onDecide }: TouchedProps) {
  const { say } = useWords();
  const { id, code, codeName, coder, what, before, after, paragraph } = touched;
  const look = codebook.looks.get(code);
  const isSettled = what === 'gone' || what === 'same';
  const name = codebook.byUid.get(code)?.name ?? codeName;
  const keep = { value: 'keep' as const, text: say('editing.keep') };
  const options = [
    ...(after === null ? [] : [keep]),
    { value: 'remove' as const, text: say(after === null ? 'editing.leave-out' : 'editing.take-away') },
    { value: 'place' as const, text: say('editing.place') },
  ];
  return (
    <li>
      <div className="hstack touched-head">
        {look ? <CodeMark look={look} /> : null}
        <b className="cut">{name}</b>
        <span className="q nowrap">{`${coder} · ¶ ${paragraph}`}</span>
        <span className="grow" />
        <span className="q nowrap">{say(`editing.what-${what}`)}</span>
      </div>
      <blockquote>
        {after === null ? <del>{before}</del> : <Inline before={before} after={after} />}
      </blockquote>
      {isSettled ? null : (
        <Segments
          label={say('editing.choice', { code: name })}
          value={decision.choice}
          options={options}
          onChange={(choice) => onDecide({ choice, span: null })}
        />
      )}
      {decision.choice === 'place' ? (
        <Place
          key={id}
          text={text}
          near={touched.start}
          chosen={decision.span}
          onChoose={(span) => onDecide({ choice: 'place', span })}
        />
      ) : null}
    </li>
  );
}

/** Units of the text on each side of the place that are offered for choosing words. */
const around = 6000;

interface PlaceProps {
  readonly text: string;
  readonly near: number;
  readonly chosen: Span | null;
  readonly onChoose: (span: Span | null) => void;
}

/** Words for the coding are selected in the new text, by mouse or with Shift and the arrows. */
function Place({ text, near, chosen, onChoose }: PlaceProps) {
  const { say } = useWords();
  const from = text.lastIndexOf('\n', Math.max(0, near - around)) + 1;
  const found = text.indexOf('\n', near + around);
  const shown = text.slice(from, found < 0 ? text.length : found);
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    area.current?.focus();
    area.current?.setSelectionRange(near - from, near - from);
  }, [near, from]);
  useEffect(() => {
    const choose = (): void => {
      const field = area.current;
      if (!field || document.activeElement !== field) return;
      const { selectionStart: start, selectionEnd: end } = field;
      onChoose(start < end ? { start: from + start, end: from + end } : null);
    };
    document.addEventListener('selectionchange', choose);
    return () => document.removeEventListener('selectionchange', choose);
  }, [from, onChoose]);
  return (
    <label className="place">
      <span className="label">{say('editing.select-words')}</span>
      <textarea className="field area" rows={6} readOnly value={shown} ref={area} />
      <span className="q" role="status">
        {chosen ? `“${text.slice(chosen.start, chosen.end)}”` : say('editing.nothing-selected')}
      </span>
    </label>
  );
}
