// 已保存的矩阵及其单元格中所写内容的用语，中文。
import type { cells as english } from '../en/cells.ts';

export const cells: Readonly<Record<keyof typeof english, string>> = {
  'refused.unknown-matrix': '没有已保存的矩阵“{name}”；矩阵列表中有全部名称。',
  'near.refused.unknown-matrix': '没有已保存的矩阵“{name}”；是否指“{near}”？',
  'refused.matrix-exists': '已有另一个矩阵名为“{name}”；请换一个名称。',
  'refused.exclude-from-total': '引文只能从单元格中排除，不能从合计中排除；请选择不应计入它的单元格。',
  'refused.exclude-without-reason': '请说明这条引文为何不计入；理由会保留在记录中。',
  'refused.before-project': '项目始于 {date}；请选择这一天或之后的日期。',

  'rule.excluded': '研究者逐条说明理由，从 {cells} 个单元格中排除了 {n} 个参考点，不计入其中任何数字。',
  'rule.as-of': '项目在 {date} 的状态。',

  'table.matrices': '已保存的矩阵',
  'table.matrix_cells': '矩阵单元格中的记录',
  'table.cell_quotes': '单元格中置顶或排除的引文',

  'history.matrices.save': '保存了矩阵“{matrix}”',
  'history.matrices.update': '修改了矩阵“{matrix}”',
  'history.matrices.duplicate': '由“{matrix}”复制出矩阵“{copy}”',
  'history.matrices.remove': '删除了矩阵“{matrix}”',
  'history.cells.summarise': '{written|撰写|删除}了“{matrix}”中 {cell} 的摘要',
  'history.cells.rate': '将“{matrix}”中的 {cell} 评为 {rating}',
  'history.cells.explain': '说明了“{matrix}”中 {cell} 为何没有内容',
  'history.cells.quote':
    '在“{matrix}”的 {cell} 中{pinned|置顶了|}{left|排除了|}{back|取消了对|}一条引文{back|的标记|}',

  'help.matrices': '列出已保存的矩阵，或显示其中一个',
  'notes.matrices':
    '已保存的矩阵是在窗口中命名的问题。--show 重新统计；从单元格中排除的引文不计入。--at 按项目在那一天结束时的状态统计，不做任何更改。',
  'option.show-matrix': '要显示的已保存矩阵的名称',
  'option.at': '按项目在这一天结束时的状态（2026-05-14）',
  'value.day': '日期',
  'usage.not-a-day': '“{text}”不是 {option} 可用的日期；请写成 2026-05-14。',
  'head.matrix': '矩阵',
  'head.question': '行 × 列',
  'head.summaries': '摘要',
  'head.changed': '更改时间',
  'terminal.no-matrices': '还没有保存的矩阵；请在窗口中保存。',
};
