// Words of the stages text, cases and coding, Chinese.
import type { coding as en } from '../en/coding.ts';

export const coding: Record<keyof typeof en, string> = {
  'refused.unknown-source': '项目中没有资料“{name}”，可在资料列表中查看。',
  'refused.unknown-code': '项目中没有编码“{name}”，可在编码本中查看。',
  'refused.unknown-speaker': '项目中没有说话人“{name}”，可在资料列表中查看。',
  'refused.unknown-coding': '没有编号为“{id}”的编码片段，可在引文列表中查看编号。',
  'refused.unknown-coder': '项目中没有编码员“{name}”，现有编码员：{known}。',
  'refused.code-exists': '此处已有编码“{name}”，请换一个名称。',
  'refused.short-id-exists': '简短编号“{name}”已被使用，请换一个。',
  'refused.id-in-use': '编号“{id}”已属于另一个编码片段，请为每个片段使用不同的编号。',
  'refused.span': '片段 {start}–{end} 超出“{source}”的范围（0–{length}）或为空，请让起点小于终点。',
  'refused.not-found': '“{source}”中没有“{text}”，请逐字复制原文，包括大小写和空格。',
  'refused.several': '“{text}”在“{source}”中出现 {n} 次，请指明第几处（从 1 数起）。',
  'refused.no-nth': '“{text}”在“{source}”中出现 {n} 次，没有第 {nth} 处。',
  'refused.not-a-number': '“{attribute}”应为数字，“{value}”不是数字。',
  'refused.not-a-date': '“{attribute}”应为日期，请写成 2026、2026-05 或 2026-05-31，而不是“{value}”。',
  'refused.not-a-yes-no': '“{attribute}”应为是或否，“{value}”两者都不是。',
  'refused.not-a-choice': '“{attribute}”应为以下之一：{choices}；其中没有“{value}”。',
  'refused.pair-measure':
    '编码与编码的交叉表按成对计数；请选择 references 或 c-coefficient，或选择 jaccard 并以 turn 或 passage 为单位。',
  'refused.only-pairs': '邻近方式、c 系数和 Jaccard 用于比较编码与编码；请让行和列都为编码，或选择其他度量。',
};
