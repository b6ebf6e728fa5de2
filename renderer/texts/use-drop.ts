// A code dropped on the text codes the selection under it, else the paragraph that it falls on.
import type { DragEvent } from 'react';
import { lineWordsAt } from '../../shared/text/passages.ts';
import { codePassage, passageToCode } from './coding-acts.ts';
import type { OpenSource } from './open-source.ts';
import { desk, room } from './room.ts';

/** uid of the code that is being dragged from the codebook. */
export const dragged: { code: string | null } = { code: null };

export interface DropHandlers {
  readonly onDragOver: (event: DragEvent) => void;
  readonly onDrop: (event: DragEvent) => void;
}

export function useDropOnText(open: OpenSource): DropHandlers {
  return {
    onDragOver: (event) => {
      if (dragged.code === null) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'copy';
    },
    onDrop: (event) => {
      const { code } = dragged;
      if (code === null) return;
      event.preventDefault();
      event.stopPropagation();
      const { clientX: x, clientY: y } = event;
      const position = desk.page?.positionFromPoint(x, y) ?? null;
      void codePassage(open, [code], position === null ? passageToCode(open) : passageAt(open, position));
    },
  };
}

function passageAt(open: OpenSource, position: number) {
  const { selection } = room.get();
  const isOnSelection = selection && selection.start <= position && position <= selection.end;
  if (isOnSelection && selection.start < selection.end) return passageToCode(open);
  return lineWordsAt(open.reading, position);
}
