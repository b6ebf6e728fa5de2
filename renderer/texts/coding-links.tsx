// The links of a coding, from it and to it: each leads to its other end.
import { ArrowLeft, ArrowLeftRight, ArrowRight, Ellipsis, X } from 'lucide-react';
import type { LinkEntry } from '../../shared/contract/links.ts';
import { signMark, typeText } from '../../shared/link-text.ts';
import { useValue } from '../engine.ts';
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
  return (
    <li className="link-row">
      <button className="hstack grow link-end" title={end.quote} onClick={() => goToEnd(end)}>
        <span className="visually-hidden">{say(key)}</span>
        <Arrow className="i s q" aria-hidden />
        <span className="nowrap q2">{type}</span>
        {look ? <CodeMark look={look} /> : null}
        <span className="visually-hidden">{end.codeName}</span>
        <span className="cut read grow">{end.quote}</span>
        {where === '' ? null : <span className="q micro cut">{where}</span>}
      </button>
      <LinkMenu link={link} />
      <IconButton
        icon={X}
        label={say('gestures.remove-link', { type })}
        small
        onPress={() => void removeLink(link)}
      />
    </li>
  );
}

function LinkMenu({ link }: { readonly link: LinkEntry }) {
  const { say } = useWords();
  const types = useValue('relation-types.list', {})?.types ?? [];
  const isSigned = types.find(({ key }) => key === link.type)?.signed === true;
  const signs = isSigned ? ([1, 0, -1, null] as const).filter((sign) => sign !== link.sign) : [];
  return (
    <Menu
      label={say('gestures.change-link')}
      icon={Ellipsis}
      entries={[
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
      ]}
    />
  );
}
