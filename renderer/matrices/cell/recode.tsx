// Gives a coding another code from where its quote stands: a list of codes behind a button, found by typing.
import { Search, Tag } from 'lucide-react';
import { useState } from 'react';
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { act } from '../../acts.ts';
import { answersTo } from '../../find-by-name.ts';
import { Field } from '../../ui/field.tsx';
import { useWords } from '../../words.ts';
import { Choices } from '../chip.tsx';
import { useAxisCodes } from '../facts.ts';

interface RecodeProps {
  /** Id of the coding. */
  readonly coding: string;
  /** uid of its code. */
  readonly code: string;
}

export function Recode({ coding, code }: RecodeProps) {
  const { say } = useWords();
  return (
    <DialogTrigger>
      <Button className="ib s" aria-label={say('cells.recode')}>
        <Tag className="i s" aria-hidden />
      </Button>
      <Popover className="pop chip-pop" placement="bottom end" offset={6}>
        <Dialog className="chip-body" aria-label={say('cells.recode')}>
          {({ close }) => (
            <Codes
              chosen={code}
              onChoose={(next) => {
                close();
                if (next !== code) void act('codings.update', { id: coding, code: next });
              }}
            />
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

function Codes({ chosen, onChoose }: { readonly chosen: string; readonly onChoose: (code: string) => void }) {
  const { say } = useWords();
  const { codes } = useAxisCodes();
  const [typed, setTyped] = useState('');
  const choices = [...codes.values()]
    .filter(({ entry }) => entry.applicable || entry.uid === chosen)
    .map(({ entry }) => ({
      id: entry.uid,
      text: entry.shortId === null ? entry.name : `${entry.shortId} ${entry.name}`,
      names: [entry.name, entry.shortId ?? '', entry.alsoName ?? ''],
    }))
    .filter(({ names }) => typed.trim() === '' || answersTo(names, typed));
  const [first] = choices;
  return (
    <>
      <div className="chip-field">
        <Field
          label={say('cells.find-code')}
          bare
          icon={Search}
          placeholder={say('cells.find-code')}
          value={typed}
          onChange={setTyped}
          onEnter={() => first && onChoose(first.id)}
          autoFocus
        />
      </div>
      <Choices
        key={typed}
        label={say('cells.recode')}
        choices={choices}
        chosen={[chosen]}
        onChange={([next]) => {
          if (next !== undefined) onChoose(next);
        }}
      />
    </>
  );
}
