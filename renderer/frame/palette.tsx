// Find or do: sources, codes, cases, places and commands by part of a name, in either language or by pinyin initials.
import { Search } from 'lucide-react';
import { useMemo, useState } from 'react';
import { codeLooks, type CodeLook } from '../code-look.ts';
import { answersTo } from '../find-by-name.ts';
import { useCall } from '../engine.ts';
import { useCommands, type Command } from '../commands.ts';
import { windowState } from '../window-state.ts';
import { useWords, type Words } from '../words.ts';
import { CodeMark } from '../ui/code-mark.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Keys } from '../ui/keys.tsx';
import './frame.css';

interface Entry {
  readonly id: string;
  readonly text: string;
  readonly kind: string;
  readonly names: readonly string[];
  readonly keys?: readonly string[];
  readonly look?: CodeLook | undefined;
  readonly run: () => void;
}

/** Entries shown at a time. */
const MOST = 12;

export function Palette() {
  const { say } = useWords();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const entries = useEntries();
  const found = useMemo(
    () => entries.filter((entry) => answersTo(entry.names, typed)).slice(0, MOST),
    [entries, typed],
  );
  const close = (): void => windowState.set({ floating: null });
  const choose = (entry: Entry | undefined): void => {
    if (!entry) return;
    close();
    entry.run();
  };
  return (
    <Dialog title={say('palette.title')} onClose={close} width={620} bare>
      <div className="palette-head">
        <Search className="i q" aria-hidden />
        <input
          className="grow"
          role="combobox"
          aria-expanded
          aria-controls="palette-list"
          aria-activedescendant={found[at] ? `palette-${found[at].id}` : undefined}
          aria-label={say('palette.title')}
          placeholder={say('screen.find')}
          value={typed}
          autoFocus
          onChange={(event) => {
            setTyped(event.target.value);
            setAt(0);
          }}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return;
            if (event.key === 'ArrowDown') setAt(Math.min(at + 1, found.length - 1));
            else if (event.key === 'ArrowUp') setAt(Math.max(at - 1, 0));
            else if (event.key === 'Enter') choose(found[at]);
            else return;
            event.preventDefault();
          }}
        />
        <Keys keys={['Esc']} />
      </div>
      <ul id="palette-list" className="palette-list" role="listbox" aria-label={say('palette.title')}>
        {found.map((entry, index) => (
          <li
            key={entry.id}
            id={`palette-${entry.id}`}
            role="option"
            aria-selected={index === at}
            className="row"
            onPointerEnter={() => setAt(index)}
            onClick={() => choose(entry)}
          >
            {entry.look ? <CodeMark look={entry.look} /> : null}
            <span className="t">{entry.text}</span>
            <span className="small q">{entry.kind}</span>
            {entry.keys ? <Keys keys={entry.keys} /> : null}
          </li>
        ))}
      </ul>
      {found.length === 0 ? <p className="q2 palette-nothing">{say('palette.nothing')}</p> : null}
    </Dialog>
  );
}

function entryOf({ id, words, values, keys, run }: Command, say: Words['say']): Entry {
  const text = say(words, values);
  const kind = say(id.startsWith('place-') ? 'screen.places' : 'palette.commands');
  return { id, text, kind, names: [text], run, ...(keys ? { keys } : {}) };
}

function useEntries(): readonly Entry[] {
  const { say, language } = useWords();
  const commands = useCommands();
  const sources = useCall('sources.list', {}).value?.sources;
  const codes = useCall('codes.list', {}).value?.codes;
  const cases = useCall('cases.list', {}).value?.cases;
  const looks = useMemo(() => codeLooks(codes ?? []), [codes]);
  return useMemo(
    () => [
      ...commands.flatMap((command) =>
        command.enabled && command.id !== 'palette' ? [entryOf(command, say)] : [],
      ),
      ...(sources ?? []).map((source) => ({
        id: source.uid,
        text: `${source.number} ${source.name}`,
        kind: say('palette.sources'),
        names: [source.name, String(source.number)],
        run: () => windowState.set({ place: 'texts', source: source.uid }),
      })),
      ...(codes ?? []).map((code) => ({
        id: code.uid,
        text: code.name,
        look: looks.get(code.uid),
        kind: say('palette.codes'),
        names: [code.name, code.alsoName ?? '', code.shortId ?? ''],
        run: () => windowState.set({ place: 'codebook', code: code.uid }),
      })),
      ...(cases ?? []).map((each) => ({
        id: each.uid,
        text: each.name,
        kind: say('palette.cases'),
        names: [each.name],
        run: () => windowState.set({ place: 'cases', case: each.uid }),
      })),
    ],
    [say, language, commands, sources, codes, looks, cases],
  );
}
