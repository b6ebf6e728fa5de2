// Words of the window's part "charts", Chinese.
import type { charts as en } from '../en/charts.ts';

export const charts: Record<keyof typeof en, string> = {
  'charts.shown-as': '显示为',
  'charts.table': '表格',
  'charts.bars': '条形图',
  'charts.bubbles': '气泡图',
  'charts.slopes': '斜率图',
  'charts.network': '网络图',
  'charts.dumbbells': '哑铃图',
  'charts.mean-of': '{unit} {value}，{n} 个案例的均值',
  'charts.rises': '上升，{by}：{rose} 个案例上升，{stayed} 个不变，{fell} 个下降',
  'charts.falls': '下降，{by}：{rose} 个案例上升，{stayed} 个不变，{fell} 个下降',
  'charts.stays': '不变：{rose} 个案例上升，{stayed} 个不变，{fell} 个下降',
  'charts.of': '{kind}：{title}',
  'charts.keys': '用方向键在数字间移动，按回车键打开引文。',
  'charts.too-many': '图形标记超过 {most} 个时无法辨读；请折叠类目、加筛选，或改看表格。',
  'charts.export-picture': '这张图',
};
