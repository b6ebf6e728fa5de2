// The middle of the reading room: what is open, the page, and the line that says where the caret is.
import { ArrowLeft, ChevronLeft, ChevronRight, PencilLine, TextSearch } from 'lucide-react';
import { memo, useEffect, useMemo, useRef, useState } from 'react';
import { spansAt } from '../../shared/text/lanes.ts';
import { paragraphAt, turnAt } from '../../shared/text/positions.ts';
import { sectionLines } from '../../shared/text/sections.ts';
import { useStore } from '../store.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { Keys } from '../ui/keys.tsx';
import { goBack, windowState } from '../window-state.ts';
import { useWords } from '../words.ts';
import { passageToCode } from './coding-acts.ts';
import { DefinitionPop } from './definition-pop.tsx';
import { DraftBar } from './editing/draft-bar.tsx';
import { editing, startEdit } from './editing/edit.ts';
import { EditPanels } from './editing/edit-panels.tsx';
import { EditRoom } from './editing/edit-room.tsx';
import { FindBar } from './find-bar.tsx';
import { LinkPop } from './link-pop.tsx';
import type { OpenSource } from './open-source.ts';
import { NothingToCode, Picker } from './picker.tsx';
import { ReadingLook } from './reading-look.tsx';
import { room, withPageAt } from './room.ts';
import { Spoken } from './spoken.tsx';
import { stepSection } from './steps.ts';
import { Transcript } from './transcript.tsx';
import { useGoTo } from './use-go-to.ts';

/** Drawn anew only when what is open changes. */
export const Reader = memo(function Reader({ open }: { readonly open: OpenSource }) {
  const picker = useStore(room, (state) => state.picker);
  const finding = useStore(room, (state) => state.finding);
  const link = useStore(room, (state) => state.link);
  const definition = useStore(room, (state) => state.definition);
  const { section, lines } = useSection(open);
  const edit = useStore(editing, (state) => state.edit);
  useGoTo(open);
  useStay(open);
  if (edit?.source === open.reading.uid)
    return (
      <main className="desk">
        <EditRoom open={open} edit={edit} />
      </main>
    );
  return (
    <main className="desk">
      <ReaderBar open={open} />
      <DraftBar open={open} />
      {finding ? <FindBar text={open.reading.text} /> : null}
      <Transcript key={`${open.reading.uid} ${open.reading.content} ${section}`} open={open} lines={lines} />
      {picker ? <AtPassage key={picker.change?.join(' ')} open={open} change={picker.change} /> : null}
      {link ? <LinkPop open={open} {...link} /> : null}
      {definition === null ? null : <DefinitionPop open={open} code={definition} />}
      <StatusLine open={open} />
      <Spoken open={open} />
      <EditPanels open={open} live={open} />
    </main>
  );
});

/** Where the text became another one, the caret stays at its place, and in sight. */
function useStay({ reading }: OpenSource): void {
  const last = useRef(reading);
  useEffect(() => {
    const { uid, content } = last.current;
    last.current = reading;
    const { selection } = room.get();
    if (uid !== reading.uid || content === reading.content || !selection) return;
    const frame = requestAnimationFrame(() => {
      const end = Math.min(selection.end, reading.text.length);
      withPageAt(end, (page) => {
        if (!page.isHeld) page.centre(end);
        if (document.activeElement === document.body)
          page.select({ start: Math.min(selection.start, end), end });
      });
    });
    return () => cancelAnimationFrame(frame);
  }, [reading]);
}

/** The picker, or why there is none. */
function AtPassage({
  open,
  change,
}: {
  readonly open: OpenSource;
  readonly change: readonly string[] | null;
}) {
  const [isNothing] = useState(() => change === null && !passageToCode(open));
  return isNothing ? <NothingToCode /> : <Picker open={open} change={change} />;
}

function ReaderBar({ open }: { readonly open: OpenSource }) {
  const { say } = useWords();
  const cameFrom = useStore(windowState, (state) => state.cameFrom);
  const { name, number, cases, phase } = open.reading;
  const about = [
    ...(cases.length > 0 ? cases : [say('texts.no-case')]),
    phase,
    say('texts.codings', { n: open.codings.length }),
  ]
    .filter(Boolean)
    .join(' · ');
  return (
    <div className="bar ruled reader-bar">
      {cameFrom ? (
        <Button kind="plain" icon={ArrowLeft} onPress={goBack}>
          {say('screen.back', { place: say(`place.${cameFrom.place}`) })}
        </Button>
      ) : null}
      <h2 className="cut">{name}</h2>
      <span className="q nowrap num">{say('texts.number', { number })}</span>
      <button
        className="about-link q cut"
        title={`${say('about.command')} (F2)`}
        onClick={() => windowState.set({ floating: 'about-source' })}
      >
        {about}
      </button>
      <span className="grow" />
      {open.sections.length > 1 ? <SectionSteps open={open} /> : null}
      <ReadingLook />
      <IconButton
        icon={PencilLine}
        label={say('editing.edit')}
        keys={['E']}
        onPress={() => startEdit(open)}
      />
      <IconButton
        icon={TextSearch}
        label={say('texts.find')}
        keys={['Ctrl', 'F']}
        onPress={() => room.set({ finding: true })}
      />
    </div>
  );
}

/** The lines that are shown: those of the room's section. */
function useSection({ reading, lineStarts, sections }: OpenSource) {
  const wanted = useStore(room, (state) => state.section);
  const section = Math.min(wanted, sections.length - 1);
  const { length } = reading.text;
  const lines = useMemo(
    () => ({ starts: lineStarts, length, ...sectionLines(sections, section, lineStarts.length) }),
    [lineStarts, length, sections, section],
  );
  return { section, lines };
}

function SectionSteps({ open }: { readonly open: OpenSource }) {
  const { say } = useWords();
  const section = useStore(room, (state) => state.section);
  return (
    <span className="hstack section-steps">
      <IconButton
        icon={ChevronLeft}
        label={say('texts.section-before')}
        keys={['Alt', 'PgUp']}
        small
        disabled={section === 0}
        onPress={() => stepSection(open, 'previous')}
      />
      <span className="num nowrap">{say('texts.section', { at: section + 1, n: open.sections.length })}</span>
      <IconButton
        icon={ChevronRight}
        label={say('texts.section-next')}
        keys={['Alt', 'PgDn']}
        small
        disabled={section === open.sections.length - 1}
        onPress={() => stepSection(open, 'next')}
      />
    </span>
  );
}

function StatusLine({ open }: { readonly open: OpenSource }) {
  const { say } = useWords();
  const selection = useStore(room, (state) => state.selection);
  const latest = useStore(room, (state) => state.used[0]);
  const coder = useStore(windowState, (state) => state.project?.coder);
  const here = selection ? spansAt(open.codings, selection).length : 0;
  const turn = selection && turnAt(open.reading.labels, selection.start);
  const repeated = latest === undefined ? undefined : open.codebook.looks.get(latest)?.mark;
  return (
    <div className="status">
      {selection ? <span className="num">¶ {paragraphAt(open.paragraphs, selection.start)}</span> : null}
      {turn === null ? null : <span className="num">{say('texts.turn-number', { n: turn })}</span>}
      {selection ? <span>{say('texts.codings-here', { n: here })}</span> : null}
      {coder === undefined ? null : <span>{say('texts.coder', { coder })}</span>}
      <span className="grow" />
      <span className="hint">
        <Keys keys={['C']} />
        {say('texts.hint-code')}
      </span>
      {repeated === undefined ? null : (
        <span className="hint">
          <Keys keys={['R']} />
          {say('texts.hint-repeat', { code: repeated })}
        </span>
      )}
      <span className="hint">
        <Keys keys={['Alt', '↓']} />
        {say('texts.hint-next')}
      </span>
      <span className="hint">
        <Keys keys={['?']} />
        {say('texts.hint-keys')}
      </span>
    </div>
  );
}
