// A window too narrow for three columns shows the desk alone: its panes open over it, from two buttons in the top bar.
import { PanelLeft, PanelRight } from 'lucide-react';
import { useEffect } from 'react';
import type { PaneSide } from '../settings.ts';
import { useStore } from '../store.ts';
import { IconButton } from '../ui/button.tsx';
import { windowState, type Place } from '../window-state.ts';
import { useWords } from '../words.ts';

const panes: Readonly<Record<Place, readonly PaneSide[]>> = {
  texts: ['list', 'inspector'],
  codebook: ['list', 'inspector'],
  cases: ['list'],
  matrices: ['list', 'inspector'],
  history: [],
  settings: [],
};

/** Shown by the styles only where the panes are not. */
export function PaneButtons() {
  const { say } = useWords();
  const place = useStore(windowState, (state) => state.place);
  const open = useStore(windowState, (state) => state.pane);
  const cell = useStore(windowState, (state) => state.cell);
  const report = useStore(windowState, (state) => state.report);
  // The evidence of a table is there for what is chosen.
  const hasEvidence = place !== 'matrices' || report !== null || cell !== null;
  const shown = panes[place].filter((side) => side === 'list' || hasEvidence);
  return shown.map((side) => (
    <IconButton
      key={side}
      className="narrow"
      icon={side === 'list' ? PanelLeft : PanelRight}
      label={say(side === 'list' ? 'screen.left-pane' : 'screen.right-pane')}
      pressed={open === side}
      onPress={() => windowState.set({ pane: open === side ? null : side })}
    />
  ));
}

/** What is chosen in a pane is shown: the desk for a source, a code or a case, the evidence for a cell. */
export function useNarrowPanes(): void {
  const place = useStore(windowState, (state) => state.place);
  const source = useStore(windowState, (state) => state.source);
  const code = useStore(windowState, (state) => state.code);
  const chosenCase = useStore(windowState, (state) => state.case);
  const question = useStore(windowState, (state) => state.question);
  const cell = useStore(windowState, (state) => state.cell);
  useEffect(() => windowState.set({ pane: null }), [place, source, code, chosenCase, question]);
  useEffect(() => windowState.set({ pane: cell === null ? null : 'inspector' }), [cell]);
}
