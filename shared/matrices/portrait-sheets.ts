// A document portrait as tables: a line for each source and code, with its band in signs, then every mark with its quote.
import type { PortraitReport } from '../contract/portrait.ts';
import { say } from '../words/say.ts';
import type { Pages, Words } from './report-words.ts';

export function portraitPages(words: Words, { sources, total }: PortraitReport): Pages {
  const { language } = words;
  const lanes = sources.flatMap(({ source, lanes: own }) =>
    own.map(({ code, share, marks, cover }) => [
      source,
      words.code(code),
      marks.length,
      words.share(share),
      cover.map(sign).join(''),
    ]),
  );
  const marks = passagesOf(sources).map(({ source, mark: { from, to, quote } }) => [
    `${source} ¶${quote.paragraph}`,
    quote.code === quote.codeName ? quote.code : `${quote.code} ${quote.codeName}`,
    words.share(from),
    words.share(to),
    quote.said,
  ]);
  return {
    sheets: [
      { name: '', head: words.head('source', 'code', 'references', 'width', 'along'), rows: lanes },
      {
        name: say(language, 'report.marks'),
        head: words.head('place', 'code', 'begins', 'ends', 'quote'),
        rows: marks,
      },
    ],
    notes:
      sources.length < total ? [say(language, 'report.more-sources', { n: sources.length, all: total })] : [],
  };
}

/** The marks by source, in the order of the text; one that stands in several lanes once. */
export function passagesOf(sources: PortraitReport['sources']) {
  return sources.flatMap(({ source, lanes }) => {
    const marks = new Map(lanes.flatMap((lane) => lane.marks.map((mark) => [mark.quote.id, mark] as const)));
    const inOrder = [...marks.values()].toSorted((a, b) => a.quote.start - b.quote.start);
    return inOrder.map((mark) => ({ source, mark }));
  });
}

/** Full where at least half of the part is covered. */
function sign(cover: number): string {
  if (cover === 0) return '·';
  return cover < 0.5 ? '▄' : '█';
}
