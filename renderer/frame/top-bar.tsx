// The bar on top: which project, find or do, undo and redo by name, that everything is saved.
import { BookMarked, Check, Eye, Redo2, Search, Undo2 } from 'lucide-react';
import { redo, undo, useNextSteps } from '../next-steps.ts';
import { useStore } from '../store.ts';
import { IconButton } from '../ui/button.tsx';
import { initials } from '../ui/initials.ts';
import { Keys } from '../ui/keys.tsx';
import { windowState } from '../window-state.ts';
import { useWords } from '../words.ts';
import { PaneButtons } from './narrow-panes.tsx';

export function TopBar() {
  const { say } = useWords();
  const project = useStore(windowState, (state) => state.project);
  const next = useNextSteps();
  return (
    <header className="top">
      <div className="project">
        <BookMarked className="i s" aria-hidden />
        <b className="cut" role="heading" aria-level={1}>
          {project?.name}
        </b>
        <span className="q cut">{fileNameOf(project?.file ?? '')}</span>
      </div>
      <button className="ask" onClick={() => windowState.set({ floating: 'palette' })}>
        <Search className="i s" aria-hidden />
        <span className="grow cut">{say('screen.find')}</span>
        <Keys keys={['Ctrl', 'K']} />
      </button>
      <div className="end">
        <PaneButtons />
        <span className="saved">
          {project?.isReadOnly === true ? (
            <Eye className="i s" aria-hidden />
          ) : (
            <Check className="i s" aria-hidden />
          )}
          {say(project?.isReadOnly === true ? 'screen.read-only' : 'screen.all-saved')}
        </span>
        <IconButton
          icon={Undo2}
          label={say(next.undo.words, next.undo.values)}
          keys={['Ctrl', 'Z']}
          disabled={!next.undo.enabled}
          onPress={undo}
        />
        <IconButton
          icon={Redo2}
          label={say(next.redo.words, next.redo.values)}
          keys={['Ctrl', 'Shift', 'Z']}
          disabled={!next.redo.enabled}
          onPress={redo}
        />
        <span className="who" title={project?.coder}>
          {initials(project?.coder ?? '')}
        </span>
      </div>
    </header>
  );
}

function fileNameOf(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? '';
}
