// The values that the program itself names (levels, directions, roles), with the words that they answer to.
import type { CorpusEntry } from './corpus.ts';

export const levels: readonly CorpusEntry[] = [
  own('1', ['weak', 'level 1', '弱', '水平 1', '程度 1']),
  own('2', ['emerging', 'level 2', '渐强', '水平 2', '程度 2']),
  own('3', ['strong', 'level 3', '强', '水平 3', '程度 3']),
];

export const directions: readonly CorpusEntry[] = [
  own('1', ['positive', '+1', '正向']),
  own('0', ['neutral', '中性']),
  own('-1', ['negative', '−1', '负向']),
];

export const roles: readonly CorpusEntry[] = [own('respondent', ['受访者']), own('interviewer', ['访谈者'])];

export const yesWords = ['yes', 'y', 'true', '1', '是', '有'];
export const noWords = ['no', 'n', 'false', '0', '否', '无'];

function own(id: string, alsoNames: readonly string[]): CorpusEntry {
  return { id, name: id, alsoNames };
}
