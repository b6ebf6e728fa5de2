// The formats that a table or a document can leave the program in.

/** Documents: text, tables with caption and note. */
export const documentFormats = ['docx', 'html', 'tex', 'md'] as const;
/** 'tidy': csv with one row a coding, for R and Python. */
export const tableFormats = ['xlsx', ...documentFormats, 'csv', 'tidy'] as const;

export type DocumentFormat = (typeof documentFormats)[number];
export type TableFormat = (typeof tableFormats)[number];

export function isDocumentFormat(format: string): format is DocumentFormat {
  return documentFormats.some((each) => each === format);
}

/** True where a file of the format is text, which may stand on standard output as well. */
export function isTextFormat(format: TableFormat): boolean {
  return format !== 'xlsx' && format !== 'docx';
}

/** How the name of a file of the format ends, without the dot. */
export function endingOf(format: TableFormat): string {
  return format === 'tidy' ? 'csv' : format;
}
