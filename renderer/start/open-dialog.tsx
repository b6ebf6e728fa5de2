// A project file by the system's own dialog, where there is one.
import { useState, type ReactNode } from 'react';
import type { Granted } from '../../shared/contract/host.ts';
import { engine } from '../engine.ts';
import { openProject } from '../project.ts';
import { useWords } from '../words.ts';
import { useAttempt } from './attempt.ts';
import { HeldDialog } from './held-dialog.tsx';

/** The way to the dialog, and what came of it; null in a browser, which has none that tells a path. */
export function useOpenDialog(): { readonly open: () => void; readonly outcome: ReactNode } | null {
  const { refusal } = useWords();
  const [chosen, setChosen] = useState<Granted | null>(null);
  const attempt = useAttempt('project.open');
  const { desktop } = engine;
  if (desktop === null) return null;
  const openChosen = async (file: Granted | null): Promise<void> => {
    setChosen(file);
    if (file) await openProject(file.token);
  };
  const isHeld = attempt.refusal?.key === 'refused.held';
  return {
    open: () => attempt.run(async () => openChosen(await desktop.chooseProject())),
    outcome: (
      <>
        {attempt.refusal && !isHeld ? (
          <p className="small bad" role="alert">
            {refusal(attempt.refusal)}
          </p>
        ) : null}
        {isHeld && chosen ? (
          <HeldDialog
            token={chosen.token}
            name={chosen.name}
            onAgain={() => attempt.run(() => openChosen(chosen))}
            onClose={() => attempt.refuse(null)}
          />
        ) : null}
      </>
    ),
  };
}
