// The links of a coding, from it and to it: each leads to its other end.
import { ArrowLeft, ArrowLeftRight, ArrowRight, Ellipsis, X } from 'lucide-react';
import { useState } from 'react';
import type { LinkEntry } from '../../shared/contract/links.ts';
import { signMark, typeText } from '../../shared/link-text.ts';
import { DraftField } from '../draft-field.tsx';
import { useValue } from '../engine.ts';
import { draftOf } from '../find-drafts.ts';
import { IconButton } from '../ui/button.tsx';
import { CodeMark } from '../ui/code-mark.tsx';
import { Menu } from '../ui/menu.tsx';
import { useWords } from '../words.ts';
import { changeLink, goToEnd, removeLink } from './link-acts.ts';
import type { OpenSource, ShownCoding } from './open-source.ts';

export function CodingLinks({ open, coding }: { readonly open: OpenSource; readonly coding: ShownCoding }) {
  const { say } = useWords();
  const links = useValue('links.list', { source: open.reading.uid, coding: null })?.links ?? [];
  const own = links.filter(({ from, to }) => from.id === coding.id || to.id === coding.id);
  if (own.length === 0) return null;
  return (
    <ul className="coding-links" aria-label={say('gestures.links')}>
      {own.map((link) => (
        <LinkRow key={link.id} open={open} link={link} isFrom={link.from.id === coding.id} />
      ))}
    </ul>
  );
}

interface LinkRowProps {
  readonly open: OpenSource;
  readonly link: LinkEntry;
  /** The coding that is shown is where the link begins. */
  readonly isFrom: boolean;
}

function LinkRow({ open, link, isFrom }: LinkRowProps) {
  const { say } = useWords();
  const end = isFrom ? link.to : link.from;
  const type = typeText(link);
  const look = open.codebook.looks.get(end.codeUid);
  const Arrow = !link.directed ? ArrowLeftRight : isFrom ? ArrowRight : ArrowLeft;
  const key = !link.directed ? 'gestures.link-both' : isFrom ? 'gestures.link-out' : 'gestures.link-in';
  const where = end.sourceUid === open.reading.uid ? '' : end.source;
  const [isWriting, setWriting] = useState(false);
  return (
    <li>
      <div className="link-row">
        <button className="hstack grow link-end" title={end.quote} onClick={() => goToEnd(end)}>
          <span className="visually-hidden">{say(key)}</span>
          <Arrow className="i s q" aria-hidden />
          <span className="nowrap q2">{type}</span>
          {look ? <CodeMark look={look} /> : null}
          <span className="visually-hidden">{end.codeName}</span>
          <span className="cut read grow">{end.quote}</span>
          {where === '' ? null : <span className="q micro cut">{where}</span>}
        </button>
        <LinkMenu link={link} onMemo={() => setWriting(true)} />
        <IconButton
          icon={X}
          label={say('gestures.remove-link', { type })}
          small
          onPress={() => void removeLink(link)}
        />
      </div>
      {isWriting || link.memo !== null ? (
        <LinkMemo link={link} isNew={isWriting} onLeave={() => setWriting(false)} />
      ) : null}
    </li>
  );
}

interface LinkMemoProps {
  readonly link: LinkEntry;
  /** It was asked for just now. */
  readonly isNew: boolean;
  readonly onLeave: () => void;
}

function LinkMemo({ link, isNew, onLeave }: LinkMemoProps) {
  const { say } = useWords();
  return (
    <div className="link-memo" onBlur={onLeave}>
      <DraftField
        about={draftOf.linkMemo(link.from.sourceUid, link.from.id, link.id)}
        label={say('gestures.link-memo')}
        bare
        lines={2}
        stored={link.memo ?? ''}
        store={(memo) => changeLink(link.id, { memo })}
        placeholder={say('gestures.link-memo')}
        autoFocus={isNew}
      />
    </div>
  );
}

function LinkMenu({ link, onMemo }: { readonly link: LinkEntry; readonly onMemo: () => void }) {
  const { say } = useWords();
  const types = useValue('relation-types.list', {})?.types ?? [];
  const isSigned = types.find(({ key }) => key === link.type)?.signed === true;
  const signs = isSigned ? ([1, 0, -1, null] as const).filter((sign) => sign !== link.sign) : [];
  return (
    <Menu
      label={say('gestures.change-link')}
      icon={Ellipsis}
      entries={[
        ...(link.memo === null ? [{ id: 'memo', text: say('gestures.write-link-memo'), run: onMemo }] : []),
        ...(link.directed
          ? [
              {
                id: 'turn',
                text: say('gestures.turn-link'),
                run: () => void changeLink(link.id, { turn: true }),
              },
            ]
          : []),
        ...signs.map((sign) => ({
          id: String(sign),
          text: sign === null ? say('gestures.no-sign') : say('gestures.set-sign', { sign: signMark(sign) }),
          run: () => void changeLink(link.id, { sign }),
        })),
        ...types
          .filter(({ key }) => key !== link.type)
          .map(({ key, name }) => ({
            id: `type ${key}`,
            text: say('gestures.set-type', { type: name }),
            run: () => void changeLink(link.id, { type: key }),
          })),
      ]}
    />
  );
}
