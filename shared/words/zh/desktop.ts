// Words of the desktop shell, Chinese.
import type { desktop as en } from '../en/desktop.ts';

export const desktop: Record<keyof typeof en, string> = {
  'desktop.project-files': 'Crosscase 项目',
  'desktop.open-what': '任意文件夹中的 .crosscase 文件。',
  'desktop.engine-back': 'Crosscase 中保存项目的部分曾停止运行，现已重新启动；已显示保存的内容都已保存。',
  'menu.file': '文件',
  'menu.edit': '编辑',
  'menu.view': '显示',
  'menu.go': '前往',
  'menu.code': '编码',
  'menu.window': '窗口',
  'menu.help': '帮助',
  'menu.cut': '剪切',
  'menu.copy': '复制',
  'menu.paste': '粘贴',
  'menu.selectAll': '全选',
  'menu.resetZoom': '实际大小',
  'menu.zoomIn': '放大',
  'menu.zoomOut': '缩小',
  'menu.togglefullscreen': '全屏',
  'menu.minimize': '最小化',
  'menu.zoom': '缩放',
  'menu.close': '关闭窗口',
  'menu.quit': '退出 Crosscase',
  'menu.about': '关于 Crosscase',
  'menu.hide': '隐藏 Crosscase',
  'menu.hideOthers': '隐藏其他窗口',
  'menu.unhide': '全部显示',
  'menu.front': '全部移到最前',

  'refused.file-without-path': '“{file}”不是本机上的文件，请先保存到文件夹，再从那里选择。',
};
