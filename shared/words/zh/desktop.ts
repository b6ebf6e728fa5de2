// Words of the desktop shell, Chinese.
import type { desktop as en } from '../en/desktop.ts';

export const desktop: Record<keyof typeof en, string> = {
  'desktop.project-files': 'Crosscase 项目',
  'desktop.open-what': '任意文件夹中的 .crosscase 文件。',
  'desktop.engine-back': 'Crosscase 中保存项目的部分曾停止运行，现已重新启动；已显示保存的内容都已保存。',

  'refused.file-without-path': '“{file}”不是本机上的文件，请先保存到文件夹，再从那里选择。',
};
