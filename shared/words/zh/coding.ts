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
  'refused.no-depth': '编码本中没有第 {level} 级编码，请选择第 1 至 {deepest} 级。',
  'refused.unknown-case': '项目中没有案例“{name}”，可在案例列表中查看。',
  'refused.unknown-phase': '项目中没有阶段“{name}”，现有阶段：{known}。',
  'refused.source-exists': '已有名为“{name}”的资料，请换一个名称。',
  'refused.case-exists': '已有名为“{name}”的案例，请换一个名称。',
  'refused.phase-exists': '已有阶段使用“{name}”这个名称，请换一个名称。',
  'refused.speaker-exists': '同一案例中已有另一位名为“{name}”的说话人，请换一个名称。',
  'refused.attribute-exists': '已有名为“{name}”的属性，请换一个名称。',
  'refused.bad-choices': '“{name}”的取值来自列表，请给出列表中的值，至少一个，且不要重复。',
  'refused.not-in-case': '“{name}”不在案例“{case}”之中，请从该案例列出的资料或说话人中选择。',
  'refused.phase-in-use':
    '阶段“{name}”正在使用（{sources} 份资料，{codings} 个编码片段），请先为它们改用其他阶段。',
  'refused.code-lacks-phase': '编码“{code}”所设定的阶段“{phase}”已不在项目中，请先重新添加该阶段。',
  'refused.code-is-property':
    '“{code}”表示程度或阶段，由编码片段作为属性记录；请改为设置该片段的程度或阶段，或选择其他编码。',
  'refused.code-names-other': '“{code}”本身表示的程度或阶段与另外给出的不同，请去掉后者，或选择其他编码。',
  'refused.coding-differs':
    '同一编码员已为这段文字标注“{code}”，但阶段、程度、方向、权重或备忘录与此不同；请修改该编码片段（{id}），或先将其删除。',
  'refused.same-coding': '同一编码员已为这段文字标注“{code}”，请删除其中一个，或另选一段文字或编码。',
  'refused.code-under-itself': '“{parent}”属于“{code}”，不能把“{code}”移到其下，请选择其他位置。',
  'refused.not-a-sibling': '“{before}”不在目标位置，无法把“{code}”排在它之前，请选择同一位置的编码。',
  'refused.code-has-codings': '“{code}”及其下级编码共有 {n} 个编码片段，请选择一并删除，或移到其他编码之下。',
  'refused.move-to-removed': '“{code}”本身也将被删除，请选择一个保留的编码来接收这些编码片段。',
};
