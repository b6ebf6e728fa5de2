// Words of printed pages, Chinese.
import type { printing as en } from '../en/printing.ts';

export const printing: Record<keyof typeof en, string> = {
  'printing.print': '打印…',
  'printing.on': '{date}打印',
  'printing.weight': '权重 {weight}',
  'printing.goes-on': '至 ¶ {paragraph}',
  'printing.memo': '备忘录：{memo}',
  'printing.columns': '第 {from} 至 {to} 列（共 {n} 列）',
};
