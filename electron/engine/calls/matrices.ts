// Questions to the matrix engine, saved ones, and what is noted in their cells.
import { cellRecords, explainCell, markQuote, rateCell, summariseCell } from '../matrices/cells.ts';
import { duplicateMatrix, removeMatrix, savedMatrices, saveMatrix, updateMatrix } from '../matrices/saved.ts';
import { writtenMatrix } from '../export/matrix-table.ts';
import { frequencies, quotes } from '../matrices/answers.ts';
import { cellQuotes } from '../matrices/cell.ts';
import { excerpts } from '../matrices/excerpts.ts';
import { matrix } from '../matrices/matrix.ts';
import { ratedHeadings } from '../matrices/reports/cell-ratings.ts';
import { report } from '../matrices/reports/report.ts';
import type { FileDesk } from '../project/files.ts';
import type { Session } from '../project/session.ts';
import { waysIn, type CallsOf } from './ways-in.ts';

/** Questions to the matrix engine, saved ones, and what is noted in their cells. */
export function matrixCalls(session: Session, files: FileDesk): CallsOf<'matrices' | 'cells'> {
  const { change, note, read, ask } = waysIn(session, files);
  return {
    'matrices.list': read((db) => ({ matrices: savedMatrices(db) })),
    'matrices.save': note('matrices.save', saveMatrix),
    'matrices.update': note('matrices.update', updateMatrix),
    'matrices.duplicate': note('matrices.duplicate', duplicateMatrix),
    'matrices.remove': change('matrices.remove', removeMatrix),
    'matrices.rated': ask((db, corpus) => ({ headings: ratedHeadings(db, corpus) })),
    'cells.list': ask((db, corpus, input) => ({ cells: cellRecords(db, corpus, input) })),
    'cells.summarise': note('cells.summarise', summariseCell),
    'cells.rate': note('cells.rate', rateCell),
    'cells.explain': note('cells.explain', explainCell),
    'cells.quote': note('cells.quote', markQuote),
    'matrices.excerpts': ask(excerpts),
    'matrices.table': ask(matrix),
    'matrices.frequencies': ask(frequencies),
    'matrices.quotes': ask(quotes),
    'matrices.written': ask(writtenMatrix),
    'matrices.cell': ask(cellQuotes),
    'matrices.report': ask(report),
  };
}
