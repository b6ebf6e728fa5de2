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
import { cellIn, isSameCell } from './chosen-cell.ts';
import type { ChosenCell, MatrixInput } from './question.ts';
import { chooseCell, tableState } from './table-state.ts';

interface EvidenceProps {
  readonly question: MatrixInput;
  readonly chosen: ChosenCell;
  /** Gives the focus back to the table. */
  readonly onLeave: () => void;
}

export function Evidence({ question, chosen, onLeave }: EvidenceProps) {
  const { say, language } = useWords();
  const table = useCall('matrices.table', question).value;
  const found = useCall('matrices.cell', { question, ...chosen });
  const compared = useStore(tableState, (state) => state.compared);
  if (!table) return <Pane side="inspector" className="evidence" label={say('tables.evidence')} />;
  const close = (): void => {
    chooseCell(null);
    onLeave();
  };
  const cell = cellIn(table, chosen);
  if (cell === null) return <GoneCell onClose={close} />;
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
          onPress={() => tableState.set({ compared: compared === null ? chosen : null })}
        />
        <IconButton icon={X} label={say('screen.close')} onPress={close} />
      </div>
      {compared !== null && isSameCell(compared, chosen) ? (
        <p className="note small choose-other" role="status">
          {say('cells.choose-other')}
        </p>
      ) : null}
      {compared !== null && !isSameCell(compared, chosen) ? (
        <CompareDialog question={question} table={table} cells={[compared, chosen]} />
      ) : null}
      <Numbers question={question} table={table} chosen={chosen} cell={cell} quotes={found.value?.quotes} />
      <CellBody
        key={JSON.stringify([question, chosen])}
        question={question}
        table={table}
        cell={cell}
        found={found.value}
        onLeave={onLeave}
      />
    </Pane>
  );
}

/** What was open is in the table no more; an undo brings it back. */
function GoneCell({ onClose }: { readonly onClose: () => void }) {
  const { say } = useWords();
  return (
    <Pane side="inspector" className="evidence" label={say('tables.evidence')}>
      <div className="bar">
        <span className="grow" />
        <IconButton icon={X} label={say('screen.close')} onPress={onClose} />
      </div>
      <div className="empty-place">
        <p role="status">{say('tables.cell-gone')}</p>
      </div>
    </Pane>
  );
}
