// A workbook as xlsx bytes: inline strings and true numbers, never a formula, the same bytes for the same tables.
import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';
import type { CellPlace, Workbook } from '../../../shared/export/sheet.ts';
import { Refused } from '../../../shared/refused.ts';
import { coreProperties, fixedParts, workbookPart } from './xlsx-parts.ts';
import { sheetNames } from './xlsx-names.ts';
import { sheetPart } from './xlsx-sheet.ts';

/** What a worksheet holds at most, by the file format. */
const maxRows = 1_048_576;
const maxColumns = 16_384;

export interface XlsxFile {
  readonly bytes: Uint8Array;
  /** Cells whose text was longer than a cell may hold and was cut; each ends with '…'. */
  readonly cut: readonly CellPlace[];
}

/**
 * Writes the workbook in Office Open XML (ECMA-376). Refused when a sheet is larger than a worksheet may be.
 * Control characters that XML cannot hold are left out.
 */
export async function toXlsx(workbook: Workbook): Promise<XlsxFile> {
  const names = sheetNames(workbook.sheets.map((sheet) => sheet.name));
  const cut: CellPlace[] = [];
  const zip = new ZipFile();
  const add = (path: string, content: string | Buffer) =>
    zip.addBuffer(Buffer.from(content), path, fixedDate());
  for (const [path, xml] of fixedParts(names.length)) add(path, xml);
  add('docProps/core.xml', coreProperties(workbook.title));
  add('xl/workbook.xml', workbookPart(workbook.sheets, names));
  for (const [index, sheet] of workbook.sheets.entries()) {
    const columns = sheet.rows.reduce((most, row) => Math.max(most, row.length), 0);
    if (sheet.rows.length > maxRows || columns > maxColumns)
      throw new Refused('refused.sheet-too-large', { sheet: sheet.name, rows: sheet.rows.length, columns });
    add(`xl/worksheets/sheet${index + 1}.xml`, sheetPart({ sheet, index, columns, names, cut }));
  }
  zip.end();
  return { bytes: await buffer(zip.outputStream), cut };
}

/** A zip entry's date is local time: the first moment it can name, on every machine the same bytes. */
function fixedDate() {
  return { mtime: new Date(1980, 0, 1), forceDosTimestamp: true };
}
