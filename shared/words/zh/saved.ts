// Words of saved matrices in the window, Chinese.
import type { saved as en } from '../en/saved.ts';

export const saved: Record<keyof typeof en, string> = {
  'saved.list': '已保存',
  'saved.none': '暂无。保存表格或报告后可随时重新打开。',
  'saved.save': '保存当前内容',
  'saved.save-short': '保存',
  'saved.describe': '重命名与说明',
  'saved.duplicate': '复制一份',
  'saved.remove': '删除',
  'saved.name': '名称',
  'saved.description': '用途说明',
  'saved.keep': '保存',
  'saved.what':
    '保存的是问题及其筛选，每次打开都会重新统计。在已保存矩阵的单元格中可以写摘要、评分、置顶引文和排除引文。',
  'saved.copy-of': '{name}（副本）',
  'saved.differs': '当前内容与“{name}”所保存的不同。',
  'saved.go-back': '恢复',
  'saved.as-new': '另存',
  'saved.keep-changes': '保留更改',
  'saved.as-of': '查看某一天的状态…',
  'saved.as-of-what': '按项目在那一天结束时的状态统计，不做任何更改。',
  'saved.days': '有操作的日子',
  'saved.acts': '{n} {n|次操作|次操作}',
  'saved.other-day': '其他日期',
  'saved.show-then': '显示',
  'saved.stood': '项目在 {date} 的状态，只能查看，不能更改。',
  'saved.to-now': '回到现在',
  'charts.written': '摘要',
};
