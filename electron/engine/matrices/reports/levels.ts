// 三级编码表: each coded sentence with the concept that it was given, its category and the core category above.
import type { LevelsReport, ReportInput } from '../../../../shared/contract/reports.ts';
import type { Corpus } from '../../../../shared/matrices/corpus.ts';
import { at } from '../../../../shared/matrices/numbers.ts';
import { describe } from '../../../../shared/matrices/rule.ts';
import { tabulate } from '../../../../shared/matrices/tabulate.ts';
import { must } from '../../../../shared/must.ts';
import type { Readable } from '../../store/connection.ts';
import { questionOf } from '../questions.ts';
import { readQuotes, type CodingPlace } from '../quotes.ts';
import { codeHeading, eachCoding, lineOfCode } from './scope.ts';

interface Listed extends CodingPlace {
  /** Its place in the codebook. */
  readonly code: number;
}

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
  const most = input.most ?? Infinity;
  let total = 0;
  const byCode = corpus.codes.map((): Listed[] => []);
  eachCoding(corpus, question, (source, coding) => {
    total++;
    const code = at(must(corpus.sources[source], 'a source').codings.code, coding);
    const ofCode = must(byCode[code], 'a list per code');
    if (ofCode.length < most) ofCode.push({ source, coding, code });
  });
  const listed = byCode.flat().slice(0, input.most ?? undefined);
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
    total,
    warnings: [],
    rule: [...describe(question, corpus, scope)],
  };
}
