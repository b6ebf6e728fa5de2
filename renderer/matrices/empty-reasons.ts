// Why nothing stands in a cell, each with its mark.
import { CircleDashed, CircleOff, type LucideIcon } from 'lucide-react';
import type { EmptyReason } from '../../shared/contract/saved-matrices.ts';

export const emptyReasons: readonly EmptyReason[] = ['not-asked', 'nothing-said', 'absent', 'uncoded'];

interface EmptyMark {
  readonly className: string;
  /** Null: no sign but the look of the cell, or a 0. */
  readonly icon: LucideIcon | null;
}

export const emptyMarks: Readonly<Record<EmptyReason, EmptyMark>> = {
  'not-asked': { className: 'notasked', icon: null },
  'nothing-said': { className: 'zero', icon: null },
  absent: { className: 'absent', icon: CircleOff },
  uncoded: { className: 'uncoded', icon: CircleDashed },
};
