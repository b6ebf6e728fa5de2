// Words of the stage "imports", Chinese.
import type { imports as en } from '../en/imports.ts';

export const imports: Record<keyof typeof en, string> = {
  'refused.speaker-pattern':
    '“{pattern}”没有说明说话人的名字在哪里：请在那个位置写一次“姓名”，如“[时间] 姓名：”。',
  'refused.import-missing': '找不到“{file}”：请检查它所在的文件夹，再重新选择。',
  'refused.import-folder': '“{file}”是文件夹：请选择其中的文件。',
  'refused.import-no-permission': '没有读取“{file}”的权限：请修改它的权限，或把它复制到自己的文件夹再导入。',
  'refused.import-unreadable': '无法从磁盘读取“{file}”：请把它复制到本机的文件夹，再导入副本。',
  'refused.import-too-large': '“{file}”有 {megabytes} MB，超过 {limit} MB 的上限：请拆分成几个文件再导入。',
  'refused.import-too-long': '“{file}”超过 {limit}00 万个字符：请拆分成几个文件再导入。',
  'refused.import-empty': '“{file}”里没有文字：请确认选对了文件。',
  'refused.import-not-text': '“{file}”不是文本：请另存为 .docx、.txt、.md、.vtt 或 .srt 再导入。',
  'refused.import-format':
    '“{file}”是 {format} 文件，不在可读取的格式之内：请另存为 .docx、.txt、.md、.vtt 或 .srt 再导入。',
  'refused.import-old-word': '“{file}”是旧版 Word 或 WPS 文档：请打开它，另存为 .docx 再导入。',
  'refused.import-protected': '“{file}”有密码保护：请打开它，取消保护并保存，再重新导入。',
  'refused.import-damaged': '“{file}”已损坏或不完整：请用 Word 或 WPS 打开，另存为新的 .docx 再导入。',
  'refused.import-unpacks-too-large':
    '“{file}”解压后远远超出文档所需的大小，因此没有打开：请把文字复制到新文档再导入。',
  'refused.import-encoding-unknown': '没有名为“{encoding}”的文字编码：请从以下各项中选择：{known}。',
  'refused.import-encoding-wrong':
    '“{file}”并非全部以 {encoding} 写成，第 {line} 行不符：请在“文字编码”一栏另选一种（命令行用 --encoding），或改好该行后重新保存。',
  'refused.import-text-damaged':
    '“{file}”是 {encoding} 编码的文本，但第 {line} 行已损坏：请用文本编辑器打开，改好该行，另存为 UTF-8 再导入。',
  'refused.import-encoding-undecided':
    '无法确定“{file}”的文字编码（可能是 {candidates}）：请在“文字编码”一栏选定（命令行用 --encoding）。',
  'refused.import-took-too-long':
    '读取“{file}”超过 {seconds} 秒，已经停止：请另存为新的 .docx 或 .txt 再导入。',
  'refused.import-needs-too-much-memory':
    '读取“{file}”占用内存过多，已经停止：请拆分成几个文件，或另存为 .txt 再导入。',
  'refused.import-could-not-be-read': '无法读取“{file}”：请另存为新的 .docx 或 .txt 再导入。',
  'refused.import-fault': '程序出错，无法读取“{file}”（{detail}）：请另存为新的 .docx 或 .txt 再导入。',
  'refused.import-cancelled': '已取消读取“{file}”：需要时请重新导入。',
};
