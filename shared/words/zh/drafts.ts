// Words about words that were being written when a window or the program ended, Chinese.
import type { drafts as en } from '../en/drafts.ts';

export const drafts: Record<keyof typeof en, string> = {
  'drafts.are-there': '上次关闭时有 {n} 处文字尚未保存，已为您留存。',
  'drafts.show': '查看',
  'drafts.found': '曾写在这里、尚未保存：',
  'drafts.take': '填入',
  'drafts.drop': '舍弃',
};
