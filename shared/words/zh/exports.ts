// Words of the stage "exports", Chinese.
import type { exports as en } from '../en/exports.ts';

export const exports: Record<keyof typeof en, string> = {
  'refused.sheet-too-large':
    '工作表“{sheet}”有 {rows} 行、{columns} 列，超出电子表格的上限（1,048,576 行 × 16,384 列）；请用筛选缩小范围，或改为导出 csv。',
  'refused.export-folder-missing': '文件夹“{folder}”不存在；请先新建，或选择其他文件夹。',
  'refused.export-denied':
    '无法写入“{path}”，该文件可能正被其他程序打开，或文件夹不允许写入；请先在其他程序中关闭它，或选择其他文件夹。',
  'refused.export-disk-full': '“{folder}”所在的磁盘已满；请清出一些空间，或选择其他磁盘。',
  'refused.export-is-folder': '“{path}”是一个文件夹；请换一个文件名。',
  'refused.export-name-too-long': '“{path}”的文件名过长，此磁盘无法保存；请换一个较短的文件名。',
};
