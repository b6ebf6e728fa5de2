// Words of the sample study, Chinese.
import type { sample as en } from '../en/sample.ts';

export const sample: Record<keyof typeof en, string> = {
  'sample.name': '六街',
  'sample.about': '关于此示例',
  'sample.notice':
    '这是一份供练习用的示例：其中的地点、人物和每一句话都是虚构的。可以随意改动，需要时随时能再建一份新的。',
  'history.project.sample': '为“{name}”放入虚构的案例、资料和编码',
};
