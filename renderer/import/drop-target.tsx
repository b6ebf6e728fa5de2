// Files may be dropped anywhere on the window.
import { ArrowDownToLine } from 'lucide-react';
import { useEffect, useState } from 'react';
import { readableEndings } from '../../shared/import/document.ts';
import { useStore } from '../store.ts';
import { windowState } from '../window-state.ts';
import { useWords } from '../words.ts';
import { takeFiles } from './choose-files.ts';
import './import.css';

export function DropTarget() {
  const { say } = useWords();
  const isOver = useFileDrop();
  const hasProject = useStore(windowState, ({ project }) => project !== null);
  if (!isOver) return null;
  return (
    <div className="drop-target" aria-hidden>
      <ArrowDownToLine className="i xl" />
      <p>{say(hasProject ? 'importing.drop' : 'importing.drop-first')}</p>
      <p className="q small">{readableEndings.join(' ')}</p>
    </div>
  );
}

/** True while files are held over the window; takes them when they are let go. */
function useFileDrop(): boolean {
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    const listening = new AbortController();
    const { signal } = listening;
    const onOver = (event: DragEvent): void => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'copy';
      setOver(true);
    };
    window.addEventListener('dragenter', onOver, { signal });
    window.addEventListener('dragover', onOver, { signal });
    window.addEventListener('dragleave', (event) => event.relatedTarget ?? setOver(false), { signal });
    window.addEventListener(
      'drop',
      (event) => {
        setOver(false);
        if (!event.dataTransfer?.types.includes('Files')) return;
        event.preventDefault();
        const items = [...event.dataTransfer.items].filter(({ kind }) => kind === 'file');
        const isFolder = (item: DataTransferItem): boolean => item.webkitGetAsEntry()?.isDirectory === true;
        const named = (item: DataTransferItem): File[] => [item.getAsFile()].filter((file) => file !== null);
        const folders = items.filter(isFolder).flatMap(named);
        takeFiles(
          items.filter((item) => !isFolder(item)).flatMap(named),
          folders.map(({ name }) => name),
        );
      },
      { signal },
    );
    return () => listening.abort();
  }, []);
  return isOver;
}
