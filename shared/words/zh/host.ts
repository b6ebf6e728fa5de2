// Words of the browser host, Chinese.
import type { host as en } from '../en/host.ts';

export const host: Record<keyof typeof en, string> = {
  'host.open': 'Crosscase 已就绪：{url}',
  'host.once': '此地址仅可使用一次，{seconds} 秒内有效。按回车键可得到新地址，按 Ctrl+C 停止。',
  'host.building': '正在生成界面，请稍候几秒 …',
  'host.stopped': 'Crosscase 已停止，所有内容均已保存。',

  'refused.no-project': '尚未打开项目，请先打开或新建一个项目。',
  'refused.session-ended':
    '此页面已与主程序断开，或所用地址已失效；请重新启动 Crosscase，或在其终端中按回车键，再打开新地址。',
  'refused.connection-lost': '连接在得到答复之前中断，请查看修改是否已生效，如未生效请再做一次。',
  'refused.upload-too-large': '“{file}”超过 {megabytes} MB，请拆分文件或去掉其中的图片。',
  'refused.upload-not-kept': '“{file}”未能保存到本机，请腾出磁盘空间后重新选择。',
  'refused.not-in-a-folder': '“{path}”不能用来存放项目，请写明文件夹和文件名。',
  'refused.port-taken': '端口 {port} 已被占用，请换一个端口，或省略 --port。',
  'refused.start-usage':
    '无法识别“{word}”，写法为：npm start -- [项目.crosscase] [--port 端口号] [--no-open]。',
};
