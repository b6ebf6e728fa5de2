// The codebook: the tree of codes, what the chosen one means, and the quotes coded with it.
import { Plus, Search, Spline, Tags } from 'lucide-react';
import { useEffect, useMemo } from 'react';
import { act } from '../acts.ts';
import type { CodeEntry } from '../../shared/contract/coding.ts';
import { codeLooks, type CodeLook } from '../code-look.ts';
import { useCall } from '../engine.ts';
import { Pane } from '../frame/pane.tsx';
import { useStore } from '../store.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { Keys } from '../ui/keys.tsx';
import { useListState, windowState } from '../window-state.ts';
import { useWords } from '../words.ts';
import { CodePage } from './code-page.tsx';
import { CodeQuotes } from './code-quotes.tsx';
import { CodeTree } from './code-tree.tsx';
import { movesOf } from './moves.ts';
import { NewCode } from './new-code.tsx';
import './codebook.css';

export function CodebookPlace() {
  const { say } = useWords();
  const codes = useCall('codes.list', {}).value?.codes;
  const looks = useMemo(() => codeLooks(codes ?? []), [codes]);
  const chosen = useStore(windowState, (state) => state.code);
  const isAdding = useStore(windowState, ({ floating }) => floating === 'new-code');
  const setAdding = (isOn: boolean): void => windowState.set({ floating: isOn ? 'new-code' : null });
  const code = codes?.find((each) => each.uid === chosen) ?? null;
  if (!codes) return <div className="room" />;
  const choose = (uid: string): void => windowState.set({ code: uid });
  const move = (uid: string, parent: string | null, before: string | null): void =>
    void act('codes.move', { code: uid, parent, before });
  return (
    <div className="room codebook-room">
      <CodeList
        codes={codes}
        looks={looks}
        chosen={code}
        onChoose={choose}
        onMove={move}
        onAdd={() => setAdding(true)}
      />
      {code ? (
        <CodePage key={code.uid} code={code} codes={codes} looks={looks} onMove={move} />
      ) : (
        <main className="desk">
          <div className="empty-place">
            <Tags className="i xl" aria-hidden />
            <p>{say('codebook.choose')}</p>
          </div>
        </main>
      )}
      {code ? (
        <CodeQuotes code={code} look={looks.get(code.uid)} />
      ) : (
        <Pane side="inspector" label={say('codebook.quotes')} />
      )}
      {isAdding ? (
        <NewCode
          parent={code}
          onClose={() => setAdding(false)}
          onMade={(uid) => {
            setAdding(false);
            choose(uid);
          }}
        />
      ) : null}
    </div>
  );
}

interface CodeListProps {
  readonly codes: readonly CodeEntry[];
  readonly looks: ReadonlyMap<string, CodeLook>;
  readonly chosen: CodeEntry | null;
  readonly onChoose: (uid: string) => void;
  readonly onMove: (code: string, parent: string | null, before: string | null) => void;
  readonly onAdd: () => void;
}

function CodeList({ codes, looks, chosen, onChoose, onMove, onAdd }: CodeListProps) {
  const { say } = useWords();
  const [typed, setTyped] = useListState('codebook.typed');
  useFilterKey();
  return (
    <Pane
      side="list"
      label={say('codebook.title')}
      onKeyDown={(event) => {
        if (!event.altKey || !chosen) return;
        const step = { ArrowUp: 'up', ArrowDown: 'down', ArrowRight: 'in', ArrowLeft: 'out' } as const;
        const way = Object.hasOwn(step, event.key) ? step[event.key as keyof typeof step] : null;
        const target = way === null ? null : movesOf(codes, chosen)[way];
        if (!target) return;
        event.preventDefault();
        onMove(chosen.uid, target.parent, target.before);
      }}
    >
      <div className="bar">
        <h2>{say('codebook.title')}</h2>
        <span className="count">{say('codebook.count', { n: codes.length })}</span>
        <span className="grow" />
        <IconButton
          icon={Spline}
          label={say('links.types')}
          onPress={() => windowState.set({ floating: 'link-types' })}
        />
        <IconButton icon={Plus} label={say('codebook.new')} onPress={onAdd} />
      </div>
      <div className="list-filter">
        <Field
          label={say('codebook.filter')}
          bare
          icon={Search}
          placeholder={say('codebook.filter')}
          value={typed}
          onChange={setTyped}
        />
      </div>
      {codes.length === 0 ? (
        <EmptyCodebook onAdd={onAdd} />
      ) : (
        <CodeTree
          codes={codes}
          looks={looks}
          chosen={chosen?.uid ?? null}
          typed={typed}
          onChoose={onChoose}
          onMove={onMove}
        />
      )}
      <div className="status">
        <span className="hint">
          <Keys keys={['Alt', '↑', '↓']} />
          {say('codebook.hint-move')}
        </span>
        <span className="hint">
          <Keys keys={['Alt', '←', '→']} />
          {say('codebook.hint-level')}
        </span>
      </div>
    </Pane>
  );
}

function EmptyCodebook({ onAdd }: { readonly onAdd: () => void }) {
  const { say } = useWords();
  return (
    <div className="empty-place">
      <p>{say('codebook.empty')}</p>
      <Button kind="first" icon={Plus} large onPress={onAdd}>
        {say('codebook.new')}
      </Button>
    </div>
  );
}

/** `/` goes to the filter. */
function useFilterKey(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (
        event.key !== '/' ||
        (event.target instanceof HTMLElement && event.target.closest('input, textarea'))
      )
        return;
      event.preventDefault();
      document.querySelector<HTMLElement>('.codebook-room .pane.list input')?.focus();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
