// Acts that lead the focus somewhere: the picker, the fields of a coding, the list of codings, a code's definition.
import { lineAt, lineSpan, type Span } from '../../shared/text/lines.ts';
import { spansAt } from '../../shared/text/lanes.ts';
import { paragraphAt } from '../../shared/text/positions.ts';
import { focusWhenDrawn } from '../frame.ts';
import { notify, windowState } from '../window-state.ts';
import { words } from '../words.ts';
import { activeCoding, chooseCoding, passageToCode, quoteOf, shortened } from './coding-acts.ts';
import { targetIds } from './edit-acts.ts';
import type { OpenSource, ShownCoding } from './open-source.ts';
import { allTicked, desk, room, tellAloud } from './room.ts';
import { isPinned, togglePin } from './slots.ts';

/** Opens the picker for the passage that C codes, which is then selected; in its place it is said where there is none. */
export function openPicker(open: OpenSource): void {
  const passage = passageToCode(open);
  if (passage) desk.page?.select(passage);
  room.set({ selection: passage ?? room.get().selection, picker: { change: null } });
}

/** Opens the picker to give the ticked codings, else the active one, another code. */
export function changeCodes(open: OpenSource): void {
  const ids = targetIds(open);
  if (ids.length > 0) room.set({ picker: { change: ids } });
}

/** Chooses the coding at the caret; pressed again, the next wider one there, and round. */
export function chooseNext(open: OpenSource): void {
  const { chosen } = room.get();
  const active = activeCoding(open.codings);
  if (!active) return;
  if (active.id !== chosen) return chooseCoding(active);
  const here = spansAt(open.codings, active).toSorted((a, b) => a.end - a.start - (b.end - b.start));
  chooseCoding(here[(here.indexOf(active) + 1) % here.length] ?? active);
}

/** Puts the focus into a field of the active coding, or into that for all ticked ones. */
export function focusPart(open: OpenSource, selector: string, ofTicked?: string): void {
  if (ofTicked !== undefined && allTicked(room.get()).length > 0) return focusInInspector(ofTicked);
  const coding = activeCoding(open.codings);
  if (!coding) return notify({ tone: 'plain', text: words().say('gestures.no-coding') });
  room.set({ chosen: coding.id, scope: 'caret' });
  focusInInspector(`.coding-row[data-coding="${coding.id}"] ${selector}`);
}

/** What is typed for a field that is still being drawn; null while none is. */
let typedAhead: string | null = null;

/** Keeps a key for the field that is about to have the focus: it is no command any more. */
export function isTypedAhead({ key }: { readonly key: string }): boolean {
  if (typedAhead === null) return false;
  if (Array.from(key).length === 1) typedAhead += key;
  return true;
}

/** Opens the pane where it is not beside the text, and puts the focus into it once it is drawn. */
function focusInInspector(selector: string): void {
  if (matchMedia(narrow).matches) windowState.set({ pane: 'inspector' });
  const there = document.querySelector<HTMLElement>(selector);
  if (there?.checkVisibility() === true) {
    there.focus();
    return goOnWriting();
  }
  typedAhead = '';
  void focusWhenDrawn(selector).finally(() => {
    const typed = typedAhead;
    typedAhead = null;
    if (document.activeElement?.matches(selector) !== true) return;
    goOnWriting();
    if (typed) document.execCommand('insertText', false, typed);
  });
}

/** In an area the caret goes behind what was written, and all of it comes into sight. */
function goOnWriting(): void {
  const area = document.activeElement;
  if (!(area instanceof HTMLTextAreaElement)) return;
  area.setSelectionRange(area.value.length, area.value.length);
  area.scrollIntoView({ block: 'nearest' });
}

/** Windows in which the styles show the panes over the text. */
const narrow = '(max-width: 980px)';

export function focusFilter(): void {
  focusInInspector('.codebook-filter input');
}

/** Lists the codings of the paragraph at the caret, tells how many, and goes to the list. */
export function listCodings(open: OpenSource): void {
  const { selection } = room.get();
  const position = selection?.start ?? 0;
  const codings = codingsOfParagraph(open, position);
  room.set({ scope: 'paragraph' });
  const names = codings.map((coding) => `${coding.name}: “${shortened(quoteOf(open, coding))}”`);
  const paragraph = paragraphAt(open.paragraphs, position);
  tellAloud(words().say('gestures.listed', { n: codings.length, paragraph, names }));
  focusInInspector('.codings-list');
}

export function codingsOfParagraph(
  { codings, lineStarts, reading }: OpenSource,
  position: number,
): readonly ShownCoding[] {
  const line = lineSpan(lineStarts, lineAt(lineStarts, position), reading.text.length);
  return codings.filter((coding: Span) => coding.start < line.end && line.start < coding.end);
}

/** Shows what the code of the active coding means, else the code used last. */
export function showDefinition(open: OpenSource): void {
  const code = activeCoding(open.codings)?.code ?? room.get().used[0];
  if (code === undefined) return notify({ tone: 'plain', text: words().say('gestures.no-coding') });
  room.set({ definition: code });
}

/** Pins the code of the active coding, else the code used last, to its digit; or lets it go. */
export function pinCode(open: OpenSource): void {
  const code = activeCoding(open.codings)?.code ?? room.get().used[0];
  if (code === undefined) return notify({ tone: 'plain', text: words().say('gestures.no-coding') });
  pin(open, code);
}

export function pin(open: OpenSource, code: string): void {
  togglePin(code);
  const name = open.codebook.byUid.get(code)?.name ?? '';
  const digit = room.get().slots.indexOf(code) + 1;
  const key = !isPinned(code)
    ? 'gestures.unpinned'
    : digit === 0
      ? 'gestures.no-key-left'
      : 'gestures.pinned';
  notify({ tone: 'plain', text: words().say(key, { code: name, digit }) });
}

/** Nothing chosen, ticked, found or waiting for a link any more. */
export function toRest(): void {
  room.set({ chosen: null, ticked: [], elsewhere: [], hits: [], hit: -1, finding: false, linking: null });
}
