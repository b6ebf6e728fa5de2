// What leaves the window by itself (copies, prints, pictures) has pseudonyms for names as soon as there is one.
import { useEffect } from 'react';
import { createRenamer, type Pseudonym, type Renamer } from '../../shared/pseudonyms.ts';
import { engine, useValue } from '../engine.ts';
import { isTyping } from '../frame/typing.ts';
import { words } from '../words.ts';

let list: readonly Pseudonym[] = [];

/** Keeps the list at hand, for the browser does not wait when it prints or copies. */
export function useLeavingNames(): void {
  const known = useValue('pseudonyms.list', {})?.pseudonyms;
  useEffect(() => {
    list = known ?? [];
    return () => {
      list = [];
    };
  }, [known]);
  useEffect(() => {
    document.addEventListener('copy', renameCopy);
    return () => document.removeEventListener('copy', renameCopy);
  }, []);
}

/** Of words that are selected to be read; those that are typed may be on their way to another place in the same text. */
function renameCopy(event: ClipboardEvent): void {
  const { clipboardData, target } = event;
  if (!clipboardData || !hasPseudonyms() || isTyping(target)) return;
  const copied = clipboardData.getData('text/plain') || (getSelection()?.toString() ?? '');
  if (copied === '') return;
  // What the editor behind the text may have put there in other forms has the names too.
  clipboardData.clearData();
  clipboardData.setData('text/plain', leaving().text(copied));
  event.preventDefault();
}

/** Reads the list anew: a name that was just given a pseudonym must not leave. */
export async function readNames(): Promise<void> {
  list = (await engine.call('pseudonyms.list', {})).pseudonyms;
}

export const hasPseudonyms = (): boolean => list.length > 0;

/** `names` left out: pseudonyms where there are any. */
export function leaving(names?: 'real' | 'pseudonyms'): Renamer {
  return createRenamer(names === 'real' ? [] : list);
}

/** The sentence, and behind it that pseudonyms stand for names, where they do. */
export function withNamesSaid(sentence: string, replaced: number | null): string {
  const { say } = words();
  return replaced === null ? sentence : `${sentence} ${say('export.pseudonyms', { n: replaced })}`;
}

/** Puts pseudonyms for the names in a sheet that is laid out for paper; at how many places, null where names leave as they are. */
export function renameOnPaper(sheet: HTMLElement): number | null {
  const { text, pieces, replaced } = leaving();
  const together = Map.groupBy(wordsOn(sheet), (node) => node.parentElement?.closest(block) ?? sheet);
  for (const [read, nodes] of together) {
    // First as one text: a coding may begin inside a name, and a shorter name may be a part of a longer one.
    const named = pieces(nodes.map(({ data }) => data));
    for (const [place, node] of nodes.entries()) {
      const data = named[place] ?? node.data;
      node.data = read.matches('p') ? data : text(data);
    }
  }
  return replaced();
}

/**
 * What is read as one text; signs of codings and numbers of paragraphs and turns stand in it but are none of it. Words that
 * stand beside each other outside of paragraphs may be no running text, and each is one for itself.
 */
const block = 'p, li, h1, th, td, caption, sup, small, .n';

function wordsOn(sheet: HTMLElement): Text[] {
  const walker = document.createTreeWalker(sheet, NodeFilter.SHOW_TEXT);
  const found: Text[] = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode())
    if (node instanceof Text) found.push(node);
  return found;
}
