// What is to happen with each file that waits: what is set for all, what for one, and how it stands.
import type { ImportPreview } from '../../shared/contract/import.ts';
import type { Input } from '../../shared/contract/index.ts';
import { casesByName } from '../../shared/cases-by-name.ts';
import { phaseFinder, type Phase } from '../../shared/import/phase-in-name.ts';
import { must } from '../../shared/must.ts';
import { fold } from '../../shared/names.ts';
import type { Refusal } from '../../shared/refused.ts';
import type { PendingFile } from '../window-state.ts';

/** Set for all files. */
export interface ForAll {
  /** '' for none. */
  readonly case: string;
  /** Each file belongs to the case of its name instead. */
  readonly byName: boolean;
  readonly phase: string | null;
  /** A phase that the name of a file tells counts instead; the case by name is then what is left of it. */
  readonly phaseByName: boolean;
  /** Names of interviewers as typed, separated by commas. */
  readonly interviewers: string;
  /** Null: found by itself. */
  readonly encoding: string | null;
  /** How the speakers' labels are written (see findSpeakers); null: found by itself. */
  readonly pattern: string | null;
}

/** Set for one file instead; what is left out is as for all. */
export interface ForOne {
  readonly case?: string;
  readonly phase?: string | null;
  readonly encoding?: string | null;
  readonly pattern?: string | null;
  /** Speaker → whether this one asks, where the person has said so. */
  readonly asks?: Readonly<Record<string, boolean>>;
}

/** What became of a file that was to be stored. */
export type Fate =
  | { readonly outcome: 'imported'; readonly uid: string }
  | { readonly outcome: 'refused'; readonly refusal: Refusal };

/** From the file that needs a hand to the one that is in. */
const standings = ['refused', 'settle', 'warn', 'reading', 'ready', 'stored'] as const;
export type Standing = (typeof standings)[number];

/** Where a file belongs by its name. */
interface NamePlace {
  /** The case of the whole name. */
  readonly whole: string;
  /** The case of what is left of the name without its phase. */
  readonly rest: string;
  /** Null where the name tells none. */
  readonly phase: string | null;
}

export interface PlannedFile extends PendingFile {
  readonly byName: NamePlace;
  readonly case: string;
  readonly phase: string | null;
  /** The phase, or that there is none, was set for this file alone. */
  readonly hasOwnPhase: boolean;
  readonly encoding: string | null;
  readonly pattern: string | null;
  readonly interviewers: readonly string[];
  readonly preview: ImportPreview | null;
  readonly standing: Standing;
  /** Why it is refused or has to be settled. */
  readonly refusal: Refusal | null;
}

/** What a person said of how a file is to be read; null for what is found by itself. */
export interface Reading {
  readonly encoding: string | null;
  readonly pattern: string | null;
}

export interface Knowledge {
  readonly forAll: ForAll;
  /** Names of the cases that there are. */
  readonly cases: readonly string[];
  readonly phases: readonly Phase[];
  readonly forOne: ReadonlyMap<string, ForOne>;
  readonly previewOf: (file: PendingFile, reading: Reading) => ImportPreview | null;
  readonly outcomes: ReadonlyMap<string, Fate>;
}

/** The files with what is known of each, those that need a hand first. */
export function planFiles(files: readonly PendingFile[], knowledge: Knowledge): readonly PlannedFile[] {
  const places = placesByName(files, knowledge);
  return files
    .map((file, n) => planFile(file, must(places[n], 'a place for each file'), knowledge))
    .toSorted((a, b) => standings.indexOf(a.standing) - standings.indexOf(b.standing));
}

const placeFields = ['whole', 'rest', 'phase'] as const;
const plainFields = [
  'case',
  'phase',
  'hasOwnPhase',
  'encoding',
  'pattern',
  'preview',
  'standing',
  'refusal',
] as const;

/** A file of which nothing changed stays the same object: its row need not be drawn anew. */
export function keepUnchanged(
  before: readonly PlannedFile[],
  now: readonly PlannedFile[],
): readonly PlannedFile[] {
  const known = new Map(before.map((file) => [file.token, file]));
  return now.map((file) => {
    const old = known.get(file.token);
    const isSame =
      old !== undefined &&
      old.interviewers.join('\n') === file.interviewers.join('\n') &&
      placeFields.every((field) => old.byName[field] === file.byName[field]) &&
      plainFields.every((field) => old[field] === file[field]);
    return isSame ? old : file;
  });
}

/** True where the file would be stored. */
export function goesIn({ standing }: PlannedFile): boolean {
  return standing === 'ready' || standing === 'warn';
}

/** True where the file waits and may be stored, now or once it is settled. */
export function canBeStored({ standing }: PlannedFile): boolean {
  return standing !== 'stored' && standing !== 'refused';
}

/** True where the file cannot be stored as it stands. */
export function staysOut({ standing }: PlannedFile): boolean {
  return standing === 'refused' || standing === 'settle';
}

/** Files whose name tells a phase that they would not get, though nobody chose another for them. */
export function untakenPhases(files: readonly PlannedFile[]): readonly PlannedFile[] {
  return files.filter(
    (file) =>
      goesIn(file) && !file.hasOwnPhase && file.byName.phase !== null && file.byName.phase !== file.phase,
  );
}

/** What is set for a file that is to go where its name says; a phase that the name does not tell stays as it is. */
export function ownByName({ byName }: PlannedFile): ForOne {
  return { case: byName.rest, ...(byName.phase === null ? {} : { phase: byName.phase }) };
}

/** Somebody who speaks in some of the files. */
export interface PlannedSpeaker {
  readonly name: string;
  readonly turns: number;
  /** Number of files. */
  readonly files: number;
  /** Is an interviewer in each of them. */
  readonly asks: boolean;
  /** Each of their labels says so by itself. */
  readonly isFixed: boolean;
}

/** Who speaks in the files, as in the first of them, those who speak in the most files first. */
export function speakersIn(files: readonly PlannedFile[]): readonly PlannedSpeaker[] {
  const all = new Map<string, PlannedSpeaker>();
  for (const { preview, interviewers } of files)
    for (const { name, turns, role } of preview?.outcome === 'readable' ? preview.speakers : []) {
      const known = all.get(name) ?? { name, turns: 0, files: 0, asks: true, isFixed: true };
      all.set(name, {
        name,
        turns: known.turns + turns,
        files: known.files + 1,
        asks: known.asks && interviewers.includes(name),
        isFixed: known.isFixed && role === 'interviewer',
      });
    }
  return [...all.values()].toSorted((a, b) => b.files - a.files);
}

/** What all of the files have; undefined where they differ. */
export function inCommon<T>(files: readonly PlannedFile[], valueOf: (file: PlannedFile) => T): T | undefined {
  const [value, ...others] = new Set(files.map(valueOf));
  return others.length === 0 ? value : undefined;
}

/** Names of cases that the files would make, each once; `known` are those there are. */
export function newCases(files: readonly PlannedFile[], known: readonly string[]): readonly string[] {
  const there = new Set(known.map(fold));
  const names = new Map(
    files.filter(goesIn).map(({ case: name }): [string, string] => [fold(name), name.trim()]),
  );
  return [...names].filter(([folded]) => folded !== '' && !there.has(folded)).map(([, name]) => name);
}

/** Names typed for interviewers that nobody bears in any of the files; none while a file is still being read. */
export function unknownInterviewers(typed: string, files: readonly PlannedFile[]): readonly string[] {
  if (files.some(({ standing }) => standing === 'reading')) return [];
  const speakers = new Set(
    files.flatMap(({ preview }) =>
      preview?.outcome === 'readable' ? preview.speakers.map(({ name }) => fold(name)) : [],
    ),
  );
  return namesIn(typed).filter((name) => !speakers.has(fold(name)));
}

/** The names in a list as people type it. */
function namesIn(typed: string): readonly string[] {
  return typed
    .split(/[,，、;；]/)
    .map((name) => name.trim())
    .filter(Boolean);
}

/** The input of 'import.files' for these files. */
export function importInput(files: readonly PlannedFile[]): Input<'import.files'> {
  return {
    files: files.map(({ token, name, case: chosenCase, phase, interviewers, encoding, pattern }) => ({
      token,
      name,
      own: {
        case: chosenCase.trim() || null,
        phase,
        interviewers: [...interviewers],
        encoding,
        speakers: pattern,
      },
    })),
    case: null,
    phase: null,
    interviewers: [],
    encoding: null,
  };
}

/** In the order of the files. */
function placesByName(files: readonly PendingFile[], { cases, phases }: Knowledge): NamePlace[] {
  const names = files.map(({ name }) => bareName(name));
  const find = phaseFinder(phases);
  const parts = names.map((whole) => ({ whole, ...find(whole) }));
  const caseOfWhole = casesByName(names, cases);
  const caseOfRest = casesByName(
    parts.map(({ rest }) => rest),
    cases,
  );
  return parts.map(({ whole, rest, phase }) => ({
    whole: caseOfWhole.get(whole) ?? whole,
    rest: caseOfRest.get(rest) ?? rest,
    phase,
  }));
}

function planFile(
  file: PendingFile,
  byName: NamePlace,
  { forAll, forOne, previewOf, outcomes }: Knowledge,
): PlannedFile {
  const own = forOne.get(file.token) ?? {};
  const reading = readingOf(forAll, own);
  const preview = previewOf(file, reading);
  // Where the phase is not taken its words are part of the name, as in “Post office”.
  const caseByName = forAll.phaseByName ? byName.rest : byName.whole;
  return {
    ...file,
    byName,
    case: own.case ?? (forAll.byName ? caseByName : forAll.case),
    hasOwnPhase: own.phase !== undefined,
    phase: own.phase === undefined ? ((forAll.phaseByName ? byName.phase : null) ?? forAll.phase) : own.phase,
    ...reading,
    interviewers: interviewersOf(forAll.interviewers, own.asks ?? {}, preview),
    preview,
    ...standingOf(preview, outcomes.get(file.token)),
  };
}

/** What is said of how the file is to be read: of it alone, else of all. */
export function readingOf(forAll: ForAll, own: ForOne): Reading {
  return {
    encoding: own.encoding === undefined ? forAll.encoding : own.encoding,
    pattern: own.pattern === undefined ? forAll.pattern : own.pattern,
  };
}

function bareName(fileName: string): string {
  return fileName.replace(/\.[^.]+$/, '').trim();
}

function standingOf(
  preview: ImportPreview | null,
  outcome: Fate | undefined,
): Pick<PlannedFile, 'standing' | 'refusal'> {
  if (outcome?.outcome === 'imported') return { standing: 'stored', refusal: null };
  if (outcome) return { standing: 'refused', refusal: outcome.refusal };
  if (!preview) return { standing: 'reading', refusal: null };
  if (preview.outcome === 'refused') {
    const { key } = preview.refusal;
    const isToSettle = key.startsWith('refused.import-encoding-') || key === 'refused.speaker-pattern';
    return { standing: isToSettle ? 'settle' : 'refused', refusal: preview.refusal };
  }
  return { standing: preview.sameTextAs === null ? 'ready' : 'warn', refusal: null };
}

/** Names of this file's speakers that ask, by what is typed for all and said for this one. */
function interviewersOf(
  typed: string,
  asks: Readonly<Record<string, boolean>>,
  preview: ImportPreview | null,
): readonly string[] {
  if (preview?.outcome !== 'readable') return [];
  const all = new Set(namesIn(typed).map(fold));
  return preview.speakers
    .filter(({ name, role }) => role === 'interviewer' || (asks[name] ?? all.has(fold(name))))
    .map(({ name }) => name);
}

/** One paragraph of the glance at a file's text. */
export interface GlanceParagraph {
  /** n-th non-blank line, from 1. */
  readonly number: number;
  /** Who begins to speak here; null where nobody does. */
  readonly speaker: string | null;
  /** Spoken by an interviewer. */
  readonly asks: boolean;
  /** Without the label. */
  readonly text: string;
}

/** The beginning of the text, paragraph by paragraph, labels told apart from what was said. */
export function glanceAt(
  { glance, labels, speakers }: Extract<ImportPreview, { readonly outcome: 'readable' }>,
  interviewers: readonly string[],
): readonly GlanceParagraph[] {
  const paragraphs: GlanceParagraph[] = [];
  let speaking: string | null = null;
  let start = 0;
  for (const line of glance.split('\n')) {
    const end = start + line.length;
    const label = labels.find((each) => each.start >= start && each.start < end);
    const name = label ? (speakers[label.speaker]?.name ?? null) : null;
    if (name !== null) speaking = name;
    const text = label ? glance.slice(label.end, end) : line;
    if (line.trim() !== '')
      paragraphs.push({
        number: paragraphs.length + 1,
        speaker: name,
        asks: speaking !== null && interviewers.includes(speaking),
        text,
      });
    start = end + 1;
  }
  return paragraphs;
}
