// What an importer returns: plain text, its speaker labels, and how it was read.

/** A marked range of the text that names who speaks next; no word of the speaker. Positions are UTF-16 units. */
export interface Label {
  readonly start: number;
  /** Exclusive; where the turn's own words may begin (white space after the label belongs to the label). */
  readonly end: number;
  /** Index into `ImportedDocument.speakers`. */
  readonly speaker: number;
}

export type SourceFormat = 'txt' | 'md' | 'docx' | 'vtt' | 'srt';

/** How the names of files end that can be imported, the most usual first. */
export const readableEndings: readonly `.${SourceFormat}`[] = ['.docx', '.txt', '.md', '.vtt', '.srt'];

/** What a file may hold beside its text: counted, not imported. */
export type LeftOut = 'footnotes' | 'endnotes' | 'comments' | 'images';

export type SpeakerRole = 'respondent' | 'interviewer';

export interface DetectedSpeaker {
  readonly name: string;
  readonly role: SpeakerRole;
  /** Number of labels with this name. */
  readonly turns: number;
}

/** A way of writing labels, and the turns that it gives. */
export interface FoundPattern {
  /** NAME stands for the speaker's name, TIME for a time stamp. */
  readonly pattern: string;
  readonly turns: number;
}

/** One imported text. Lists travel between processes by structured clone. */
export interface ImportedDocument {
  /** Paragraphs joined by '\n' (its only meaning here), well-formed Unicode, no BOM, no NUL; otherwise exactly what stood in the file. */
  readonly text: string;
  readonly format: SourceFormat;
  /** WHATWG name of the text encoding ('utf-8', 'gb18030', 'big5', 'utf-16le' …); null where the format fixes it (docx). */
  readonly encoding: string | null;
  /** In order, not overlapping. */
  readonly labels: readonly Label[];
  /** In order of first appearance. */
  readonly speakers: readonly DetectedSpeaker[];
  /** Start of each word, ascending (Intl.Segmenter, word-like segments only). */
  readonly wordStarts: Int32Array;
  /** Start of each unit of the Chinese word count (字数): every Han character and every other word is one. */
  readonly unitStarts: Int32Array;
  /** The ways in which its lines name who speaks, by how many; any of them, or another, may be chosen instead. */
  readonly patterns: readonly FoundPattern[];
  /** How many of each stood in the file; all 0 for a plain text. */
  readonly leftOut: Readonly<Record<LeftOut, number>>;
  /** Of the file as it was, hexadecimal. */
  readonly fileSha256: string;
  /** The file as it was. */
  readonly bytes: Uint8Array;
}
