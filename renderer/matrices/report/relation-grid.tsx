// Codes against codes: in each cell the links from row to column with their signs, and how often both are said together; the theory's pairs framed.
import { useId, useRef, useState } from 'react';
import type { Relation, RelationsReport } from '../../../shared/contract/reports.ts';
import { CodeMark } from '../../ui/code-mark.tsx';
import { useWords } from '../../words.ts';
import { useAxisCodes } from '../facts.ts';
import { bringIn, moved, type GridPlace } from '../grid-keys.ts';
import { heatEnds, heatStep } from '../numbers.ts';

interface GridProps {
  readonly report: RelationsReport;
  readonly chosen: GridPlace | null;
  readonly onChoose: (place: GridPlace) => void;
}

export function RelationGrid({ report, chosen, onChoose }: GridProps) {
  const { say } = useWords();
  const id = useId();
  const grid = useRef<HTMLTableElement>(null);
  const [active, setActive] = useState<GridPlace>({ line: 0, column: 0 });
  const { rows, columns, cells } = report;
  const ends = heatEnds(
    'references',
    cells.flatMap((line) => line.map(({ together }) => together)),
  );
  const onKey = (event: React.KeyboardEvent): void => {
    const next = moved(active, event, { lines: rows.length - 1, columns: columns.length - 1 });
    if (next) {
      const place = { line: Math.max(0, next.line), column: Math.max(0, next.column) };
      setActive(place);
      bringIn(grid.current, place);
    } else if (event.key === 'Enter' || event.code === 'Space') onChoose(active);
    else return;
    event.preventDefault();
  };
  return (
    <table
      ref={grid}
      className="grid relations"
      role="grid"
      aria-label={say('report.relations')}
      aria-activedescendant={`${id}-${active.line}-${active.column}`}
      tabIndex={0}
      onKeyDown={onKey}
    >
      <thead>
        <tr>
          <th scope="col" className="q small">
            {say('displays.from-to')}
          </th>
          {columns.map((code) => (
            <th key={code.reference} scope="col" title={code.name}>
              <CodeHead id={code.id} name={code.name} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, line) => (
          <tr key={row.reference}>
            <th scope="row" title={row.name}>
              <CodeHead id={row.id} name={row.name} />
            </th>
            {columns.map((column, place) => (
              <RelationCell
                key={column.reference}
                id={`${id}-${line}-${place}`}
                at={`${line} ${place}`}
                row={row.name}
                column={column.name}
                relation={cells[line]?.[place] ?? none}
                heat={heatStep(ends, cells[line]?.[place]?.together ?? 0)}
                isChosen={chosen?.line === line && chosen.column === place}
                isActive={active.line === line && active.column === place}
                onChoose={() => {
                  setActive({ line, column: place });
                  onChoose({ line, column: place });
                }}
              />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const none: Relation = { links: 0, positive: 0, negative: 0, together: 0, claimed: false };

interface CellProps {
  readonly id: string;
  /** Its place in the grid. */
  readonly at: string;
  /** Names of the codes. */
  readonly row: string;
  readonly column: string;
  readonly relation: Relation;
  readonly heat: number;
  readonly isChosen: boolean;
  readonly isActive: boolean;
  readonly onChoose: () => void;
}

function RelationCell({ id, at, row, column, relation, heat, isChosen, isActive, onChoose }: CellProps) {
  const { say } = useWords();
  const { links, positive, negative, together, claimed } = relation;
  return (
    <td
      id={id}
      data-at={at}
      role="gridcell"
      aria-selected={isChosen}
      className={[
        `h${heat}`,
        claimed ? 'claimed' : '',
        isChosen ? 'chosen' : '',
        isActive ? 'is-active' : '',
      ].join(' ')}
      onClick={onChoose}
    >
      <span className="visually-hidden">
        {say('displays.relation', { row, column, links, positive, negative, together })}
      </span>
      <Counts relation={relation} />
    </td>
  );
}

function Counts({ relation: { links, positive, negative, together } }: { readonly relation: Relation }) {
  const without = links - positive - negative;
  return (
    <span aria-hidden>
      <b className="together">{together}</b>
      {links === 0 ? null : (
        <span className="links">
          {without > 0 ? <span>→{without}</span> : null}{' '}
          {positive > 0 ? <span className="rises">+{positive}</span> : null}{' '}
          {negative > 0 ? <span className="falls">−{negative}</span> : null}
        </span>
      )}
    </span>
  );
}

function CodeHead({ id, name }: { readonly id: string; readonly name: string }) {
  const { codes } = useAxisCodes();
  const code = codes.get(id);
  return (
    <span className="relation-head">
      {code ? <CodeMark look={code.look} /> : null}
      <span className="clamp">{name}</span>
    </span>
  );
}
