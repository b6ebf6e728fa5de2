// What a speaker label says by itself: whether it can be a name at all, who asks, and who is not named by it.
import type { SpeakerRole } from './document.ts';

/** How far a candidate looks like a label: 'name' by its form alone, 'perhaps' only where it recurs, 'no' never. */
export type NameShape = 'name' | 'perhaps' | 'no';

const longestName = 40;

/** The one spelling of a name: NFC, no white space at the ends, single spaces inside. */
export function normaliseName(name: string): string {
  return name.normalize('NFC').trim().replace(/\s+/gu, ' ');
}

/**
 * 'interviewer' for a label that says so by itself (Interviewer 1, Q, 访谈者, 主持人A …), else 'respondent'.
 * A number, a letter or a remark in brackets after the word changes nothing.
 */
export function roleOf(name: string): SpeakerRole {
  return interviewers.has(headWord(name)) ? 'interviewer' : 'respondent';
}

/**
 * True for a label that names no person across files: a role (Interviewer, 受访者2), a letter (R, A), a letter with one
 * digit (S1). A longer code (P07, A03) and initials (MF) do name somebody.
 */
export function isGenericLabel(name: string): boolean {
  return isSelfExplaining(name) || /^(?:[a-z]\d?|s\d+)$/u.test(fold(name));
}

/** True when the label alone tells that somebody speaks: Interviewer, Q, 受访者A; a bare letter may be a list's. */
export function isSelfExplaining(name: string): boolean {
  const word = headWord(name);
  return interviewers.has(word) || nameless.has(word);
}

/** Judges `name` (normalised) by its form. Marked names (heading, bold, brackets) may hold a comma: "Lima, Ana". */
export function shapeOf(name: string, marked: boolean): NameShape {
  if (name.length > longestName || !/^[\p{L}\p{N}《（(]/u.test(name) || !/\p{L}/u.test(name)) return 'no';
  if (/[。！？!?；;“”"「」『』…*#>|=<{}@\\[\]]|https?$/u.test(name) || isNoSpeaker(name)) return 'no';
  if (isSelfExplaining(name)) return 'name';
  return /\p{Script=Han}/u.test(name) ? shapeOfChinese(name) : shapeOfLatin(name, marked);
}

/** True for the keys of a transcript's head (Date, 地点 …), lead-ins (Example, 例如 …) and remarks (laughter, 停顿 …). */
export function isNoSpeaker(name: string): boolean {
  return noSpeakers.has(headWord(name)) || /^第.{1,3}$|^[一二三四五六七八九十]{1,3}$/u.test(name);
}

function shapeOfChinese(name: string): NameShape {
  const bare = withoutRemark(name).replace(/《[^》]*》/gu, '');
  if (
    /[，,]/u.test(bare) ||
    /(?:[说說是]|如下|来讲|來講|来看|來看|而言|包括|表示|指出|认为|認為|[问問答写寫]道|.{2}[讯訊电電]|消息|报道|報導)$/u.test(
      bare,
    )
  )
    return 'no';
  if (bare.length > 20) return 'no';
  return bare.length > 12 || /[的了我你您他她它这這那是不就都也很吗嗎呢吧]/u.test(bare) ? 'perhaps' : 'name';
}

function shapeOfLatin(name: string, marked: boolean): NameShape {
  const bare = withoutRemark(name);
  if (bare === '' || (!marked && bare.split(',').length > 2)) return 'no';
  const words = bare.split(/[ ,]+/u).filter((word) => word !== '');
  if (words.length > 6 || words.some((word) => word.endsWith('.') && !abbreviation.test(word))) return 'no';
  if (
    /^(?:said|says?|asked|replied|answered|added|are|is|was|this|that|then|following)$/iu.test(
      words.at(-1) ?? '',
    )
  )
    return 'no';
  if (/^\p{N}/u.test(bare) || bare.includes(',')) return 'perhaps';
  const proper = words.every((word) => !/^\p{Ll}/u.test(word) || particle.test(word));
  if (proper) return words.length <= 5 && !/^\p{Ll}/u.test(bare) ? 'name' : 'perhaps';
  return words.length <= 3 ? 'perhaps' : 'no';
}

const abbreviation = /^(?:\p{L}\.)+$|^(?:Dr|Mr|Mrs|Ms|Prof|St|Jr|Sr|Rev|Hon|Fr|Mme|Int)\.$/iu;
const particle =
  /^(?:de|da|do|dos|das|del|della|di|du|la|le|van|von|der|den|ten|bin|ibn|al|el|of|the|and|y|e|&)$/u;

function withoutRemark(name: string): string {
  return name.replace(/\s*[（(][^（）()]*[)）]\s*$/u, '');
}

/** Lower case, half-width, without a remark in brackets. */
function fold(name: string): string {
  return withoutRemark(name).normalize('NFKC').toLowerCase().replace(/\.$/u, '').trim();
}

/** Folded, and without the number or letter that tells namesakes apart: "Speaker 2", "居民A". */
function headWord(name: string): string {
  return fold(name).replace(
    /(?:[ #._-]*\d{1,3}|[ #._-]+[a-z]|(?<=\p{Script=Han})[a-z甲乙丙丁一二三四五六七八九十])$/u,
    '',
  );
}

const interviewers = wordSet(`
interviewer researcher moderator facilitator host q question i int mod
访谈者 访谈员 访谈人 访员 采访者 采访人 采访员 访问者 访问员 研究者 研究员 主持人 主持 调查员 调查者 记者 提问 提问者 问
訪談者 訪談員 訪談人 訪員 採訪者 採訪人 採訪員 訪問者 訪問員 研究員 主持 調查員 調查者 記者 提問 提問者 問`);

const nameless = wordSet(`
speaker respondent participant interviewee informant answer resident villager male female man woman person unknown
unidentified audience listener client student teacher
受访者 受访人 被访者 被访人 受访 说话人 发言人 讲话人 参与者 答 回答 答者 回答者 居民 村民 成员 组员 男 女 男声 女声 男士 女士 观众 听众 学生 未知 众人
受訪者 受訪人 被訪者 被訪人 受訪 說話人 發言人 講話人 參與者 成員 組員 男聲 女聲 觀眾 聽眾 學生 眾人`)
  .add('audience member')
  .add('focus group member');

const noSpeakers = wordSet(`
title date time location place venue setting duration length topic project file filename transcript transcription
transcriber recording recorded source url link media tags keywords participants attendees present language version author
pseudonym age gender occupation education note notes n.b nb ps example examples summary conclusion introduction background
context observation observations reflection reflections comment comments memo interpretation description definition
result results reason reasons warning important bibliography illustration chorus figure table chapter section appendix
important reminder attention tip todo action actions urls however so anyway but and well yes no ok okay because also then now here still again first second third finally podcast music laughter laughs laugh pause inaudible unintelligible crosstalk applause
silence break http https by re cc subject from to
标题 题目 主题 日期 时间 地点 时长 方式 访谈时间 访谈日期 访谈地点 访谈方式 访谈对象 录音 录音时长 整理 整理人 整理者 转录 转录人 转录者 记录 记录人 记录者 编号 项目 备注
性别 年龄 职业 学历 民族 籍贯 出席 列席 参加人员 与会人员 关键词 摘要 来源 链接 注 注意 重要 提醒 要点 待办 网址 注释 说明 例 例如 比如 譬如 举例 即 也就是说 换句话说 总之 结论 总结 小结 定义 概念
原因 结果 背景 目的 目标 方法 意义 首先 其次 再次 最后 另外 此外 同时 观察 反思 感想 思考 评论 分析 描述 解释 笑 笑声 大笑 停顿 沉默 听不清 掌声 音乐 问题是 因此 所以
標題 題目 主題 時間 地點 時長 訪談時間 訪談日期 訪談地點 訪談方式 訪談對象 錄音 錄音時長 整理 轉錄 轉錄人 記錄 記錄人 編號 項目 備註 性別 年齡 職業 學歷 與會人員 關鍵詞
來源 連結 註 注釋 說明 舉例 也就是說 換句話說 總之 結論 總結 小結 定義 結果 目標 意義 最後 觀察 評論 解釋 笑聲 停頓 聽不清 掌聲 音樂`)
  .add('transcribed by')
  .add('interview date')
  .add('for example')
  .add('to do')
  .add('key point')
  .add('key points')
  .add('next step')
  .add('next steps')
  .add('in short');

function wordSet(words: string): Set<string> {
  return new Set(words.trim().split(/\s+/u));
}
