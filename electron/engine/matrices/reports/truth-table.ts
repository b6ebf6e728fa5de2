// QCA over cases: conditions and outcome are ratings that a person gave, or as a draft the presence of codes.
import type { ReportInput, Solution, TruthTableReport } from '../../../../shared/contract/reports.ts';
import type { Corpus } from '../../../../shared/matrices/corpus.ts';
import { noWords, yesWords } from '../../../../shared/matrices/own-values.ts';
import type { Question } from '../../../../shared/matrices/question.ts';
import { describe } from '../../../../shared/matrices/rule.ts';
import { hasTerm, minimise, termText } from '../../../../shared/matrices/statistics/minimise.ts';
import { quotient } from '../../../../shared/matrices/statistics/statistic.ts';
import { truthTable, type RatedCase } from '../../../../shared/matrices/statistics/truth-table.ts';
import { tabulate } from '../../../../shared/matrices/tabulate.ts';
import { settled } from '../../../../shared/matrices/values.ts';
import { must } from '../../../../shared/must.ts';
import { fold } from '../../../../shared/names.ts';
import type { Readable } from '../../store/connection.ts';
import { questionOf } from '../questions.ts';
import { cellCondition } from './cell-ratings.ts';
import { placeOfCode } from './scope.ts';

type Input = Extract<ReportInput, { kind: 'truth-table' }>;

export function truthTableReport(db: Readable, corpus: Corpus, input: Input): TruthTableReport {
  const question = questionOf(db, corpus, input, {
    rows: [{ kind: 'case' }],
    columns: [{ kind: 'code', level: null }],
    measures: ['references', 'case-share'],
  });
  const table = tabulate(corpus, question);
  const conditions = input.conditions.map((text) => ratingOf(db, corpus, table, text));
  const outcome = ratingOf(db, corpus, table, input.outcome);
  const rated = table.rows.map(({ labels }, row): RatedCase | string => {
    const values = conditions.map((condition) => condition.of(row));
    const result = outcome.of(row);
    const known = values.filter((value) => value !== null);
    const name = labels.join();
    return result === null || known.length < values.length ? name : { name, values: known, outcome: result };
  });
  const cases = rated.filter((each) => typeof each !== 'string');
  const leftOut = rated.filter((each) => typeof each === 'string');
  const found = truthTable(cases, conditions.length, input.cutoff);
  const names = conditions.map(({ name }) => name);
  const solutions = (kind: 'conservative' | 'parsimonious'): Solution[] | null =>
    minimise(found, kind)?.map((model) => ({
      terms: model.map((term) => {
        const having = cases.filter(({ values }) => hasTerm(term, values));
        const both = having.filter((each) => each.outcome === 1).length;
        const all = cases.filter((each) => each.outcome === 1).length;
        return {
          text: termText(term, names),
          cases: having.map(({ name }) => name),
          consistency: quotient(both, having.length, 'no-units'),
          coverage: quotient(both, all, 'no-units'),
        };
      }),
    })) ?? null;
  return {
    kind: 'truth-table',
    conditions: names,
    outcome: outcome.name,
    rows: found.rows.map(({ key, ...row }) => ({
      values: Array.from(key, (digit) => (digit === '1' ? 1 : 0)),
      ...row,
    })),
    remainders: found.remainders,
    conservative: solutions('conservative'),
    parsimonious: solutions('parsimonious'),
    leftOut,
    warnings: [
      ...(found.tooFewCases ? (['too-few-cases'] as const) : []),
      ...(found.contradictions > 0 ? (['contradictions'] as const) : []),
      ...([...conditions, outcome].some(({ isDraft }) => isDraft) ? (['draft-ratings'] as const) : []),
      ...(leftOut.length > 0 ? (['left-out'] as const) : []),
    ],
    rule: [...ruleOf(question, corpus, table), { key: 'rule.truth-table', values: { cutoff: input.cutoff } }],
  };
}

interface Rating {
  readonly name: string;
  readonly isDraft: boolean;
  /** By row of the table of cases; null for a case that has no rating. */
  readonly of: (row: number) => 0 | 1 | null;
}

/** case:ATTRIBUTE with yes or no (1 or 0), the rating of a cell, or code:ID, present in the case or not. */
function ratingOf(db: Readable, corpus: Corpus, table: ReturnType<typeof tabulate>, text: string): Rating {
  if (/^cell[:：]/u.test(text)) {
    const { name, of } = cellCondition(db, corpus, text);
    return { name, isDraft: false, of: (row) => of.get(table.rows[row]?.ids.join() ?? '') ?? null };
  }
  const [, kind, reference = ''] = /^(case|code)[:：](.+)$/su.exec(text) ?? [];
  if (kind === 'case') {
    const dimension = settled(corpus, { kind: 'case-attribute', attribute: reference.trim() });
    const name = 'attribute' in dimension ? dimension.attribute : reference;
    const valueOf = new Map(corpus.cases.map(({ id, attributes }) => [id, attributes.get(name) ?? '']));
    const of = (row: number): 0 | 1 | null => {
      const value = fold(valueOf.get(table.rows[row]?.ids.join() ?? '') ?? '');
      if (yesWords.includes(value)) return 1;
      return noWords.includes(value) ? 0 : null;
    };
    return { name, isDraft: false, of };
  }
  const code = must(corpus.codes[placeOfCode(corpus, reference.trim())], 'the code');
  const column = table.columns.findIndex(({ ids }) => ids.join() === code.id);
  const of = (row: number): 0 | 1 | null => {
    if ((table.bases['case-share']?.[row]?.[0] ?? 0) === 0) return null;
    return (table.cells.references?.[row]?.[column] ?? 0) > 0 ? 1 : 0;
  };
  return { name: code.id === code.uid ? code.name : code.id, isDraft: true, of };
}

function ruleOf(question: Question, corpus: Corpus, { scope }: ReturnType<typeof tabulate>) {
  return describe({ ...question, measures: ['presence'] }, corpus, scope);
}
