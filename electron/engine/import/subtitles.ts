// WebVTT and SubRip → a transcript: cues of one speaker joined into turns, each with the time at which it begins.
import type { DetectedSpeaker, Label } from '../../../shared/import/document.ts';
import { normaliseName, roleOf, shapeOf } from '../../../shared/import/speaker-names.ts';
import { findSpeakers } from '../../../shared/import/speakers.ts';

export interface Transcript {
  readonly text: string;
  readonly labels: Label[];
  readonly speakers: DetectedSpeaker[];
}

/**
 * The turns of the subtitles in `source` (newlines as '\n'), a line each: `[00:03:18] Name: words`. Who speaks is what
 * the voice tags `<v Name>` say; where there are none, names before a colon are found as in any text. Cues that nobody
 * is named for continue the turn before. Notes, styles, cue numbers and tags are no text. A `pattern` is looked for in the lines.
 */
export function readSubtitles(source: string, pattern: string | null = null): Transcript {
  const turns: Turn[] = [];
  for (const piece of cuesOf(source).flatMap(piecesOf)) {
    const last = turns.at(-1);
    if (last !== undefined && !startsTurn(piece, last)) last.words += ` ${piece.words}`;
    else turns.push({ ...piece });
  }
  const lines = turns.map(({ time, voice, words }) => [labelOf(time, voice), words] as const);
  const text = lines.map((line) => line.join('')).join('\n');
  return pattern === null && turns.some(({ voice }) => voice !== null)
    ? { text, ...voicesOf(turns, lines) }
    : { text, ...findSpeakers(text, pattern) };
}

interface Cue {
  /** hh:mm:ss */
  readonly time: string;
  readonly lines: readonly string[];
}

/** What one voice says in one cue; `voice` is null where no tag tells. */
interface Piece {
  readonly time: string;
  readonly voice: string | null;
  readonly words: string;
}

type Turn = { -readonly [Key in keyof Piece]: Piece[Key] };

/** A turn of somebody unknown is parted where a sentence ends, once it has so many characters. */
const longTurn = 400;

function startsTurn({ voice, words }: Piece, last: Turn): boolean {
  if (voice !== last.voice) return true;
  if (voice !== null) return false;
  return (
    hasName(words) || (last.words.length > longTurn && /[.?!。？！…]["”’」』)]?$/u.test(last.words.slice(-2)))
  );
}

function labelOf(time: string, voice: string | null): string {
  return voice === null ? `[${time}] ` : `[${time}] ${voice}: `;
}

function voicesOf(
  turns: readonly Turn[],
  lines: readonly (readonly [string, string])[],
): { labels: Label[]; speakers: DetectedSpeaker[] } {
  const labels: Label[] = [];
  const speakers = new Map<string, { name: string; turns: number; place: number }>();
  let start = 0;
  for (const [index, [label, words]] of lines.entries()) {
    const voice = turns[index]?.voice ?? null;
    if (voice !== null) {
      const speaker = speakers.get(voice) ?? { name: voice, turns: 0, place: speakers.size };
      speakers.set(voice, speaker);
      speaker.turns += 1;
      labels.push({ start, end: start + label.length, speaker: speaker.place });
    }
    start += label.length + words.length + 1;
  }
  return {
    labels,
    speakers: Array.from(speakers.values(), ({ name, turns }) => ({ name, role: roleOf(name), turns })),
  };
}

// ---- the file

const timing = /^\s*(?:(\d{1,3}):)?(?:(\d{1,2}):)?(\d{1,2})[.,]\d{1,3}\s*-->/u;

/** True for a text that is SubRip whatever its name: a number, then a line of times. */
export function isSubRip(head: string): boolean {
  return /^\s*\d{1,4}\s*\r?\n\s*\d{1,2}:\d{2}:\d{2}[.,]\d{1,3}\s*-->/u.test(head);
}

/** The blocks of `source` that have a line of times; what stands above it is the cue's number. */
function cuesOf(source: string): Cue[] {
  const cues: Cue[] = [];
  for (const block of source.split(/\n[ \t]*\n/u)) {
    const lines = block.split('\n');
    const at = lines.findIndex((line) => timing.test(line));
    const [, first, second, seconds = '0'] = timing.exec(lines[at] ?? '') ?? [];
    if (at < 0 || /^(?:NOTE|STYLE|REGION)\b/u.test(lines[0] ?? '')) continue;
    const [hours, minutes] = second === undefined ? ['0', first ?? '0'] : [first ?? '0', second];
    const time = [hours, minutes, seconds].map((part) => part.padStart(2, '0')).join(':');
    cues.push({ time, lines: lines.slice(at + 1) });
  }
  return cues;
}

const voiceTag = /<v(?:\.[^\s>]*)?\s+([^<>]{1,100})>/iu;

/** A cue parted where another voice or a name begins. */
function piecesOf({ time, lines }: Cue): Piece[] {
  const pieces: Turn[] = [];
  let voice: string | null = null;
  for (const line of lines) {
    const [before = '', ...spoken] = line.split(new RegExp(voiceTag, 'giu'));
    const add = (words: string, isNew: boolean): void => {
      const last = pieces.at(-1);
      if (words === '') return;
      if (isNew || last === undefined || hasName(words)) pieces.push({ time, voice, words });
      else last.words += ` ${words}`;
    };
    add(plain(before), false);
    for (let index = 0; index + 1 < spoken.length; index += 2) {
      // Marks of overlapping speech before a name (//S02) are no part of it.
      const name = plain(spoken[index] ?? '').replace(/^[^\p{L}\p{N}]+|:$/gu, '');
      voice = normaliseName(name) || null;
      add(plain(spoken[index + 1] ?? ''), true);
    }
    if (/<\/v>\s*$/iu.test(line)) voice = null;
  }
  return pieces;
}

function hasName(words: string): boolean {
  const [, name] = /^([^:：]{1,60})[:：]/u.exec(words) ?? [];
  return name !== undefined && shapeOf(normaliseName(name), false) === 'name';
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', nbsp: ' ', quot: '"' };

/** Without tags, with the characters that entities stand for. */
function plain(words: string): string {
  return words
    .replace(/<\/?[a-z][^<>]{0,200}>|<\/?[\d:.]+>|\{\\[^}]*\}/giu, '')
    .replace(/&(amp|lt|gt|nbsp|quot|lrm|rlm);/gu, (_, name: string) => entities[name] ?? '')
    .replace(/\s+/gu, ' ')
    .trim();
}
