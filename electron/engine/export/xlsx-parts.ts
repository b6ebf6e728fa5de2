// The parts of an xlsx file that are not cells: types, relations, properties, styles, the list of sheets.
import type { NumberLook, Sheet } from '../../../shared/export/sheet.ts';
import { columnName, quotedSheetName } from './xlsx-names.ts';

export const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const schemas = 'http://schemas.openxmlformats.org';
export const mainNamespace = `${schemas}/spreadsheetml/2006/main`;
const officeRelation = `${schemas}/officeDocument/2006/relationships`;
const packageRelation = `${schemas}/package/2006/relationships`;
const partType = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Text or attribute value as XML; it must hold no character that XML forbids. */
export function xmlText(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** Index into the cell formats of `styles`: plain, heading, link, heading with a link; the same for each look of numbers. */
export function cellStyle(heading: boolean, link: boolean, look: NumberLook | undefined): number {
  return (heading ? 1 : 0) + (link ? 2 : 0) + 4 * looks.indexOf(look);
}

/** The same for what heads a column: over a line, at the side where its column's numbers stand. */
export function headStyle(isOverNumbers: boolean): number {
  return 4 * looks.length + (isOverNumbers ? 1 : 0);
}

/** The same for words that stand this deep, from 1, under others. */
export function indentedStyle(heading: boolean, link: boolean, depth: number): number {
  const before = 4 * looks.length + 2 + 4 * (Math.min(depth, deepest) - 1);
  return before + cellStyle(heading, link, undefined);
}

/** Words that stand deeper are moved no further. */
const deepest = 15;

const looks: readonly (NumberLook | undefined)[] = [undefined, 'percent', 'fraction'];
/** Numbers of formats: general, our own below, and 0.00, which every spreadsheet knows. */
const formatOfLook = [0, 164, 2];

/** Path and content of the parts that depend on nothing but the number of sheets. */
export function fixedParts(sheets: number): [path: string, xml: string][] {
  const numbers = Array.from({ length: sheets }, (_, index) => index + 1);
  const types = numbers.map(
    (n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${partType}.worksheet+xml"/>`,
  );
  const relations = numbers.map((n) =>
    relation(n, `${officeRelation}/worksheet`, `worksheets/sheet${n}.xml`),
  );
  const stylesRelation = relation(sheets + 1, `${officeRelation}/styles`, 'styles.xml');
  return [
    [
      '[Content_Types].xml',
      `${xmlHead}<Types xmlns="${schemas}/package/2006/content-types">` +
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
        '<Default Extension="xml" ContentType="application/xml"/>' +
        `<Override PartName="/xl/workbook.xml" ContentType="${partType}.sheet.main+xml"/>${types.join('')}` +
        `<Override PartName="/xl/styles.xml" ContentType="${partType}.styles+xml"/>` +
        '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>' +
        '</Types>',
    ],
    [
      '_rels/.rels',
      `${xmlHead}<Relationships xmlns="${packageRelation}">` +
        relation(1, `${officeRelation}/officeDocument`, 'xl/workbook.xml') +
        relation(2, `${packageRelation}/metadata/core-properties`, 'docProps/core.xml') +
        '</Relationships>',
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `${xmlHead}<Relationships xmlns="${packageRelation}">${relations.join('')}${stylesRelation}</Relationships>`,
    ],
    ['xl/styles.xml', styles()],
  ];
}

/** The document's properties: a title, no person and no date. */
export function coreProperties(title: string): string {
  const clean = title.toWellFormed().replace(/[\p{Cc}\uFFFE\uFFFF]/gu, ' ');
  return (
    `${xmlHead}<cp:coreProperties xmlns:cp="${schemas}/package/2006/metadata/core-properties" ` +
    `xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${xmlText(clean)}</dc:title></cp:coreProperties>`
  );
}

/** The list of sheets under their valid `names`, with the headings that are repeated on each printed page. */
export function workbookPart(sheets: readonly Sheet[], names: readonly string[]): string {
  const list = names.map(
    (name, index) => `<sheet name="${xmlText(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  const titles = names.flatMap((name, index) => {
    const { headerRows = 0, headerColumns = 0 } = sheets[index] ?? {};
    const ranges: string[] = [];
    if (headerColumns > 0) ranges.push(`${quotedSheetName(name)}!$A:$${columnName(headerColumns - 1)}`);
    if (headerRows > 0) ranges.push(`${quotedSheetName(name)}!$1:$${headerRows}`);
    const start = `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">`;
    return ranges.length > 0 ? [`${start}${xmlText(ranges.join(','))}</definedName>`] : [];
  });
  return (
    `${xmlHead}<workbook xmlns="${mainNamespace}" xmlns:r="${officeRelation}"><bookViews><workbookView/></bookViews>` +
    `<sheets>${list.join('')}</sheets>` +
    `${titles.length > 0 ? `<definedNames>${titles.join('')}</definedNames>` : ''}</workbook>`
  );
}

function relation(id: number, type: string, target: string): string {
  return `<Relationship Id="rId${id}" Type="${type}" Target="${target}"/>`;
}

function styles(): string {
  const font = (inner: string) => `<font>${inner}<sz val="11"/><name val="Calibri"/><family val="2"/></font>`;
  const linkColour = '<color rgb="FF0563C1"/>';
  const fonts = [
    font(''),
    font('<b/>'),
    `<font><u/><sz val="11"/>${linkColour}<name val="Calibri"/><family val="2"/></font>`,
    `<font><b/><u/><sz val="11"/>${linkColour}<name val="Calibri"/><family val="2"/></font>`,
  ];
  const format = (look: number, fontId: number, side = '') =>
    `<xf numFmtId="${formatOfLook[look]}" fontId="${fontId}" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" ` +
    `applyFont="1" applyAlignment="1"><alignment${side} vertical="top" wrapText="1"/></xf>`;
  const headFormat = (side: string) =>
    '<xf numFmtId="0" fontId="1" fillId="0" borderId="1" xfId="0" applyFont="1" applyBorder="1" applyAlignment="1">' +
    `<alignment${side} vertical="bottom" wrapText="1"/></xf>`;
  const formats = [
    ...looks.flatMap((_, look) => fonts.map((__, fontId) => format(look, fontId))),
    ...['', ' horizontal="right"'].map(headFormat),
    ...Array.from({ length: deepest }, (_, at) => ` horizontal="left" indent="${at + 1}"`).flatMap((side) =>
      fonts.map((__, fontId) => format(0, fontId, side)),
    ),
  ];
  return (
    `${xmlHead}<styleSheet xmlns="${mainNamespace}"><numFmts count="1"><numFmt numFmtId="164" formatCode="0.0%"/></numFmts><fonts count="${fonts.length}">${fonts.join('')}</fonts>` +
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
    '<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left/><right/><top/>' +
    '<bottom style="thin"><color rgb="FF000000"/></bottom><diagonal/></border></borders>' +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    `<cellXfs count="${formats.length}">${formats.join('')}</cellXfs>` +
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
  );
}
