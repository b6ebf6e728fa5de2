// Which characters real texts are made of: tells the right decoding of a legacy text from the wrong ones.

/** The most frequent characters of running text in simplified and traditional Chinese (general frequency order). */
const chinese =
  '的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多' +
  '经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知' +
  '全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门' +
  '任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接' +
  '必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象完设式色路记南品住' +
  '告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运笔访谈村居区组织邻帮助支持参加信任社区活动问题干部钱' +
  '困难办找吗吧呢啊嘛哦呀哪谁怎些跟叫吃钱买卖租房楼街镇县省市孩妈爸老师学校工厂医院服务项目资源网络朋友亲戚每晚早午晨九六七八零百千半件张位' +
  '這個們來為國說時會對過發後裡種經麼學現當沒動還進樣開從實軍無長機關點業將兩間問應戰頭體見產話給門兒東聲員論處義幾認條係氣題爾' +
  '別變神總電數報結務場計資許統區隊決馬書則聽達強難權設記類據邊張該規萬領確傳師觀讓識帶導爭運訪談組織鄰幫參動錢辦嗎賣樓鎮縣媽醫' +
  '網絡親戰歡覺術實際環境關係議團體協會質詢請謝歲媒體報導標準備註與於裏啦喔囉您妳它們什麼怎樣那裡這裡';

/** The most frequent syllables of running Korean. */
const korean =
  '이다는의에가을고하로지은도한기사어서있그아를나리자해들대인일시스정과라보니수부전으만여장주했었습우제안면것동상원게생오조적구중' +
  '성소때모말거내와저요네더음각람위회물미무세터야너집알려';

const common = new Set(chinese + korean);
const punctuation =
  /[\u3000-\u3003\u3008-\u3011\u3014-\u3017\uff01-\uff0f\uff1a-\uff20\u2018-\u201d\u2013\u2014\u2026\u00b7]/u;
const kana = /[\u3041-\u3096\u30a1-\u30fc]/u;
const neverInText = /[\p{Co}\p{Cn}[\p{Cc}--[\t\n\v\f\r]]\uff61-\uff9f]/v;
const han = /\p{Script=Han}/u;
const hangul = /[\uac00-\ud7a3]/u;
/** Characters of C0 that no text needs. */
export const controls = /[\p{Cc}--[\t\n\v\f\r\u007f-\u009f]]/v;
const letterOrSign =
  /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Thai}\p{M}\u00a0«»£€°¡¿\u2010-\u2026]/u;

/** So many characters are judged at most. */
const sample = 20_000;

/**
 * How much the non-ASCII characters of `text` look like running text: about 0.8 for the right decoding of an East Asian
 * text, about 0.3 for a wrong one; null when all are ASCII.
 */
export function likelihood(text: string): number | null {
  let sum = 0;
  let count = 0;
  let previous = ' ';
  for (const character of text.slice(0, sample)) {
    if (character > '\u007f' || neverInText.test(character)) {
      sum += weightOf(character, previous);
      count += 1;
    }
    previous = character;
  }
  return count === 0 ? null : sum / count;
}

function weightOf(character: string, previous: string): number {
  if (neverInText.test(character)) return -3;
  if (common.has(character)) return /[a-z]/iu.test(previous) ? 0.5 : 1;
  if (punctuation.test(character)) return 1;
  if (kana.test(character)) return 0.9;
  if (hangul.test(character)) return 0.2;
  if (han.test(character)) return character > '\uffff' || character < '\u4e00' ? -0.5 : 0.25;
  return -0.3;
}

/**
 * The same for texts in single-byte encodings, where every decoding is possible: letters must stand as letters stand in
 * words, accented Latin ones must be few, and signs must be typographic ones.
 */
export function likelihoodOfWords(text: string): number | null {
  const head = text.slice(0, sample);
  const pieces = head.match(/\P{ASCII}+/gu);
  if (pieces === null) return null;
  if (controls.test(head)) return 0;
  let good = 0;
  let count = 0;
  for (const piece of pieces) {
    count += piece.length;
    const isLatin = /\p{Script=Latin}/u.test(piece);
    if (neverInText.test(piece) || /\p{Ll}\p{Lu}/u.test(piece) || (isLatin && piece.length > 3)) continue;
    for (const character of piece) if (letterOrSign.test(character)) good += 1;
  }
  const isMostlyAccents = count > head.length / 3 && (head.match(/[À-ɏ]/gu) ?? []).length > count / 2;
  return isMostlyAccents ? 0 : good / count;
}
