// The codings at the caret, in its paragraph or in the text; the chosen one with all that may be changed in it.
import { CircleHelp, Scissors, Spline, X } from 'lucide-react';
import { memo, useDeferredValue, type KeyboardEvent } from 'react';
import { spansAt } from '../../shared/text/lanes.ts';
import { paragraphAt } from '../../shared/text/positions.ts';
import { useStore } from '../store.ts';
import { IconButton } from '../ui/button.tsx';
import { CodeMark } from '../ui/code-mark.tsx';
import { Segments } from '../ui/segments.tsx';
import { initials } from '../ui/initials.ts';
import { useWords } from '../words.ts';
import { BulkBar } from './bulk-bar.tsx';
import { CodingDetails } from './coding-details.tsx';
import { CodingsList } from './codings-list.tsx';
import { CodingSummary } from './coding-summary.tsx';
import { chooseCoding, pickActive, removeCoding } from './coding-acts.ts';
import { splitAtCaret, tick } from './edit-acts.ts';
import { codingsOfParagraph, showDefinition } from './focus-acts.ts';
import { startLink } from './link-acts.ts';
import { pathOf, type OpenSource, type ShownCoding } from './open-source.ts';
import { allTicked, desk, room, type Room, type Scope } from './room.ts';

const scopes: readonly Scope[] = ['caret', 'paragraph', 'text'];

interface AtCaretProps {
  readonly open: OpenSource;
  /** The text was left for another one that is not there yet: nothing can be done here. */
  readonly isLeft: boolean;
}

/** Drawn after the text: a key that moves the caret, or codes, does not wait for what stands here. */
export function AtCaret({ open, isLeft }: AtCaretProps) {
  const { selection, chosen, scope, ticked, elsewhere } = useDeferredValue(useStore(room, (state) => state));
  return (
    <CodingsHere {...{ open: useDeferredValue(open), isLeft, selection, chosen, scope, ticked, elsewhere }} />
  );
}

type HereProps = AtCaretProps & Pick<Room, 'selection' | 'chosen' | 'scope' | 'ticked' | 'elsewhere'>;

const CodingsHere = memo(function CodingsHere({
  open,
  isLeft,
  selection,
  chosen,
  scope,
  ticked,
  elsewhere,
}: HereProps) {
  const { say } = useWords();
  const active = pickActive(open.codings, chosen, selection);
  const here = selection ? spansAt(open.codings, selection) : [];
  const atCaret = active && !here.includes(active) ? [active, ...here] : here;
  const listed =
    scope === 'text'
      ? open.codings
      : scope === 'paragraph'
        ? codingsOfParagraph(open, selection?.start ?? 0)
        : atCaret;
  const paragraph = selection ? paragraphAt(open.paragraphs, selection.start) : null;
  return (
    <section
      className="at-caret rule"
      aria-label={say('texts.at-caret')}
      inert={isLeft}
      onKeyDown={backToText}
    >
      <div className="sec">
        <Segments
          label={say('gestures.scope')}
          value={scope}
          options={scopes.map((value) => ({ value, text: say(`gestures.scope-${value}`) }))}
          onChange={(value) => room.set({ scope: value })}
        />
        {paragraph === null ? null : (
          <span className="right num nowrap" title={say('texts.place', { paragraph, n: listed.length })}>
            {say('gestures.place', { paragraph, n: listed.length })}
          </span>
        )}
      </div>
      {ticked.length + elsewhere.length > 0 ? (
        <BulkBar open={open} ids={allTicked({ ticked, elsewhere })} elsewhere={elsewhere.length} />
      ) : null}
      {scope === 'caret' ? (
        <div className="at-caret-list">
          {atCaret.length === 0 ? <p className="q small nothing">{say('texts.no-coding-here')}</p> : null}
          {atCaret.map((coding) => (
            <CodingRow
              key={coding.id}
              open={open}
              coding={coding}
              isActive={coding === active}
              isChosen={coding.id === chosen}
              isTicked={ticked.includes(coding.id)}
            />
          ))}
        </div>
      ) : (
        <CodingsList open={open} codings={listed} />
      )}
    </section>
  );
});

/** Escape leads back to the place in the text; a field that is left stores what was written. */
function backToText(event: KeyboardEvent): void {
  if (event.key !== 'Escape' || event.defaultPrevented || event.nativeEvent.isComposing) return;
  event.preventDefault();
  desk.page?.root.focus({ preventScroll: true });
}

interface CodingRowProps {
  readonly open: OpenSource;
  readonly coding: ShownCoding;
  readonly isActive: boolean;
  readonly isChosen: boolean;
  readonly isTicked: boolean;
}

function CodingRow({ open, coding, isActive, isChosen, isTicked }: CodingRowProps) {
  const { say } = useWords();
  return (
    <div className={isActive ? 'coding-row is-active' : 'coding-row'} data-coding={coding.id}>
      <div className="hstack">
        <input
          type="checkbox"
          className="tick"
          checked={isTicked}
          aria-label={say('gestures.tick-this', { code: coding.name })}
          onChange={() => tick(coding.id)}
        />
        <button
          className="hstack grow coding-name"
          title={pathOf(open, coding)}
          aria-expanded={isChosen}
          onClick={() => chooseCoding(coding)}
        >
          <CodeMark look={coding.look} />
          <span className="med cut grow">{coding.name}</span>
        </button>
        <span className="count" title={coding.coder}>
          {initials(coding.coder)}
        </span>
        {isActive ? (
          <>
            <SplitHere open={open} coding={coding} />
            <IconButton
              icon={CircleHelp}
              label={say('gestures.definition')}
              keys={['I']}
              small
              onPress={() => showDefinition(open)}
            />
            <IconButton
              icon={Spline}
              label={say('gestures.link')}
              keys={['L']}
              small
              onPress={() => startLink(open)}
            />
            <IconButton
              icon={X}
              label={say('texts.remove')}
              keys={['Del']}
              small
              onPress={() => void removeCoding(open, coding)}
            />
          </>
        ) : null}
      </div>
      {isChosen ? (
        <CodingDetails open={open} coding={coding} />
      ) : (
        <CodingSummary open={open} coding={coding} />
      )}
    </div>
  );
}

/** Only where the caret stands between two words of the coding. */
function SplitHere({ open, coding }: { readonly open: OpenSource; readonly coding: ShownCoding }) {
  const { say } = useWords();
  const selection = useStore(room, (state) => state.selection);
  const at = selection && selection.start === selection.end ? selection.start : null;
  if (at === null || at <= coding.start || coding.end <= at) return null;
  return (
    <IconButton
      icon={Scissors}
      label={say('gestures.key-split')}
      keys={['X']}
      small
      onPress={() => splitAtCaret(open)}
    />
  );
}
