// The right pane: the chosen cell's number with its unit and base, and every quote that it counts.
import { GitCompare, X } from 'lucide-react';
import { useCall } from '../engine.ts';
import { Pane } from '../frame/pane.tsx';
import { useStore } from '../store.ts';
import { IconButton } from '../ui/button.tsx';
import { useWords } from '../words.ts';
import { CellBody } from './cell/body.tsx';
import { CompareDialog } from './cell/compare-dialog.tsx';
import { cellTitle, Numbers } from './cell/numbers.tsx';
import type { Cell, MatrixInput } from './question.ts';
import { chooseCell, isSameCell, tableState } from './table-state.ts';

interface EvidenceProps {
  readonly question: MatrixInput;
  readonly cell: Cell;
  /** Gives the focus back to the table. */
  readonly onLeave: () => void;
}

export function Evidence({ question, cell, onLeave }: EvidenceProps) {
  const { say, language } = useWords();
  const table = useCall('matrices.table', question).value;
  const found = useCall('matrices.cell', { question, ...cell });
  const compared = useStore(tableState, (state) => state.compared);
  if (!table) return <EmptyEvidence />;
  const title = cellTitle(language, table, cell);
  return (
    <Pane side="inspector" className="evidence" label={say('tables.evidence')}>
      <div className="bar">
        <h2 className="cut" title={title.join(' × ')}>
          {title.length === 0 ? say('tables.all') : title.join(' × ')}
        </h2>
        <span className="grow" />
        <IconButton
          icon={GitCompare}
          label={say(compared === null ? 'cells.compare' : 'cells.compare-not')}
          pressed={compared !== null}
          onPress={() => tableState.set({ compared: compared === null ? cell : null })}
        />
        <IconButton
          icon={X}
          label={say('screen.close')}
          onPress={() => {
            chooseCell(null);
            onLeave();
          }}
        />
      </div>
      {compared !== null && isSameCell(compared, cell) ? (
        <p className="note small choose-other" role="status">
          {say('cells.choose-other')}
        </p>
      ) : null}
      {compared !== null && !isSameCell(compared, cell) ? (
        <CompareDialog question={question} table={table} cells={[compared, cell]} />
      ) : null}
      <Numbers question={question} table={table} cell={cell} quotes={found.value?.quotes} />
      <CellBody
        key={JSON.stringify([question, cell])}
        question={question}
        table={table}
        cell={cell}
        found={found.value}
        onLeave={onLeave}
      />
    </Pane>
  );
}

export function EmptyEvidence() {
  const { say } = useWords();
  return (
    <Pane side="inspector" className="evidence" label={say('tables.evidence')}>
      <div className="empty-place">
        <p>{say('tables.choose-cell')}</p>
      </div>
    </Pane>
  );
}
