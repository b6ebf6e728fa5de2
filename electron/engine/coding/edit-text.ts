// Editing a text with its codings kept: what a change makes of the text, and storing that with all that stands in it.
import type { EditOutcome, EditPreview } from '../../../shared/contract/editing.ts';
import type { Input } from '../../../shared/contract/index.ts';
import type { ImportedDocument } from '../../../shared/import/document.ts';
import { nameInLabel } from '../../../shared/import/speakers.ts';
import { must } from '../../../shared/must.ts';
import { clean, fold } from '../../../shared/names.ts';
import { Refused } from '../../../shared/refused.ts';
import { textDifferences } from '../../../shared/text/differences.ts';
import { relabel } from '../../../shared/text/relabel.ts';
import { resegment } from '../../../shared/text/resegment.ts';
import { applySplices, moveThrough, type Edited, type Splice } from '../../../shared/text/splices.ts';
import type { Readable } from '../store/connection.ts';
import type { Writable } from '../store/change.ts';
import { keepText, readLayout, readText } from '../text/contents.ts';
import { labelPatternOf } from '../text/label-patterns.ts';
import { findSource, packLabels, type Source } from '../text/sources.ts';
import { bringBack } from './bring-back.ts';
import { dropCoding } from './codings.ts';
import { planEdit, previewOf, type EditPlan, type TextTarget } from './edit-plan.ts';
import { handOver } from './join.ts';
import { relocate } from './relocate.ts';
import type { TextState } from './text-state.ts';
import { textDraftId } from './text-drafts.ts';
import { setTurns, type Turn } from './turns.ts';
import { keepVersion, versionNamed, type FileFacts } from './versions.ts';

export type TextChange = Input<'sources.edit'>['change'];

/** The change with what was read of its file; null where none takes part. */
export interface EditRequest extends Input<'sources.previewEdit'> {
  readonly document: ImportedDocument | null;
  /** What `textDifferences` says of the texts of `textsToCompare`, where that was worked out beforehand. */
  readonly differences?: readonly Splice[];
}

/** The act of the history that a change of this kind is. */
export const actOfChange = {
  splices: 'sources.edit',
  speaker: 'sources.changeSpeaker',
  file: 'sources.replace',
  version: 'sources.restoreVersion',
} as const satisfies Readonly<Record<TextChange['kind'], string>>;

/** What the change would do; refuses as `editText` does, but for codings that lose their place. */
export function previewEdit(db: Readable, request: EditRequest): EditPreview {
  const source = findSource(db, request.source);
  const target = targetOf(db, source, request);
  return previewOf(planEdit(db, source, target, []), target);
}

/**
 * Changes the text; codings, passages of cases and turns follow. Refuses where the stored text is not `base`, where nothing
 * would be left of it, and where codings lose their place about which nothing is decided.
 */
export function editText(
  db: Writable,
  request: EditRequest &
    Omit<Input<'sources.edit'>, keyof Input<'sources.previewEdit'>> & { readonly coder: string },
): EditOutcome {
  const source = findSource(db, request.source);
  const target = targetOf(db, source, request);
  const plan = planEdit(db, source, target, request.decisions);
  const { text: _, ...told } = previewOf(plan, target);
  const lost = told.touched.filter(({ what }) => what === 'lost').length;
  if (lost > 0 && !request.leaveOut)
    throw new Refused('refused.codings-lost', { n: lost, source: source.name });
  const draft = request.draft === null ? undefined : textDraftId(db, request.draft);
  if (draft !== undefined) db.forget('text_drafts', draft);
  const removed = plan.codings.filter(({ what }) => what === 'removed' || what === 'lost').length;
  if (target.after === target.before && target.state === null)
    return { content: source.content, ...told, removed };
  keepVersion(db, source, { coder: request.coder, how: actOfChange[request.change.kind] });
  const { document } = request;
  if (document) db.keep('files', { sha256: document.fileSha256, bytes: document.bytes });
  const content = storeText(db, source, target);
  storeCodings(db, source, plan, target);
  storePassages(db, source, plan);
  db.tell({ source: source.name, codings: plan.codings.length, touched: told.touched.length, removed });
  return { content, ...told, removed };
}

/** Units of two texts from which on what differs between them is not found in a moment. */
const long = 100_000;

/** The texts that the change holds against each other; null where it does not, or is refused, or they are short. */
export function textsToCompare(
  db: Readable,
  { source: reference, base, change, document }: EditRequest,
): (Edited & { readonly name: string }) | null {
  const source = findSource(db, reference);
  if (source.content !== base) return null;
  const after = change.kind === 'version' ? versionNamed(db, source, change.version).text : document?.text;
  if (after === undefined) return null;
  const before = readText(db, base);
  return before.length + after.length < long ? null : { before, after, name: source.name };
}

interface Target extends TextTarget {
  readonly turns: readonly Turn[];
  /** The file that the text comes from now; null: the same as before. */
  readonly file: FileFacts | null;
}

function targetOf(db: Readable, source: Source, request: EditRequest): Target {
  if (request.base !== source.content) throw new Refused('refused.text-changed', { source: source.name });
  const before = readText(db, source.content);
  const target = makeTarget(db, source, { before, request });
  if (target.after.trim() === '') throw new Refused('refused.empty-text', { source: source.name });
  return target;
}

function makeTarget(
  db: Readable,
  source: Source,
  { before, request }: { readonly before: string; readonly request: EditRequest },
): Target {
  const { change, document, differences } = request;
  switch (change.kind) {
    case 'splices': {
      const { splices } = change;
      const after = applied(before, splices, source);
      const turns = turnsAfter(db, source, { before, splices });
      return { before, after, splices, turns, findsAgain: false, state: null, file: null };
    }
    case 'speaker':
      return speakerTarget(db, source, { before, turn: change.turn, name: clean(change.speaker) });
    case 'file': {
      const {
        text: after,
        format,
        encoding,
        fileSha256: file_sha256,
      } = must(document, 'what was read of the file');
      const splices = differences ?? textDifferences(before, after);
      const turns = turnsAfter(db, source, { before, splices });
      const file = { file_name: change.name, format, encoding, file_sha256 };
      return { before, after, splices, turns, findsAgain: true, state: null, file };
    }
    case 'version': {
      const { text: after, state, file } = versionNamed(db, source, change.version);
      const splices = differences ?? textDifferences(before, after);
      return { before, after, splices, turns: turnsOf(state), findsAgain: true, state, file };
    }
  }
}

function applied(before: string, splices: readonly Splice[], source: Source): string {
  try {
    return applySplices(before, splices);
  } catch (error) {
    if (error instanceof RangeError) throw new Refused('refused.bad-splice', { source: source.name });
    throw error;
  }
}

/** The turn's label with the other name in it, and what follows from that. */
function speakerTarget(
  db: Readable,
  source: Source,
  { before, turn, name }: { readonly before: string; readonly turn: number; readonly name: string },
): Target {
  const label = source.labels[turn];
  if (!label) throw new Refused('refused.unknown-turn', { source: source.name, n: source.labels.length });
  const old = nameInLabel(before, label, speakerNames(db, source)[label.speaker] ?? '');
  const text = old
    ? before.slice(label.start, old.start) + name + before.slice(old.end, label.end)
    : `${name}: `;
  const splices = [{ start: label.start, end: label.end, text }];
  const after = applySplices(before, splices);
  const speaker = placeOfName(db, source, name) ?? { uid: null, name };
  const turns = source.labels.map((each): Turn => {
    if (each === label) return { start: label.start, end: label.start + text.length, speaker };
    const moved = must(moveThrough(each, splices), 'another label');
    return { ...moved, speaker: each.speaker };
  });
  return { before, after, splices, turns, findsAgain: false, state: null, file: null };
}

function turnsAfter(
  db: Readable,
  source: Source,
  { before, splices }: { readonly before: string; readonly splices: readonly Splice[] },
): Turn[] {
  const { labels } = source;
  const pattern = labelPatternOf(db, source.id);
  const placeOf = (name: string): number | null => placeOfName(db, source, name);
  return relabel({ text: before, labels, pattern }, splices, placeOf).map(
    ({ start, end, speaker, name }) => ({ start, end, speaker: speaker ?? { uid: null, name: name ?? '' } }),
  );
}

function turnsOf({ labels, speakers }: TextState): Turn[] {
  return labels.map(({ start, end, speaker }) => ({
    start,
    end,
    speaker: must(speakers[speaker], 'the speaker of a label'),
  }));
}

function speakerNames(db: Readable, source: Source): string[] {
  return source.speakers.map((id) => db.value<string>('SELECT name FROM speakers WHERE id = ?', id) ?? '');
}

function placeOfName(db: Readable, source: Source, name: string): number | null {
  const place = speakerNames(db, source).findIndex((each) => fold(each) === fold(name));
  return place < 0 ? null : place;
}

function storeText(db: Writable, source: Source, { before, after, turns, file }: Target): string {
  const { words: wordStarts, units: unitStarts } = readLayout(db, source.content);
  const content = keepText(db, after, resegment(before, { wordStarts, unitStarts }, after));
  const labels = packLabels(setTurns(db, source, turns));
  db.update('sources', source.id, { content_sha256: content, labels, ...file });
  return content;
}

function storeCodings(db: Writable, source: Source, plan: EditPlan, { after, state }: Target): void {
  for (const { coding, span, same } of plan.codings) {
    if (span) continue;
    if (same === null) dropCoding(db, coding.id);
    else handOver(db, coding.id, same);
  }
  const moves = plan.codings.flatMap(({ coding, span }) => {
    if (!span) return [];
    const quote = after.slice(span.start, span.end);
    const isAsItWas = span.start === coding.start && span.end === coding.end && quote === coding.quote;
    const key = `${coding.codeId} ${coding.coderId}`;
    return isAsItWas ? [] : [{ id: coding.id, key, from: coding, to: span, columns: { quote } }];
  });
  relocate(db, 'codings', moves);
  const { returned: codings, replaced } = plan;
  bringBack(db, source, { codings, replaced, links: state?.links ?? [] }, after);
}

/** A passage of which nothing is left belongs to its case no more; nor does one that another one is equal to now. */
function storePassages(db: Writable, source: Source, { passages, returnedPassages }: EditPlan): void {
  const taken = new Set<string>();
  const moves = passages.flatMap(({ passage, span }) => {
    const key = span && `${passage.caseId} ${span.start} ${span.end}`;
    if (!span || key === null || taken.has(key)) {
      db.remove('members', passage.id);
      return [];
    }
    taken.add(key);
    return [{ id: passage.id, key: String(passage.caseId), from: passage, to: span, columns: {} }];
  });
  relocate(db, 'members', moves);
  for (const { case: uid, start, end } of returnedPassages) {
    const caseId = db.value<number>('SELECT id FROM cases WHERE uid = ?', uid);
    if (caseId !== undefined && !taken.has(`${caseId} ${start} ${end}`))
      db.insert('members', { case_id: caseId, source_id: source.id, start, end });
  }
}
