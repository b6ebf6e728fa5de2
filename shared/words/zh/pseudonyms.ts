// Words of pseudonyms, Chinese.
import type { pseudonyms as en } from '../en/pseudonyms.ts';

export const pseudonyms: Record<keyof typeof en, string> = {
  'table.pseudonyms': '化名',
  'history.pseudonyms.set': '将“{name}”的化名设为“{pseudonym}”',
  'history.pseudonyms.set-more': '为“{name}”及另外 {more} 个名称设置化名',
  'history.pseudonyms.remove': '删除“{name}”的化名',
  'refused.name-without-letters': '“{name}”中没有可供查找的文字或数字；请按文本中的写法填写名称。',
  'refused.name-in-pseudonym': '化名“{pseudonym}”中含有要替换的名称“{name}”；请换一个化名。',
  'near.refused.unknown-pseudonym': '化名表中没有名称“{name}”；是否指“{near}”？',
  'refused.unknown-pseudonym': '化名表中没有名称“{name}”。',
  'export.names': '名称',
  'export.pseudonyms': '名称均以化名代替（{n} 处）。',
  'export.made-on': '由 Crosscase 于 {date} 制作。',
  'export.made-of': '由 Crosscase 于 {date} 制作，项目状态为 {state}。',
  'head.pseudonym': '化名',
  'help.pseudonyms': '列出名称及其在导出内容中的化名；设置、删除、查找',
  'notes.pseudonyms':
    '只要有化名，表格、引文、报告和方法附录导出时都以化名代替名称；--names real 保留原名。存入的文本不变。西文名称按整词查找，中文名称在任何位置查找；单个词的名称区分大小写。化名表存于项目文件中，请勿将项目文件与导出内容一并交给他人。化名后的数据仍属于个人信息。',
  'option.names': '导出时的名称：pseudonyms（有化名时的默认值）或 real',
  'option.pseudonym': '此名称导出时用此化名，可重复',
  'option.remove-name': '此名称导出时恢复原名',
  'option.find-name': '显示此名称在文本中的位置',
  'value.pseudonym': '名称=化名',
  'value.names': '方式',
  'terminal.pseudonyms': '名称均以化名代替（{n} 处）；--names real 可显示原名。',
  'terminal.no-pseudonyms': '还没有化名，名称将按原样导出。',
  'terminal.without-pseudonym': '没有化名的名称：{names}。',
  'pseudonyms.found': '“{name}”出现于 {sources} 份文本，共 {places} 处。',
  'pseudonyms.still-personal':
    '化名后的数据仍属于个人信息：熟悉实地情况的人仍可能认出当事人。化名表存于项目文件中，请勿将项目文件与导出内容一并交给他人。',
};
