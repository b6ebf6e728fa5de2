// A report as plain tables and sentences in the reader's language: the same for the terminal, spreadsheets and documents.
import type {
  CodeHeading,
  CoverageReport,
  CrosstabReport,
  LevelsReport,
  RelationsReport,
  ReportAnswer,
  SaturationReport,
  Solution,
  TruthTableReport,
} from '../contract/reports.ts';
import { listed, say, type Language } from '../words/say.ts';
import { portraitPages } from './portrait-sheets.ts';
import { tracingPages } from './tracing-sheets.ts';
import { codeTrendPages, wordTrendPages } from './trend-sheets.ts';
import { Words, type Pages } from './report-words.ts';

export interface ReportPages extends Pages {
  readonly title: string;
}

export function reportPages(language: Language, answer: ReportAnswer): ReportPages {
  const title = say(language, `report.${answer.kind}`);
  const { sheets, notes } = pagesOf(new Words(language), answer);
  const warnings = answer.warnings.map((warning) => say(language, `report.warning.${warning}`));
  return {
    title,
    sheets: sheets.map((sheet, place) => (place === 0 ? { ...sheet, name: title } : sheet)),
    notes: [...notes, ...warnings],
  };
}

function pagesOf(words: Words, answer: ReportAnswer): Pages {
  switch (answer.kind) {
    case 'crosstab':
      return crosstab(words, answer);
    case 'relations':
      return relations(words, answer);
    case 'levels':
      return levels(words, answer);
    case 'saturation':
      return saturation(words, answer);
    case 'coverage':
      return coverage(words, answer);
    case 'truth-table':
      return truthTable(words, answer);
    case 'portrait':
      return portraitPages(words, answer);
    case 'tracing':
      return tracingPages(words, answer);
    case 'code-trend':
      return codeTrendPages(words, answer);
    case 'word-trend':
      return wordTrendPages(words, answer);
  }
}

function crosstab(words: Words, { attribute, values, rows }: CrosstabReport): Pages {
  const head = [
    ...words.head('code'),
    ...values.map(({ name }) => `${attribute}: ${name}`),
    ...words.head('chi', 'df', 'p', 'exact', 'v', 'expected-count'),
  ];
  const body = rows.map((row) => [
    words.code(row.code),
    ...row.k.map((k, value) => `${k}/${values[value]?.n ?? 0}`),
    words.number(row.chiSquared, 2),
    row.chiSquared.value === null ? null : row.degrees,
    words.p(row.p),
    words.p(row.exact),
    words.number(row.cramersV, 2),
    row.chiSquared.value === null ? null : Number(row.leastExpected.toFixed(1)),
  ]);
  return { sheets: [{ name: '', head, rows: body }], notes: [] };
}

function relations(words: Words, { rows, columns, cells, offClaims }: RelationsReport): Pages {
  const { language } = words;
  const grid = rows.map((row, r) => [
    words.code(row),
    ...columns.map((_, c) => {
      const cell = cells[r]?.[c];
      if (!cell) return null;
      const counts = `${cell.links} | ${cell.together}`;
      return cell.claimed ? `[${counts}]` : counts;
    }),
  ]);
  const pairs = rows.flatMap((row, r) =>
    columns.flatMap((column, c) => {
      const cell = cells[r]?.[c];
      if (!cell || cell.links + cell.together === 0) return [];
      const { links, positive, negative, together, claimed } = cell;
      const mark = claimed ? say(language, 'report.yes') : null;
      return [[words.code(row), words.code(column), links, positive, negative, together, mark]];
    }),
  );
  const off = (key: 'links' | 'together'): string[] => {
    const share = words.share(offClaims[key]);
    return share === null ? [] : [say(language, `report.off-${key}`, { share })];
  };
  return {
    sheets: [
      { name: '', head: ['', ...columns.map(words.code)], rows: grid },
      {
        name: say(language, 'report.pairs'),
        head: words.head('from', 'to', 'links', 'positive', 'negative', 'together', 'claimed'),
        rows: pairs,
      },
    ],
    notes: [say(language, 'report.grid'), ...off('links'), ...off('together')],
  };
}

function levels(words: Words, { rows, total }: LevelsReport): Pages {
  const optional = (code: CodeHeading | null): string | null => (code === null ? null : words.code(code));
  const body = rows.map(({ quote, concept, category, core }) => [
    quote.said,
    `${quote.source} ¶${quote.paragraph}`,
    words.code(concept),
    optional(category),
    optional(core),
  ]);
  const head = words.head('quote', 'place', 'concept', 'category', 'core');
  const more = say(words.language, 'report.more-sentences', { n: rows.length, all: total });
  const noCore = total > 0 && rows.length === total && rows.every(({ core }) => core === null);
  const notes = [
    ...(noCore ? [say(words.language, 'report.no-core')] : []),
    ...(rows.length < total ? [more] : []),
  ];
  return { sheets: [{ name: '', head, rows: body }], notes };
}

function saturation(words: Words, report: SaturationReport): Pages {
  const { language } = words;
  const { base, run, threshold, baseCodes, reachedAt, heldBack: held, leftOut } = report;
  const rows = report.units.map((unit) => [
    unit.source,
    unit.codes,
    unit.fresh.length,
    unit.cumulative,
    unit.expected.toFixed(1),
    unit.run === null ? null : `${unit.run.fresh} (${words.share(unit.run.ratio.value) ?? '–'})`,
    words.codes(unit.fresh),
  ]);
  const limit = words.share(threshold) ?? '';
  const found =
    reachedAt === null
      ? say(language, 'report.not-saturated', { base, run, threshold: limit, codes: baseCodes })
      : say(language, 'report.saturated', { at: reachedAt, base, run, threshold: limit, codes: baseCodes });
  const estimate = say(language, 'report.chao', {
    observed: report.units.at(-1)?.cumulative ?? 0,
    chao: words.number(report.chao2, 1) ?? say(language, 'report.undefined'),
    corrected: words.number(report.chao2Corrected, 1) ?? say(language, 'report.undefined'),
    coverage: words.share(report.coverage.value) ?? say(language, 'report.undefined'),
  });
  return {
    sheets: [
      {
        name: '',
        head: words.head('source', 'codes', 'fresh', 'cumulative', 'expected', 'run', 'fresh-codes'),
        rows,
      },
    ],
    notes: [
      found,
      estimate,
      ...(held === null
        ? []
        : [
            say(language, held.fresh.length === 0 ? 'report.held-none' : 'report.held-some', {
              sources: held.sources,
              n: held.fresh.length,
              codes: words.codes(held.fresh),
            }),
          ]),
      ...(leftOut.length === 0 ? [] : [say(language, 'report.left-out', { names: leftOut })]),
    ],
  };
}

function coverage(words: Words, { sources, uncoded, total }: CoverageReport): Pages {
  const { language } = words;
  return {
    sheets: [
      {
        name: '',
        head: words.head('source', 'share', 'own-share', 'references', 'turns', 'uncoded'),
        rows: sources.map((each) => [
          each.source,
          words.share(each.share),
          words.share(each.ownShare),
          each.references,
          each.turns,
          each.uncoded,
        ]),
      },
      {
        name: say(language, 'report.uncoded'),
        head: words.head('place', 'speaker', 'text'),
        rows: uncoded.map((turn) => [`${turn.source} ¶${turn.paragraph}`, turn.speaker, turn.text]),
      },
    ],
    notes:
      uncoded.length < total ? [say(language, 'report.more-uncoded', { n: uncoded.length, all: total })] : [],
  };
}

function truthTable(words: Words, report: TruthTableReport): Pages {
  const { language } = words;
  const rows = report.rows.map((row) => [
    ...row.values,
    row.outcome ?? say(language, 'report.contradiction'),
    row.cases.length,
    row.inclusion.toFixed(2),
    listed(language, row.cases),
  ]);
  const solution = (kind: 'conservative' | 'parsimonious'): string[] => {
    const models = report[kind];
    if (models === null) return [say(language, `report.${kind}-too-large`)];
    if (models.length === 0) return [say(language, 'report.no-solution')];
    return models.map((model) =>
      say(language, `report.${kind}`, { model: modelText(words, model), outcome: report.outcome }),
    );
  };
  return {
    sheets: [
      {
        name: '',
        head: [...report.conditions, report.outcome, ...words.head('n', 'inclusion', 'cases')],
        rows,
      },
    ],
    notes: [
      ...solution('conservative'),
      ...(report.conservative?.length === 0 ? [] : solution('parsimonious')),
      say(language, 'report.remainders', { n: report.remainders, all: 2 ** report.conditions.length }),
      ...(report.leftOut.length === 0 ? [] : [say(language, 'report.unrated', { names: report.leftOut })]),
    ],
  };
}

/** "M1*M2 (consistency 1.00, coverage 0.67; Maple Lane, Ferry Street) + …" */
function modelText(words: Words, { terms }: Solution): string {
  return terms
    .map(({ text, cases, consistency, coverage: covered }) =>
      say(words.language, 'report.term', {
        text,
        consistency: words.number(consistency, 2) ?? '–',
        coverage: words.number(covered, 2) ?? '–',
        cases,
      }),
    )
    .join(' + ');
}
