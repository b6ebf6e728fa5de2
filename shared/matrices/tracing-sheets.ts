// Process tracing as tables: the evidence with its tests, and what they imply for each hypothesis.
import type { Judgement, TracingReport } from '../contract/tracing.ts';
import { say, type Language } from '../words/say.ts';
import { evidenceTests } from './statistics/process-tracing.ts';
import type { Pages, Words } from './report-words.ts';

export function tracingPages(words: Words, { hypotheses, order, evidence, total }: TracingReport): Pages {
  const { language } = words;
  const names = hypotheses.map(({ code }) => words.code(code));
  return {
    sheets: [
      {
        name: '',
        head: [
          ...words.head('phase'),
          ...(order === null ? [] : [order]),
          ...words.head('quote', 'place'),
          ...names,
        ],
        rows: evidence.map(({ quote, when, cells }) => [
          quote.phase,
          ...(order === null ? [] : [when]),
          quote.said,
          `${quote.source} ¶${quote.paragraph}`,
          ...cells.map((cell) => cell && judgementText(language, cell.judgement)),
        ]),
      },
      {
        name: say(language, 'tracing.survives'),
        head: [
          ...words.head('hypothesis'),
          ...evidenceTests.map((test) =>
            say(language, 'tracing.counts', { test: say(language, `tracing.${test}`) }),
          ),
          ...words.head('open', 'standing'),
        ],
        rows: hypotheses.map(({ code, tests, open, standing }) => [
          words.code(code),
          ...evidenceTests.map((test) => `${tests[test].passes} | ${tests[test].fails}`),
          open,
          say(language, `tracing.standing.${standing}`),
        ]),
      },
    ],
    notes:
      hypotheses.length === 0
        ? [say(language, 'tracing.choose')]
        : [
            ...hypotheses.map(({ standing }, place) =>
              say(language, `tracing.found.${standing}`, { hypothesis: names[place] ?? '' }),
            ),
            ...(evidence.length < total
              ? [say(language, 'report.more-evidence', { n: evidence.length, all: total })]
              : []),
          ],
  };
}

/** "hoop: passes (reason)" */
export function judgementText(language: Language, judgement: Judgement | null): string {
  if (judgement === null) return say(language, 'tracing.unjudged');
  const { test, outcome, reason } = judgement;
  const text = say(language, 'tracing.judgement', {
    test: say(language, `tracing.${test}`),
    outcome: say(language, outcome === null ? 'tracing.open' : `tracing.${outcome}`),
  });
  return reason === null ? text : say(language, 'tracing.with-reason', { text, reason });
}
