// Find or do: sources, codes, cases, places and commands by part of a name, in either language or by pinyin initials.
import { Search } from 'lucide-react';
import { useMemo, useState } from 'react';
import { flushSync } from 'react-dom';
import { codeLooks, type CodeLook } from '../code-look.ts';
import { bestFirst, rank } from '../find-by-name.ts';
import { useCall } from '../engine.ts';
import { useCommands, type Command } from '../commands.ts';
import { windowState } from '../window-state.ts';
import { useWords, type Words } from '../words.ts';
import { useCitedEntry } from './cited-entry.ts';
import { CodeMark } from '../ui/code-mark.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Keys } from '../ui/keys.tsx';
import { PickField, PickList } from '../ui/pick-list.tsx';
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

/** Entries drawn; more are found by typing on. */
const MOST = 60;

export function Palette() {
  const { say } = useWords();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const entries = useEntries();
  const best = useMemo(() => bestFirst(entries, typed, scoreOf).slice(0, MOST), [entries, typed]);
  const cited = useCitedEntry(typed);
  const found: readonly Entry[] = cited ? [cited, ...best] : best;
  const rows = found.map((entry) => ({ key: entry.id, content: <Row entry={entry} /> }));
  const [before] = useState(() => document.activeElement);
  const close = (): void => windowState.set({ floating: null });
  const choose = (row: number): void => {
    const entry = found[row];
    if (!entry) return;
    // What opens next gives the focus back to where it was, not to the field here, which is gone then.
    flushSync(close);
    if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    entry.run();
  };
  return (
    <Dialog title={say('palette.title')} onClose={close} width={620} bare>
      <div className="palette-head">
        <Search className="i q" aria-hidden />
        <PickField
          list="palette-list"
          label={say('palette.title')}
          placeholder={say('screen.find')}
          value={typed}
          onChange={setTyped}
          rows={found.length}
          at={at}
          onMove={setAt}
          onKey={({ key }) => {
            if (key === 'Enter') choose(at);
            return key === 'Enter';
          }}
        />
        <Keys keys={['Esc']} />
      </div>
      <PickList
        id="palette-list"
        className="palette-list"
        label={say('palette.title')}
        rows={rows}
        at={at}
        onMove={setAt}
        onPick={choose}
        nothing={say('palette.nothing')}
      />
    </Dialog>
  );
}

function Row({ entry: { look, text, kind, keys } }: { readonly entry: Entry }) {
  return (
    <>
      {look ? <CodeMark look={look} /> : null}
      <span className="t">{text}</span>
      <span className="small q">{kind}</span>
      {keys ? <Keys keys={keys} /> : null}
    </>
  );
}

/** How well an entry answers to a word: by the best of its names. */
function scoreOf({ names }: Entry, word: string): number {
  return Math.max(...names.map((name) => rank(name, word)));
}

function entryOf({ id, words, values, keys, run }: Command, say: Words['say']): Entry {
  const text = say(words, values);
  const kind = say(id.startsWith('place-') ? 'screen.places' : 'palette.commands');
  // An act of the history is undone by whoever looks for undo, not by whoever looks for what it was about.
  const names = id === 'undo' || id === 'redo' ? [say(`command.${id}`)] : [text];
  return { id, text, kind, names, run, ...(keys ? { keys } : {}) };
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
