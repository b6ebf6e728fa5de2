// Words of the reading text: how it is set, the overview, what lies under the pointer, Chinese.
import type { reading as english } from '../en/reading.ts';

export const reading: Record<keyof typeof english, string> = {
  'reading.look': '正文字号与行宽',
  'reading.size': '字号',
  'reading.width': '行宽',
  'reading.pixels': '{n} 像素',
  'reading.letters': '约 {n} 字',
  'reading.larger': '放大正文',
  'reading.smaller': '缩小正文',
  'reading.wider': '加宽行',
  'reading.narrower': '收窄行',
  'reading.as-usual': '恢复默认',
  'reading.size-is': '正文字号：{n} 像素',
  'reading.width-is': '每行约 {characters} 个汉字，或 {letters} 个字母',
  'reading.keys': '正文排版',
  'reading.overview': '在全文中的位置',
  'reading.overview-at': '第 {paragraph} 段，共 {n} 段',
  'reading.more-here': '此处还有 {n} 个编码',
};
