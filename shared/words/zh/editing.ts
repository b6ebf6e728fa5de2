// Words of editing texts, Chinese.
import type { editing as en } from '../en/editing.ts';

export const editing: Record<keyof typeof en, string> = {
  'table.versions': '文本的早先版本',
  'table.text_drafts': '文本草稿',

  'history.sources.edit':
    '编辑“{source}”的文本；{codings} 个编码片段随之移动，其中 {touched} 个文字有变，{removed} 个被删除',
  'history.sources.replace':
    '用更正后的文件替换“{source}”的文本；{codings} 个编码片段随之移动，其中 {touched} 个文字或位置有变，{removed} 个被删除',
  'history.sources.restoreVersion':
    '恢复“{source}”的早先版本及其编码片段；{touched} 个后来的编码片段文字有变，{removed} 个被删除',
  'history.sources.changeSpeaker': '更改“{source}”中一个话轮的说话人',

  'refused.text-changed': '“{source}”的文本此间已被修改；请重新打开，以免覆盖他人的工作。',
  'refused.bad-splice': '这次编辑指向“{source}”文本中不存在的位置；请重新打开文本，再编辑一次。',
  'refused.empty-text': '“{source}”将一字不剩；请改为删除这份资料，或保留部分文字。',
  'refused.codings-lost': '“{source}”中有 {n} 个编码片段将一字不剩；请说明如何处置：放到另一段文字，或删除。',
  'refused.unknown-version': '“{source}”没有这个版本；请从版本列表中选择。',
  'refused.unknown-turn': '“{source}”共有 {n} 个话轮；请选择其中一个。',
};
