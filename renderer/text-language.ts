// Which language a text is set in.
/** For line breaks, marks and leading: Chinese where Han characters are many in the beginning of the text, not a few. */
export function languageOf(text: string): 'zh-CN' | 'en' {
  const beginning = text.slice(0, 4000);
  const han = beginning.match(/\p{Script=Han}/gu)?.length ?? 0;
  return han > beginning.length / 8 ? 'zh-CN' : 'en';
}
