// 三级编码表: each coded sentence with the concept that it was given, its category and the core category above.
import type { LevelsReport, ReportInput } from '../../../../shared/contract/reports.ts';
import type { Corpus } from '../../../../shared/matrices/corpus.ts';
import { at } from '../../../../shared/matrices/numbers.ts';
import { describe } from '../../../../shared/matrices/rule.ts';
import { tabulate } from '../../../../shared/matrices/tabulate.ts';
import { must } from '../../../../shared/must.ts';
import type { Readable } from '../../store/connection.ts';
import { questionOf } from '../questions.ts';
import { readQuotes } from '../quotes.ts';
import { codeHeading, eachCoding, lineOfCode } from './scope.ts';

/** In the order of the codebook, then of the texts. The category is the code above; the core category the topmost above that. */
export function levels(
  db: Readable,
  corpus: Corpus,
  input: Extract<ReportInput, { kind: 'levels' }>,
): LevelsReport {
  const question = questionOf(db, corpus, input, {
    rows: [{ kind: 'source' }],
    columns: [],
    measures: ['references'],
  });
  const found: { source: number; coding: number; code: number }[] = [];
  eachCoding(corpus, question, (source, coding) => {
    const { codings } = must(corpus.sources[source], 'a source');
    found.push({ source, coding, code: at(codings.code, coding) });
  });
  found.sort((a, b) => a.code - b.code);
  const listed = found.slice(0, input.most ?? undefined);
  const quotes = readQuotes(db, corpus, listed);
  const rows = listed.map(({ code }, index) => {
    const line = lineOfCode(corpus, code);
    const [, category] = line;
    const core = line.length > 2 ? line.at(-1) : undefined;
    return {
      quote: must(quotes[index], 'a quote'),
      concept: codeHeading(corpus.codes[code]),
      category: category === undefined ? null : codeHeading(corpus.codes[category]),
      core: core === undefined ? null : codeHeading(corpus.codes[core]),
    };
  });
  const { scope } = tabulate(corpus, question);
  return {
    kind: 'levels',
    rows,
    total: found.length,
    warnings: [],
    rule: [...describe(question, corpus, scope)],
  };
}
