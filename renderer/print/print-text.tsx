// A source on paper: the whole text, its codings as numbered brackets and rules, and beneath each paragraph whose they are.
import { valueLabel } from '../../shared/matrices/rule.ts';
import { paragraphAt } from '../../shared/text/positions.ts';
import { dateOf } from '../history/when.ts';
import type { OpenSource, ShownCoding } from '../texts/open-source.ts';
import type { Words } from '../words.ts';
import { markLines, type Piece } from './marked-lines.ts';

interface PrintTextProps {
  readonly open: OpenSource;
  readonly words: Words;
}

export function PrintText({ open, words }: PrintTextProps) {
  const { reading, lineStarts, codings } = open;
  const { say, language } = words;
  const lines = markLines(reading.text, lineStarts, codings);
  const turns = turnsOf(open);
  const about = [
    ...reading.cases,
    reading.phase,
    say('texts.codings', { n: codings.length }),
    say('printing.on', { date: dateOf(language, new Date().toISOString()) }),
  ];
  return (
    <article className="print-text">
      <header>
        <h1>{reading.name}</h1>
        <p>{[say('texts.number', { number: reading.number }), ...about].filter(Boolean).join(' · ')}</p>
      </header>
      {lines.map((pieces, line) => (
        <Line key={line} pieces={pieces} words={words} open={open} turn={turns[line]} />
      ))}
    </article>
  );
}

interface LineProps extends PrintTextProps {
  readonly pieces: readonly Piece[];
  readonly turn: Turn | undefined;
}

function Line({ pieces, turn, words, open }: LineProps) {
  const { text } = open.reading;
  const [first] = pieces;
  const isBlank = pieces.every(({ start, end }) => text.slice(start, end).trim() === '');
  if (!first || isBlank) return null;
  const begun = pieces.flatMap(({ opens }) => opens);
  return (
    <section className={turn?.isAsking === true ? 'ask' : undefined}>
      <p className="line">
        <span className="n">{paragraphAt(open.paragraphs, first.start)}</span>
        {pieces.map((piece) => (
          <span key={piece.start}>
            {piece.opens.map((number) => (
              <sup key={number}>[{number} </sup>
            ))}
            <Said text={text} piece={piece} turn={turn} words={words} />
            {piece.closes.map((number) => (
              <sup key={number}> {number}]</sup>
            ))}
          </span>
        ))}
      </p>
      {begun.length === 0 ? null : (
        <ol className="notes">
          {begun.map((number) => {
            const coding = open.codings[number - 1];
            return coding ? (
              <Note key={number} number={number} coding={coding} words={words} open={open} />
            ) : null;
          })}
        </ol>
      )}
    </section>
  );
}

/** A speaker's label is no word of the speaker: it stands out, and no rule runs under it. */
function Said({
  text,
  piece: { start, end, isCoded },
  turn,
  words: { say },
}: Pick<LineProps, 'turn' | 'words'> & { readonly text: string; readonly piece: Piece }) {
  const label = turn && turn.start < end && turn.end > start ? turn : null;
  const said = (from: number, to: number) =>
    from < to ? <span className={isCoded ? 'coded' : undefined}>{text.slice(from, to)}</span> : null;
  if (!label) return said(start, end);
  const [from, to] = [Math.max(start, label.start), Math.min(end, label.end)];
  return (
    <>
      {said(start, from)}
      {from === label.start ? <small>{say('texts.turn-number', { n: label.number })}</small> : null}
      <b>{text.slice(from, to)}</b>
      {said(to, end)}
    </>
  );
}

interface NoteProps extends PrintTextProps {
  readonly number: number;
  readonly coding: ShownCoding;
}

function Note({ number, coding, words: { say, language }, open: { codebook, paragraphs } }: NoteProps) {
  const { code, name, coder, phase, level, direction, weight, memo, start, end } = coding;
  const shortId = codebook.byUid.get(code)?.shortId ?? null;
  const last = paragraphAt(paragraphs, end - 1);
  const facts = [
    coder,
    phase,
    level === null ? null : valueLabel(language, { kind: 'level' }, String(level)),
    direction === null
      ? null
      : say('tables.direction', { value: valueLabel(language, { kind: 'direction' }, String(direction)) }),
    weight === null ? null : say('printing.weight', { weight }),
    last === paragraphAt(paragraphs, start) ? null : say('printing.goes-on', { paragraph: last }),
  ];
  return (
    <li>
      <span className="n">{number}</span>
      <span>
        <b>{shortId === null ? name : `${shortId} ${name}`}</b>
        {[null, ...facts.filter((each) => each !== null)].join(' · ')}
        {memo === null ? null : <i className="memo">{say('printing.memo', { memo })}</i>}
      </span>
    </li>
  );
}

interface Turn {
  /** The label; it begins and ends at the line's start where the turn began in a line before. */
  readonly start: number;
  readonly end: number;
  /** Which one it is, from 1. */
  readonly number: number;
  readonly isAsking: boolean;
}

/** Whose turn each line is: that of the last label up to its end. */
function turnsOf({
  reading: { text, labels, speakers },
  lineStarts,
}: OpenSource): readonly (Turn | undefined)[] {
  let at = -1;
  return Array.from(lineStarts, (_, line) => {
    const lineEnd = lineStarts[line + 1] ?? text.length + 1;
    while ((labels[at + 1]?.start ?? Infinity) < lineEnd) at += 1;
    const label = labels[at];
    return (
      label && {
        start: label.start,
        end: label.end,
        number: at + 1,
        isAsking: speakers[label.speaker]?.role === 'interviewer',
      }
    );
  });
}
