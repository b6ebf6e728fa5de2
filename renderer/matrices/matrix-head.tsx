// The head of a matrix: families or the outer dimension above, the columns' own names beneath.
import { ChevronDown, ChevronRight } from 'lucide-react';
import { memo } from 'react';
import { parseDimension } from '../../shared/matrices/dimensions.ts';
import { headingText } from '../../shared/matrices/headings.ts';
import { measureName } from '../../shared/matrices/rule.ts';
import type { CodeLook } from '../code-look.ts';
import { CodeMark } from '../ui/code-mark.tsx';
import { useWords } from '../words.ts';
import type { Line } from './axis-lines.ts';
import { dimensionTitle, useAxisCodes, type AxisCode, type AxisCodes } from './facts.ts';
import type { MatrixView } from './matrix-view.ts';
import { columnWidth, headWidths } from './row-window.ts';

interface HeadProps {
  readonly view: MatrixView;
  readonly id: string;
  /** The column that the keys are at, where they are in the head. */
  readonly active: number | null;
}

/** Drawn anew only when something of it changes: scrolling through the rows is none of it. */
export const MatrixHead = memo(function MatrixHead({ view, id, active }: HeadProps) {
  const { language, say } = useWords();
  const { codes } = useAxisCodes();
  const { answer, columns, hasTotals } = view;
  const { dimensions } = answer;
  const widths = headWidths(dimensions.rows);
  const runs = runsOf(columns, dimensions.columns, codes);
  const rowNames = dimensions.rows.map((name) => dimensionTitle(language, name));
  const ofColumns = dimensions.columns.at(-1);
  const hasFamilies = runs !== null && dimensions.columns.length === 1;
  const headOf = ({ entry, family }: Line) => {
    const { ids } = entry;
    const code = ofColumns === undefined ? undefined : codeOf(ids.at(-1), ofColumns, codes);
    const title =
      ofColumns === undefined
        ? measureName(language, answer.measure)
        : partText(language, ofColumns, entry, ids.length - 1);
    // The name of an open family stands above.
    const isTotal = hasFamilies && family?.open === true;
    return {
      title,
      text: isTotal ? say('tables.family-total') : (code?.entry.name ?? title),
      look: code?.look,
      isOpen: family?.open,
      isMovable: ofColumns !== undefined,
    };
  };
  return (
    <>
      <colgroup>
        {widths.map((width, i) => (
          <col key={i} style={{ width }} />
        ))}
        <col span={columns.length + (hasTotals ? 1 : 0)} style={{ width: columnWidth }} />
      </colgroup>
      <thead>
        {runs === null ? null : (
          <tr>
            <th className="corner" colSpan={widths.length} aria-hidden />
            {runs.map((run) => (
              <RunHead key={run.first} run={run} dimension={dimensions.columns[0] ?? ''} />
            ))}
            {hasTotals ? <th aria-hidden /> : null}
          </tr>
        )}
        <tr>
          <th className="corner q" colSpan={widths.length}>
            {rowNames.join(say('rule.nested'))}
          </th>
          {columns.map((line, column) => (
            <ColumnHead
              key={line.place}
              id={`${id}--1-${column}`}
              at={`-1 ${column}`}
              isActive={active === column}
              {...headOf(line)}
            />
          ))}
          {hasTotals ? (
            <th
              id={`${id}--1-${columns.length}`}
              data-at={`-1 ${columns.length}`}
              scope="col"
              className={active === columns.length ? 'sum is-active' : 'sum'}
            >
              {say('tables.total')}
            </th>
          ) : null}
        </tr>
      </thead>
    </>
  );
});

interface ColumnHeadProps {
  readonly id: string;
  readonly at: string;
  readonly title: string;
  readonly text: string;
  readonly look: CodeLook | undefined;
  /** Of a family: whether it is open. */
  readonly isOpen: boolean | undefined;
  readonly isMovable: boolean;
  readonly isActive: boolean;
}

/** Hundreds of them mostly stay as they are when a table is asked anew. */
const ColumnHead = memo(function ColumnHead(props: ColumnHeadProps) {
  const { id, at, title, text, look, isOpen, isMovable, isActive } = props;
  const folds = isOpen !== undefined;
  return (
    <th
      id={id}
      data-at={at}
      draggable={isMovable}
      scope="col"
      title={title}
      className={[isActive ? 'is-active' : '', folds ? 'folds' : '', isOpen ? 'sum' : ''].join(' ')}
      aria-expanded={isOpen}
    >
      <span className="column-name">
        <span className="marks">
          {look ? <CodeMark look={look} /> : null}
          {folds ? <Twisty open={isOpen} /> : null}
        </span>
        <span className="clamp">{text}</span>
      </span>
    </th>
  );
});

export function Twisty({ open }: { readonly open: boolean }) {
  const Icon = open ? ChevronDown : ChevronRight;
  return <Icon className="i s tw" aria-hidden />;
}

interface Run {
  readonly first: number;
  readonly span: number;
  readonly line: Line;
  readonly code: AxisCode | undefined;
  /** A folded family says its name beneath its mark. */
  readonly isNamed: boolean;
}

function RunHead({ run, dimension }: { readonly run: Run; readonly dimension: string }) {
  const { language } = useWords();
  if (!run.isNamed) return <th aria-hidden />;
  const text = partText(language, dimension, run.line.entry, 0);
  const name = run.code?.entry.name ?? text;
  return (
    <th className={`fam ${run.code?.look.className ?? ''}`} colSpan={run.span} scope="colgroup" title={text}>
      <span className="cut">{name}</span>
    </th>
  );
}

/** Columns under one heading of the outer dimension, or under one open family of codes; null where nothing stands above. */
function runsOf(
  columns: readonly Line[],
  dimensions: readonly string[],
  codes: AxisCodes,
): readonly Run[] | null {
  const isNested = dimensions.length > 1;
  if (!isNested && !columns.some(({ family }) => family?.open === true)) return null;
  const runs: Run[] = [];
  for (const [first, line] of columns.entries()) {
    const last = runs.at(-1);
    const continues = isNested ? last?.line.entry.ids[0] === line.entry.ids[0] : line.depth > 0;
    if (last && continues) runs[runs.length - 1] = { ...last, span: last.span + 1 };
    else {
      const code = codeOf(line.entry.ids[0], dimensions[0] ?? '', codes);
      runs.push({ first, span: 1, line, code, isNamed: isNested || line.family?.open === true });
    }
  }
  return runs;
}

/** The code of a heading, where its dimension is one of codes. */
export function codeOf(id: string | undefined, dimension: string, codes: AxisCodes): AxisCode | undefined {
  return parseDimension(dimension).kind === 'code' ? codes.get(id ?? '') : undefined;
}

/** One of the values that a nested heading is made of, in words. */
export function partText(
  language: 'en' | 'zh',
  dimension: string,
  entry: Line['entry'],
  part: number,
): string {
  return headingText(language, [dimension], {
    ids: entry.ids.slice(part, part + 1),
    labels: entry.labels.slice(part, part + 1),
  });
}
