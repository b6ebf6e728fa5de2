// What can be chosen to be exported from a view, and what writes it.
import { endingOf, isDocumentFormat, type TableFormat } from '../../shared/export/formats.ts';
import { must } from '../../shared/must.ts';
import type { Language } from '../../shared/words/say.ts';
import type { PictureFormat } from '../charts/picture.ts';
import type { ExportedFile } from '../../shared/contract/matrices.ts';

export type ExportFormat = TableFormat | PictureFormat;

export interface ExportTo {
  /** A token. */
  readonly file: string;
  readonly language: Language;
  readonly names: 'real' | 'pseudonyms';
}

/** How many texts were cut, and at how many places a pseudonym stands. */
export type Written = Pick<ExportedFile, 'cut' | 'replaced'>;

/** One of the things that leave a view. */
interface Subject<F extends ExportFormat> {
  readonly id: string;
  /** As it is offered. */
  readonly text: string;
  /** What its file is called where no other name is typed. */
  readonly title: string;
  /** The usual one first. */
  readonly formats: readonly F[];
  /** What a file of the format holds. */
  readonly about: (format: F) => string;
  /** Documents of it take the quotes behind the numbers along. */
  readonly hasAppendix?: boolean;
  readonly write: (to: ExportTo & { readonly format: F }, appendix: boolean) => Promise<Written>;
}

export type ExportSubject = Subject<ExportFormat>;

/** A subject among others, which is only asked for its own formats. */
export function subjectOf<F extends ExportFormat>({ about, write, ...subject }: Subject<F>): ExportSubject {
  const own = (format: ExportFormat): F =>
    must(
      subject.formats.find((each) => each === format),
      'a format of the subject',
    );
  return {
    ...subject,
    about: (format) => about(own(format)),
    write: ({ format, ...to }, appendix) => write({ ...to, format: own(format) }, appendix),
  };
}

export interface ExportChoice {
  /** Its id. */
  readonly subject: string;
  readonly format: ExportFormat;
  /** With the quotes behind the numbers. */
  readonly appendix: boolean;
  readonly names: 'real' | 'pseudonyms';
}

/** The format chosen before, where the subject has it. */
export function chosenFormat({ formats }: ExportSubject, { format }: ExportChoice): ExportFormat {
  return formats.find((each) => each === format) ?? must(formats[0], 'a format');
}

export function endingOfFormat(format: ExportFormat): string {
  return format === 'svg' || format === 'png' ? format : endingOf(format);
}

export function takesAppendix(subject: ExportSubject, choice: ExportChoice): boolean {
  return subject.hasAppendix === true && isDocumentFormat(chosenFormat(subject, choice));
}
