// Coded passages as a document: under their codes, each with its place, the rule and N beneath.
import { codeText } from '../../../shared/code-text.ts';
import type { Quote } from '../../../shared/contract/matrices.ts';
import type { DocumentPart } from '../../../shared/export/document.ts';
import { must } from '../../../shared/must.ts';
import { say, type Language } from '../../../shared/words/say.ts';
import { cited } from './quote-rows.ts';
import { ruleNote, type TableExport } from './table-export.ts';

export function passagesOf(
  language: Language,
  { title, rule }: TableExport,
  passages: readonly Quote[],
): DocumentPart[] {
  const groups = [...Map.groupBy(passages, ({ codeUid }) => codeUid).values()].flatMap(
    (group): DocumentPart[] => [
      {
        kind: 'heading',
        level: 2,
        text: say(language, 'export.group', {
          code: codeText(must(group[0], 'a passage of the code')),
          n: group.length,
        }),
      },
      ...group.map((quote) => ({ kind: 'paragraph', text: cited(language, quote) }) as const),
    ],
  );
  return [
    { kind: 'heading', level: 1, text: title },
    ...groups,
    { kind: 'note', text: ruleNote(language, rule) },
  ];
}
