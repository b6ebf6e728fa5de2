// How the code of a coding reads beside other words.

/** "T1 Trust among residents", or the name alone where it stands for the code: `code` is the short id, else the name. */
export function codeText({ code, codeName }: { readonly code: string; readonly codeName: string }): string {
  return code === codeName ? code : `${code} ${codeName}`;
}
