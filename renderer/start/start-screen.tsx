// The window without a project: the sample, a new project, a project file, and the projects of this computer.
import { BookOpenText, FilePlus2, FolderOpen, type LucideIcon } from 'lucide-react';
import { useEffect, useState, type ReactNode } from 'react';
import type { WordKey } from '../../shared/words/say.ts';
import { isTyping } from '../frame/typing.ts';
import { early } from '../import/choose-files.ts';
import { createSample } from '../project.ts';
import { useStore } from '../store.ts';
import { Keys } from '../ui/keys.tsx';
import { useWords } from '../words.ts';
import { useAttempt } from './attempt.ts';
import { LanguageSwitch, ThemeSwitch } from './look-switch.tsx';
import { NewProjectForm } from './new-project.tsx';
import { useOpenDialog } from './open-dialog.tsx';
import { OpenFileForm } from './open-file.tsx';
import { ProjectLists } from './project-lists.tsx';
import { startActs, type StartActs } from './start-acts.ts';
import './start.css';

type Unfolded = 'new' | 'open' | null;

export function StartScreen() {
  const { say, refusal } = useWords();
  const [unfolded, setUnfolded] = useState<Unfolded>(null);
  const isWaitedFor = useStore(early, ({ files }) => files.length > 0);
  // Files that were dropped need a project; whoever has one may open it instead.
  useEffect(() => {
    if (isWaitedFor) setUnfolded('new');
  }, [isWaitedFor]);
  const sample = useAttempt('project.sample');
  const openSample = (): void => sample.run(createSample);
  const dialog = useOpenDialog();
  const unfold = (part: Unfolded): void => setUnfolded(part === unfolded ? null : part);
  const openFile = (): void => (dialog === null ? unfold('open') : dialog.open());
  useStartActs({ sample: openSample, create: () => unfold('new'), open: openFile });
  return (
    <div className="start-screen">
      <main>
        <Mark />
        <h1 className="read">Crosscase</h1>
        <p className="read lede">{say('start.lede')}</p>
        <div className="cards">
          <Card
            icon={BookOpenText}
            title="start.sample"
            what="start.sample-what"
            letter="S"
            onPress={openSample}
          >
            {sample.isBusy ? <p className="q small">{say('screen.loading')}</p> : null}
            {sample.refusal ? (
              <p className="small bad" role="alert">
                {refusal(sample.refusal)}
              </p>
            ) : null}
          </Card>
          <Card
            icon={FilePlus2}
            title="start.new"
            what="start.new-what"
            letter="N"
            onPress={() => unfold('new')}
            unfolded={unfolded === 'new'}
          >
            {unfolded === 'new' ? <NewProjectForm /> : null}
          </Card>
          <Card
            icon={FolderOpen}
            title="start.open"
            what={dialog === null ? 'start.open-what' : 'desktop.open-what'}
            letter="O"
            onPress={openFile}
            {...(dialog === null ? { unfolded: unfolded === 'open' } : {})}
          >
            {unfolded === 'open' ? <OpenFileForm /> : dialog?.outcome}
          </Card>
        </div>
      </main>
      <aside>
        <ProjectLists />
        <p className="small q private">{say('start.private')}</p>
        <div className="switches">
          <LanguageSwitch />
          <ThemeSwitch />
        </div>
      </aside>
    </div>
  );
}

interface CardProps {
  readonly icon: LucideIcon;
  readonly title: WordKey;
  readonly what: WordKey;
  /** The key that does the same. */
  readonly letter: string;
  readonly onPress: () => void;
  /** Whether more is shown beneath; left out where nothing unfolds. */
  readonly unfolded?: boolean;
  readonly children: ReactNode;
}

function Card({ icon: Icon, title, what, letter, onPress, unfolded, children }: CardProps) {
  const { say } = useWords();
  return (
    <section className="card-group">
      <button
        className="card"
        onClick={onPress}
        aria-keyshortcuts={letter}
        {...(unfolded === undefined ? {} : { 'aria-expanded': unfolded })}
      >
        <Icon className="i l" aria-hidden />
        <span>
          <span className="card-title">{say(title)}</span>
          <span className="q2 card-what">{say(what)}</span>
        </span>
        <span className="right" aria-hidden>
          <Keys keys={[letter]} />
        </span>
      </button>
      <div className="card-more">{children}</div>
    </section>
  );
}

function Mark() {
  const heat = ['a', 'b', 'c', 'b', 'a', 'b', 'c', 'c', 'a'];
  return (
    <div className="mark" aria-hidden>
      {heat.map((step, place) => (
        <i key={place} className={step} />
      ))}
    </div>
  );
}

/** Single keys by their place on the keyboard, so that a Chinese input method does not swallow them. */
function useStartActs(acts: StartActs): void {
  useEffect(() => {
    const keys: Readonly<Record<string, () => void>> = {
      KeyS: acts.sample,
      KeyN: acts.create,
      KeyO: acts.open,
    };
    startActs.current = acts;
    const onKey = (event: KeyboardEvent): void => {
      const { code, ctrlKey, metaKey, altKey, isComposing, defaultPrevented, target, repeat } = event;
      const run = keys[code];
      if (!run || ctrlKey || metaKey || altKey || isComposing || repeat || defaultPrevented) return;
      if (isTyping(target) || document.querySelector('[role="dialog"], [role="listbox"]')) return;
      event.preventDefault();
      run();
    };
    window.addEventListener('keydown', onKey);
    return () => {
      startActs.current = null;
      window.removeEventListener('keydown', onKey);
    };
  });
}
