// Words of the browser host, Chinese.
import type { host as en } from '../en/host.ts';

export const host: Record<keyof typeof en, string> = {
  'host.open': 'Crosscase 已就绪：{url}',
  'host.once': '此地址仅可使用一次，{seconds} 秒内有效。按回车键可得到新地址，按 Ctrl+C 停止。',
  'host.building': '正在生成界面，请稍候几秒 …',
  'host.fetching': '正在获取桌面窗口的运行环境，仅此一次，约 110 MB …',
  'host.no-desktop-package': '未安装“electron”软件包，无法打开桌面窗口；Crosscase 将改在浏览器中打开。',
  'host.no-desktop-runtime': '本机没有桌面窗口的运行环境，目前也无法获取；Crosscase 将改在浏览器中打开。',
  'host.no-desktop-screen': '这里没有可供桌面窗口使用的屏幕；Crosscase 将改在浏览器中打开。',
  'host.no-desktop-start': '桌面窗口未能启动；Crosscase 将改在浏览器中打开。',
  'host.stopped': 'Crosscase 已停止，所有内容均已保存。',

  'refused.no-desktop-package': '未安装“electron”软件包，请运行 npm ci，或用 --browser 启动。',
  'refused.no-desktop-runtime':
    '本机没有桌面窗口的运行环境，目前也无法获取，请连接网络，或用 --browser 启动。',
  'refused.no-desktop-screen': '这里没有可供桌面窗口使用的屏幕，请用 --browser 启动。',
  'refused.no-desktop-start': '桌面窗口未能启动，请用 --browser 启动。',
  'refused.no-project': '尚未打开项目，请先打开或新建一个项目。',
  'refused.session-ended':
    '此页面已与主程序断开，或所用地址已失效；请重新启动 Crosscase，或在其终端中按回车键，再打开新地址。',
  'refused.connection-lost': '连接在得到答复之前中断，请查看修改是否已生效，如未生效请再做一次。',
  'refused.upload-too-large': '“{file}”超过 {megabytes} MB，请拆分文件或去掉其中的图片。',
  'refused.upload-not-kept': '“{file}”未能保存到本机，请腾出磁盘空间后重新选择。',
  'refused.not-in-a-folder': '“{path}”不能用来存放项目，请写明文件夹和文件名。',
  'refused.port-taken': '端口 {port} 已被占用，请换一个端口，或省略 --port。',
  'refused.start-usage':
    '无法识别“{word}”，写法为：npm start -- [项目.crosscase] [--browser | --desktop] [--port 端口号] [--no-open]。',
};
