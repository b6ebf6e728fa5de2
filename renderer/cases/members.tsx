// What belongs to a case: a list to add to and take from.
import { X } from 'lucide-react';
import { IconButton } from '../ui/button.tsx';
import { Select } from '../ui/select.tsx';
import { useWords } from '../words.ts';

interface MembersProps {
  readonly title: string;
  readonly empty: string;
  readonly add: string;
  readonly members: readonly string[];
  readonly candidates: readonly string[];
  readonly onAdd: (name: string) => void;
  readonly onRemove: (name: string) => void;
  readonly onOpen?: (name: string) => void;
}

export function Members({ title, empty, add, members, candidates, onAdd, onRemove, onOpen }: MembersProps) {
  const { say } = useWords();
  return (
    <section aria-label={title}>
      <div className="case-head">
        <h3>{title}</h3>
      </div>
      {members.length === 0 ? <p className="q2 measure">{empty}</p> : null}
      <ul className="member-list">
        {members.map((name) => (
          <li key={name} className="hstack">
            {onOpen ? (
              <button className="link grow cut" onClick={() => onOpen(name)}>
                {name}
              </button>
            ) : (
              <span className="grow cut">{name}</span>
            )}
            <IconButton icon={X} small label={say('cases.detach', { name })} onPress={() => onRemove(name)} />
          </li>
        ))}
      </ul>
      {candidates.length === 0 ? null : (
        <div className="member-add">
          <Select
            label={add}
            bare
            value=""
            options={[{ value: '', text: add }, ...candidates.map((name) => ({ value: name, text: name }))]}
            onChange={(name) => {
              if (name !== '') onAdd(name);
            }}
          />
        </div>
      )}
    </section>
  );
}
