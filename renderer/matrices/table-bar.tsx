// The bar above a table or a report: what it is called, the ways to show it, and what can be done with it as a whole.
import { Copy } from 'lucide-react';
import type { ReactNode } from 'react';
import { IconButton } from '../ui/button.tsx';
import { useWords } from '../words.ts';
import { SavedActs } from './saved/saved-bar.tsx';

interface BarProps {
  readonly title: string;
  /** In which ways it is shown. */
  readonly ways?: ReactNode;
  /** Null while there is nothing to copy. */
  readonly onCopy: (() => void) | null;
  /** What leads to its exports. */
  readonly children: ReactNode;
}

export function TableBar({ title, ways, onCopy, children }: BarProps) {
  const { say } = useWords();
  return (
    <div className="bar table-bar">
      <h2 className="cut" title={title}>
        {title}
      </h2>
      <span className="grow" />
      {ways}
      <SavedActs title={title} />
      <IconButton icon={Copy} label={say('tables.copy')} disabled={!onCopy} onPress={() => onCopy?.()} />
      {children}
    </div>
  );
}
