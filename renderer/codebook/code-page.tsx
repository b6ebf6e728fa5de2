// One code: its names, what it means, when it is used and when not; each field is stored when it is left.
import { ArrowDown, ArrowLeft, ArrowRight, ArrowUp, Ellipsis, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { CodeEntry } from '../../shared/contract/coding.ts';
import type { Input } from '../../shared/contract/index.ts';
import { shortIdPattern } from '../../shared/names.ts';
import type { CodeLook } from '../code-look.ts';
import { DraftField } from '../draft-field.tsx';
import { draftOf } from '../find-drafts.ts';
import { engine } from '../engine.ts';
import { CodeMark } from '../ui/code-mark.tsx';
import { Menu } from '../ui/menu.tsx';
import { useStoring } from '../use-storing.ts';
import { useWords } from '../words.ts';
import { CodeColor } from './code-color.tsx';
import { movesOf, type CodeTarget } from './moves.ts';
import { RemoveCode } from './remove-code.tsx';

interface CodePageProps {
  readonly code: CodeEntry;
  readonly codes: readonly CodeEntry[];
  readonly looks: ReadonlyMap<string, CodeLook>;
  readonly onMove: (code: string, parent: string | null, before: string | null) => void;
}

export function CodePage({ code, codes, looks, onMove }: CodePageProps) {
  const { say } = useWords();
  const [isRemoving, setRemoving] = useState(false);
  const moves = movesOf(codes, code);
  const look = looks.get(code.uid);
  const go = (target: CodeTarget | null) => () => {
    if (target) onMove(code.uid, target.parent, target.before);
  };
  const step = (way: keyof typeof moves, icon: typeof ArrowUp) => ({
    id: way,
    icon,
    text: say(`codebook.move-${way}`),
    run: go(moves[way]),
    disabled: moves[way] === null,
  });
  return (
    <main className="desk" aria-label={code.name}>
      <div className="bar ruled code-bar">
        {look ? <CodeMark look={look} /> : null}
        <h2 className="cut code-title">{code.name}</h2>
        {code.applicable ? null : (
          <span className="tag" title={say('codebook.heading-long')}>
            {say('codebook.heading')}
          </span>
        )}
        <span className="grow" />
        <Menu
          label={say('screen.more')}
          icon={Ellipsis}
          entries={[
            step('up', ArrowUp),
            step('down', ArrowDown),
            step('in', ArrowRight),
            step('out', ArrowLeft),
            { id: 'remove', icon: Trash2, text: say('codebook.remove'), run: () => setRemoving(true) },
          ]}
        />
      </div>
      <div className="scroll">
        <div className="code-fields">
          <div className="code-names">
            <CodeText code={code} field="shortId" label={say('codebook.id')} />
            <CodeText code={code} field="name" label={say('codebook.name')} />
            <CodeText code={code} field="alsoName" label={say('codebook.also-name')} />
          </div>
          <CodeText code={code} field="definition" label={say('codebook.definition')} lines={3} />
          <div className="code-pair">
            <CodeText code={code} field="useWhen" label={say('codebook.use-when')} lines={3} />
            <CodeText code={code} field="notWhen" label={say('codebook.not-when')} lines={3} />
          </div>
          <CodeText code={code} field="example" label={say('codebook.example')} lines={3} />
          {look ? <CodeColor code={code} look={look} /> : null}
        </div>
      </div>
      {isRemoving ? <RemoveCode code={code} codes={codes} onClose={() => setRemoving(false)} /> : null}
    </main>
  );
}

type TextField = 'shortId' | 'name' | 'alsoName' | 'definition' | 'useWhen' | 'notWhen' | 'example';

interface CodeTextProps {
  readonly code: CodeEntry;
  readonly field: TextField;
  readonly label: string;
  readonly lines?: number;
}

/** Stored when it is left or Enter is pressed; an empty name takes the old one back. */
function CodeText({ code, field, label, lines }: CodeTextProps) {
  const { say } = useWords();
  const storing = useStoring('codes.update');
  const store = async (text: string): Promise<boolean> => {
    if (field === 'shortId' && text !== '' && !shortIdPattern.test(text)) {
      storing.refuse(say('codebook.id-form'));
      return false;
    }
    const change: Input<'codes.update'> = { code: code.uid, [field]: text === '' ? null : text };
    return storing.store(() => engine.call('codes.update', change));
  };
  return (
    <DraftField
      about={draftOf.code(code.uid, field)}
      label={label}
      stored={code[field] ?? ''}
      required={field === 'name'}
      store={store}
      onChange={() => storing.refuse(null)}
      refusal={storing.refused}
      {...(lines === undefined ? {} : { lines })}
    />
  );
}
