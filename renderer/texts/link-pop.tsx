// Linking two codings: the other end (the nearest stands first), then the type. L, Enter, 1: "A builds B".
import { ArrowLeftRight, Plus, Spline } from 'lucide-react';
import { useMemo, useRef, useState, type KeyboardEvent } from 'react';
import type { RelationTypeEntry } from '../../shared/contract/links.ts';
import { signMark } from '../../shared/link-text.ts';
import { fold } from '../../shared/names.ts';
import { paragraphAt } from '../../shared/text/positions.ts';
import { useValue } from '../engine.ts';
import { answersTo } from '../find-by-name.ts';
import { Button } from '../ui/button.tsx';
import { CodeMark } from '../ui/code-mark.tsx';
import { Keys } from '../ui/keys.tsx';
import { windowState } from '../window-state.ts';
import { useWords } from '../words.ts';
import { quoteOf, shortened } from './coding-acts.ts';
import { addLink, endOf, linkWithNewType, nearest, typesFor, waitForEnd } from './link-acts.ts';
import type { OpenSource, ShownCoding } from './open-source.ts';
import { PopList } from './pop-list.tsx';
import { closeFloating, useCloseOutside, usePlace } from './pop-place.ts';
import { room, type LinkedCoding } from './room.ts';

/** Ends offered at once; more are found by typing. */
const mostEnds = 40;

interface LinkPopProps {
  readonly open: OpenSource;
  readonly from: LinkedCoding;
  /** The other end, once it is chosen. */
  readonly to: LinkedCoding | null;
}

export function LinkPop({ open, from, to }: LinkPopProps) {
  const { say } = useWords();
  const box = useRef<HTMLDivElement>(null);
  usePlace(box);
  useCloseOutside(box);
  const start = open.codings.find(({ id }) => id === from.id);
  return (
    <div
      className="pop at-selection picker link-pop"
      role="dialog"
      aria-label={say('gestures.link')}
      ref={box}
    >
      {to === null && start ? <ChooseEnd open={open} from={start} /> : null}
      {to === null ? null : <ChooseType open={open} from={from} to={to} />}
    </div>
  );
}

function ChooseEnd({ open, from }: { readonly open: OpenSource; readonly from: ShownCoding }) {
  const { say } = useWords();
  const [typed, setTyped] = useState('');
  const near = useMemo(() => nearest(open.codings, from), [open.codings, from]);
  const ends = useMemo(
    () =>
      near
        .filter((each) => answersTo([each.name, each.look.mark, quoteOf(open, each)], typed))
        .slice(0, mostEnds),
    [near, open, typed],
  );
  const rows = [
    ...ends.map((coding) => ({ key: coding.id, content: <EndName open={open} coding={coding} /> })),
    { key: 'elsewhere', content: <span className="t q2">{say('gestures.link-elsewhere')}</span> },
  ];
  return (
    <PopList
      icon={Spline}
      label={say('gestures.link-with')}
      typed={typed}
      onTyped={setTyped}
      rows={rows}
      onChoose={(row) => {
        const end = ends[row];
        if (end) room.set({ link: { from: endOf(from), to: endOf(end) } });
        else waitForEnd(endOf(from));
      }}
      onClose={closeFloating}
      head={
        <span className="hstack small q2 cut link-direction">
          <CodeMark look={from.look} />
          {from.name} →
        </span>
      }
      foot={
        <span className="hint">
          <Keys keys={['↵']} />
          {say('gestures.hint-choose')}
        </span>
      }
    />
  );
}

function EndName({ open, coding }: { readonly open: OpenSource; readonly coding: ShownCoding }) {
  return (
    <>
      <CodeMark look={coding.look} />
      <span className="t">{coding.name}</span>
      <span className="q small cut picker-quote">
        ¶{paragraphAt(open.paragraphs, coding.start)} “{shortened(quoteOf(open, coding))}”
      </span>
    </>
  );
}

interface ChooseTypeProps {
  readonly open: OpenSource;
  readonly from: LinkedCoding;
  readonly to: LinkedCoding;
}

const signs: Readonly<Record<string, number | null>> = { '+': 1, '=': 1, '-': -1, '−': -1 };

function ChooseType({ open, from, to }: ChooseTypeProps) {
  const { say } = useWords();
  const all = useValue('relation-types.list', {})?.types;
  const types = useMemo(
    () => typesFor(all ?? [], open.codebook, [from.code, to.code]),
    [all, open, from, to],
  );
  const [memo, setMemo] = useState('');
  const [typed, setTyped] = useState('');
  const [sign, setSign] = useState<number | null>(null);
  const [isTurned, setTurned] = useState(false);
  const found = types.filter(({ name, alsoName, key }) => answersTo([name, alsoName ?? '', key], typed));
  const newName = typed.trim();
  const isNew = newName !== '' && !types.some(({ name, alsoName }) => isSameName(newName, name, alsoName));
  const known = found.map((type, row) => ({
    key: type.uid,
    content: <TypeName type={type} sign={sign} digit={row + 1} />,
  }));
  const rows = isNew ? [...known, { key: 'new', content: <NewTypeName name={newName} /> }] : known;
  const ends = isTurned ? { from: to, to: from } : { from, to };
  const link = { from: ends.from.id, to: ends.to.id, memo: memo.trim() || null };
  const choose = (type: RelationTypeEntry): void => {
    closeFloating();
    void addLink({ ...link, type: type.key, sign: type.signed ? sign : null });
  };
  const chooseNew = (): void => {
    closeFloating();
    void linkWithNewType({ ...link, type: newName, sign });
  };
  const onKey = (event: KeyboardEvent): boolean => {
    const digit = /^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1];
    const type = digit === undefined || event.shiftKey ? undefined : found[Number(digit) - 1];
    const asked = signs[event.key];
    if (type) choose(type);
    else if (asked !== undefined) setSign(sign === asked ? null : asked);
    else if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') setTurned(!isTurned);
    else return false;
    return true;
  };
  const nameOf = ({ code }: LinkedCoding): string => open.codebook.byUid.get(code)?.name ?? '';
  return (
    <PopList
      icon={Spline}
      label={say('gestures.link-how')}
      typed={typed}
      onTyped={setTyped}
      rows={rows}
      onChoose={(row) => {
        const type = found[row];
        if (type) choose(type);
        else if (isNew) chooseNew();
      }}
      onClose={closeFloating}
      onKey={onKey}
      memo={{ placeholder: say('gestures.memo-too'), value: memo, onChange: setMemo }}
      head={
        <span className="small cut link-direction" aria-live="polite">
          {say('gestures.link-from-to', { from: nameOf(ends.from), to: nameOf(ends.to) })}
        </span>
      }
      foot={<TypeHints />}
    />
  );
}

function NewTypeName({ name }: { readonly name: string }) {
  const { say } = useWords();
  return (
    <>
      <Plus className="i s" aria-hidden />
      <span className="t">{say('gestures.new-type', { name })}</span>
    </>
  );
}

function isSameName(typed: string, name: string, alsoName: string | null): boolean {
  return [name, alsoName ?? ''].some((each) => fold(each) === fold(typed));
}

function TypeHints() {
  const { say } = useWords();
  return (
    <>
      <span className="hint">
        <Keys keys={['+', '-']} />
        {say('gestures.hint-sign')}
      </span>
      <span className="hint">
        <Keys keys={['←', '→']} />
        {say('gestures.hint-turn')}
      </span>
      <Button
        kind="plain"
        onPress={() => {
          closeFloating();
          windowState.set({ floating: 'link-types' });
        }}
      >
        {say('links.types')}
      </Button>
    </>
  );
}

interface TypeNameProps {
  readonly type: RelationTypeEntry;
  readonly sign: number | null;
  readonly digit: number;
}

function TypeName({ type, sign, digit }: TypeNameProps) {
  return (
    <>
      <span className="t">{type.name}</span>
      {type.signed && sign !== null ? <b className="num">{signMark(sign)}</b> : null}
      {type.directed ? null : <ArrowLeftRight className="i s q" aria-hidden />}
      {digit <= 9 ? <kbd>{digit}</kbd> : null}
    </>
  );
}
