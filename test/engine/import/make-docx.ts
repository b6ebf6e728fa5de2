// Word documents and other archives, made by code.
import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';

export const wordNamespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** The main part around the XML of a body; `root` adds attributes to the root element. */
export function mainPart(body: string, root = ''): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:document xmlns:w="${wordNamespace}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" ${root}><w:body>${body}</w:body></w:document>`;
}

export function relations(target: string): string {
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="${target}"/></Relationships>`;
}

/** An archive of these parts, in this order; a name may stand twice. */
export async function aZip(
  parts: readonly (readonly [string, string | Uint8Array])[],
  compress = true,
): Promise<Uint8Array> {
  const zip = new ZipFile();
  for (const [name, content] of parts) zip.addBuffer(Buffer.from(content), name, { compress });
  zip.end();
  return new Uint8Array(await buffer(zip.outputStream));
}

export function aDocx(body: string): Promise<Uint8Array> {
  return aZip([
    ['[Content_Types].xml', '<Types/>'],
    ['_rels/.rels', relations('word/document.xml')],
    ['word/document.xml', mainPart(body)],
  ]);
}

/** A paragraph of one run. */
export function paragraph(text: string): string {
  return `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
}
