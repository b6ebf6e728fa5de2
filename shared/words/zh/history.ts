// Words of the history, Chinese.
import type { history as en } from '../en/history.ts';

export const history: Record<keyof typeof en, string> = {
  'history.project.create': '新建项目“{name}”',
  'history.project.create-with': '新建项目“{name}”，采用编码本“{framework}”',
  'history.import.files': '导入“{source}”',
  'history.cases.set': '{made|新建|修改}案例“{case}”',
  'history.codes.add': '添加编码“{code}”',
  'history.codings.add': '为“{source}”¶{paragraph} 编码“{code}”',
  'history.codings.addNew': '新建编码“{code}”，并用它为“{source}”¶{paragraph} 编码',
  'history.codings.remove': '删除“{source}”¶{paragraph} 的编码“{code}”',
  'history.undo': '撤销：{what}',
  'history.redo': '重做：{what}',
  'history.codings.update': '修改“{source}”¶{paragraph} 的编码“{code}”',
  'history.codes.update': '修改编码“{code}”',
  'history.codes.move': '移动编码“{code}”',
  'history.codes.remove':
    '删除编码“{code}”（共 {codes} 个编码；{codings} 个编码片段{moved|移到其他编码|一并删除}）',
  'history.sources.update': '修改资料“{source}”',
  'history.sources.remove': '删除资料“{source}”及其 {codings} 个编码片段',
  'history.speakers.update': '修改说话人“{speaker}”',
  'history.cases.rename': '案例“{before}”改名为“{case}”',
  'history.cases.remove': '删除案例“{case}”',
  'history.cases.detach': '将“{what}”移出案例“{case}”',
  'history.attributes.add': '添加属性“{attribute}”',
  'history.phases.add': '添加阶段“{phase}”',
  'history.phases.rename': '阶段“{before}”改名为“{phase}”',
  'history.phases.move': '移动阶段“{phase}”',
  'history.phases.remove': '删除阶段“{phase}”',
  'history.code-sets.update': '{made|新建|修改}编码集“{set}”',
  'history.code-sets.remove': '删除编码集“{set}”',
};
