// The bar above a table or a report: what it is called, the ways to show it, and what can be done with it as a whole.
import { Copy, Share } from 'lucide-react';
import { useEffect, type ReactNode } from 'react';
import { useStore } from '../store.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { windowState } from '../window-state.ts';
import { useWords } from '../words.ts';
import type { ExportSubject } from './export-choice.ts';
import { ExportDialog } from './export-dialog.tsx';
import { SavedActs } from './saved/saved-bar.tsx';
import { keysAt } from './table-acts.ts';

interface BarProps {
  readonly title: string;
  /** In which ways it is shown. */
  readonly ways?: ReactNode;
  /** Null while there is nothing to copy. */
  readonly onCopy: (() => void) | null;
  /** What of it can leave the program; null while there is nothing. */
  readonly exports: (() => readonly ExportSubject[]) | null;
}

export function TableBar({ title, ways, onCopy, exports }: BarProps) {
  const { say } = useWords();
  const isExporting = useStore(windowState, ({ floating }) => floating === 'export');
  const exporting = (is: boolean) => (): void => windowState.set({ floating: is ? 'export' : null });
  useEffect(() => {
    keysAt.copy = onCopy;
    return () => {
      keysAt.copy = null;
    };
  });
  return (
    <div className="bar table-bar">
      <h2 className="cut" title={title}>
        {title}
      </h2>
      <span className="grow" />
      {ways}
      <SavedActs title={title} />
      <IconButton icon={Copy} label={say('tables.copy')} disabled={!onCopy} onPress={() => onCopy?.()} />
      <Button kind="plain" icon={Share} disabled={!exports} onPress={exporting(true)}>
        {say('tables.export')}
      </Button>
      {isExporting && exports ? <ExportDialog subjects={exports()} onClose={exporting(false)} /> : null}
    </div>
  );
}
