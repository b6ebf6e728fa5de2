// The menu at the pointer: what can be done with the words that are selected there, or with the coding under it.
import { useRef, useState, type MouseEvent } from 'react';
import { Menu, MenuItem, MenuSection, Popover } from 'react-aria-components';
import type { WordKey } from '../../shared/words/say.ts';
import { frame } from '../frame.ts';
import { Keys } from '../ui/keys.tsx';
import { useWords } from '../words.ts';
import { activeCoding } from './coding-acts.ts';
import type { OpenSource } from './open-source.ts';
import type { Page } from './page.ts';
import { roomActs } from './room-acts.ts';
import { desk, room } from './room.ts';
import { followCaret } from './use-caret.ts';

/** An entry: the act that it does, and how the menu names it. */
type Entry = readonly [act: string, words: WordKey];

const copy = 'copy';

const ofWords: readonly Entry[] = [
  ['code', 'here.code'],
  ['code-in-vivo', 'here.in-vivo'],
  ['repeat-code', 'texts.key-repeat'],
  [copy, 'here.copy'],
];

const ofUnits: readonly Entry[] = [
  ['sentence', 'here.sentence'],
  ['paragraph', 'here.paragraph'],
  ['turn', 'here.turn'],
];

const ofCoding: readonly Entry[] = [
  ['change-code', 'texts.change-code'],
  ['link', 'here.link'],
  ['coding-memo', 'texts.key-memo'],
  ['tick-coding', 'here.tick'],
  ['split', 'here.split'],
  ['merge', 'here.merge'],
  ['pin-code', 'here.pin'],
  ['definition', 'here.definition'],
  ['remove-coding', 'texts.key-remove'],
];

interface Asked {
  readonly x: number;
  readonly y: number;
}

/** Where the menu was asked for, and the way to ask; by key it stands at the caret. */
export function useTextMenu(page: Page | null) {
  const [asked, setAsked] = useState<Asked | null>(null);
  const onContextMenu = (event: MouseEvent): void => {
    if (!page) return;
    event.preventDefault();
    followCaret(page);
    const { clientX: x, clientY: y } = event;
    if (event.button === 2) {
      goUnder(page, page.positionFromPoint(x, y));
      return setAsked({ x, y });
    }
    const { selection } = room.get();
    const { left, bottom } = page.extent(selection ?? page.inSight(0));
    setAsked({ x: left, y: bottom });
  };
  return { asked, onContextMenu, close: () => setAsked(null) };
}

/** Puts the caret under the pointer, unless that lies on what is selected. */
function goUnder(page: Page, position: number | null): void {
  const { selection } = room.get();
  if (position === null) return;
  const isSelected = selection && selection.start <= position && position <= selection.end;
  if (isSelected && selection.start < selection.end) return;
  const caret = { start: position, end: position };
  room.set({ chosen: null, selection: caret });
  page.select(caret);
}

interface TextMenuProps {
  readonly open: OpenSource;
  readonly page: Page;
  readonly asked: Asked;
  readonly onClose: () => void;
}

export function TextMenu({ open, page, asked, onClose }: TextMenuProps) {
  const { say } = useWords();
  const at = useRef<HTMLSpanElement>(null);
  const parts = usePossible(open);
  const run = async (id: string): Promise<void> => {
    onClose();
    // Once the menu has given the focus back.
    await frame();
    const { selection } = room.get();
    if (selection) page.select(selection);
    if (id === copy) document.execCommand('copy');
    else void roomActs.find((act) => act.id === id)?.run(desk.open ?? open);
  };
  return (
    <>
      <span ref={at} className="asked-at" style={{ left: asked.x, top: asked.y }} />
      <Popover
        className="pop menu-pop text-menu"
        aria-label={say('here.title')}
        triggerRef={at}
        isOpen
        placement="bottom start"
        offset={2}
        onOpenChange={onClose}
      >
        <Menu
          className="menu"
          aria-label={say('here.title')}
          autoFocus="first"
          onAction={(id) => void run(String(id))}
        >
          {parts.map((entries) => (
            <MenuSection key={entries[0]?.[0]} aria-label={say('here.title')} className="menu-part">
              {entries.map(([id, words]) => (
                <MenuItem key={id} id={id} textValue={say(words)} className="row menu-row">
                  <span className="t">{say(words)}</span>
                  <Keys keys={roomActs.find((act) => act.id === id)?.keys ?? []} />
                </MenuItem>
              ))}
            </MenuSection>
          ))}
        </Menu>
      </Popover>
    </>
  );
}

/** The entries that do something here, part by part. */
function usePossible(open: OpenSource): readonly (readonly Entry[])[] {
  const [parts] = useState(() => {
    const { selection, used } = room.get();
    const active = activeCoding(open.codings);
    const isCaret = !selection || selection.start === selection.end;
    const canSplit =
      active && selection && isCaret && active.start < selection.start && selection.start < active.end;
    const impossible = [
      ...(isCaret ? ['code-in-vivo', copy] : []),
      ...(used.length === 0 ? ['repeat-code'] : []),
      ...(canSplit ? [] : ['split']),
    ];
    return [ofWords, active ? ofCoding : [], ofUnits]
      .map((entries) => entries.filter(([id]) => !impossible.includes(id)))
      .filter((entries) => entries.length > 0);
  });
  return parts;
}
