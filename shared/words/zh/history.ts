// Words of the history, Chinese.
import type { history as en } from '../en/history.ts';

export const history: Record<keyof typeof en, string> = {
  'history.project.create': '新建项目“{name}”',
  'history.project.create-with': '新建项目“{name}”，采用编码本“{framework}”',
  'history.import.files': '导入“{source}”',
  'history.cases.set': '{made|新建|修改}案例“{case}”',
  'history.codes.add': '添加编码“{code}”',
  'history.codings.add': '为“{source}”¶{paragraph} 编码“{code}”',
  'history.codings.remove': '删除“{source}”¶{paragraph} 的编码“{code}”',
  'history.undo': '撤销：{what}',
  'history.redo': '重做：{what}',
};
