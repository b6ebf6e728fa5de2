// Words of the stage project, Chinese.
import type { project as en } from '../en/project.ts';

export const project: Record<keyof typeof en, string> = {
  'phase.before': '之前',
  'phase.during': '期间',
  'phase.after': '之后',

  'refused.file-exists': '文件“{file}”已经存在，请换一个名称。',
  'refused.no-folder': '文件夹“{folder}”不存在，请先建立，或换一个位置。',
  'refused.no-file': '找不到文件“{file}”，请检查名称和所在文件夹。',
  'refused.not-a-project': '“{file}”不是 Crosscase 项目，请选择以 .crosscase 结尾的文件。',
  'refused.unreadable': '此账户无权读取“{file}”，请向所有者申请权限，或打开自己的副本。',
  'refused.newer-project': '“{file}”由更新版本的 Crosscase 建立，未作任何改动；请更新程序后再打开。',
  'refused.held': '另一个窗口或命令正在使用“{file}”，请先在那里关闭（此时仍可读取）。',
  'refused.read-only': '“{file}”不能写入，请复制到有写入权限的位置。',
  'refused.replaced':
    '“{file}”已被其他程序替换或删除；您的工作保存在旁边的“{copy}”中，请打开该文件进行比对。',
  'refused.disk-full': '磁盘已满，“{file}”未存入任何内容；请腾出空间后重试。',
  'refused.disk': '磁盘未接受对“{file}”的修改，未存入任何内容；请检查磁盘后重试。',
  'refused.damaged': '“{file}”已损坏；请打开最近的备份，并保留此文件以便修复。',
  'refused.backup-damaged': '项目未通过检查，因此没有备份；请运行检查查看损坏之处。',
  'refused.unknown-framework': '没有名为“{name}”的分析框架，可选：{known}。',
  'refused.nothing-to-undo': '没有可以撤销的操作。',
  'refused.nothing-to-redo': '没有可以重做的操作。',
  'refused.ambiguous': '“{name}”对应多个条目，请用编号指定其一：{candidates}。',
  'refused.bad-input': '未能理解请求“{call}”（{detail}），请检查所填内容。',

  'verify.file': '文件结构已损坏（{where}）。',
  'verify.text': '“{where}”的文本与存入时不一致。',
  'verify.original': '“{where}”保留的原件与存入时不一致。',
  'verify.quote': '编码片段的引文与原文不符（{where}）。',
  'verify.row': '有条目在程序之外被改动（{where}）。',
  'verify.history': '历史记录中有条目在程序之外被改动（{where}）。',
  'verify.reference': '有条目指向不存在的内容（{where}）。',
};
