import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { crc32, deflateRawSync } from 'node:zlib';
import { readDocument } from '../../../electron/engine/import/document.ts';
import { fileSize, readWhole } from '../../../electron/engine/import/limits.ts';
import { Refused, type RefusalKey } from '../../../shared/refused.ts';
import { sayRefusal } from '../../../shared/say-refused.ts';
import { aDocx, aZip, mainPart, paragraph, relations, wordNamespace } from './make-docx.ts';

/** The reading must be refused with this key, in both languages in one sentence that names the file. */
async function refuses(reading: Promise<unknown>, key: RefusalKey, file: string): Promise<void> {
  await assert.rejects(reading, (error) => {
    assert.ok(error instanceof Refused, String(error));
    assert.equal(error.refusal.key, key);
    for (const language of ['en', 'zh'] as const)
      assert.ok(sayRefusal(language, error.refusal).includes(file));
    return true;
  });
}

const bytes = (text: string): Uint8Array => Buffer.from(text, 'latin1');

function withMain(main: string | Uint8Array, compress = false): Promise<Uint8Array> {
  return aZip(
    [
      ['_rels/.rels', relations('word/document.xml')],
      ['word/document.xml', main],
    ],
    compress,
  );
}

/** Changes the header fields of the entry `name` in the directory and before its data. */
function forge(
  zip: Uint8Array,
  name: string,
  change: (header: DataView, isDirectory: boolean) => void,
): Uint8Array {
  const forged = Buffer.from(zip);
  for (const [signature, toName] of [
    ['PK\x01\x02', 46],
    ['PK\x03\x04', 30],
  ] as const) {
    for (
      let at = forged.indexOf(signature, 0, 'latin1');
      at >= 0;
      at = forged.indexOf(signature, at + 4, 'latin1')
    ) {
      if (forged.toString('latin1', at + toName, at + toName + name.length) !== name) continue;
      change(new DataView(forged.buffer, forged.byteOffset + at), toName === 46);
    }
  }
  return forged;
}

void test('files of other kinds are refused by name, whatever they are called', async () => {
  const ole = (text: string): Uint8Array =>
    Buffer.concat([
      bytes('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'),
      Buffer.alloc(600),
      Buffer.from(text, 'utf16le'),
    ]);
  for (const [content, name, key] of [
    [ole('WordDocument'), 'a.doc', 'refused.import-old-word'],
    [ole('WordDocument'), 'a.docx', 'refused.import-old-word'],
    [ole('Writer'), 'a.wps', 'refused.import-old-word'],
    [ole('EncryptedPackage'), 'a.docx', 'refused.import-protected'],
    [ole('Workbook'), 'a.xls', 'refused.import-format'],
    [bytes('%PDF-1.7 ...'), 'a.txt', 'refused.import-format'],
    [bytes('{\\rtf1 text}'), 'a.doc', 'refused.import-format'],
    [bytes('<!DOCTYPE html><p>text'), 'a.txt', 'refused.import-format'],
    [bytes('\x89PNG\r\n\x1a\n\0\0'), 'a.txt', 'refused.import-format'],
    [bytes('just words'), 'a.docx', 'refused.import-damaged'],
    [bytes('just words'), 'a.doc', 'refused.import-old-word'],
    [bytes('just words'), 'a.WPS', 'refused.import-old-word'],
    [bytes('ID3\x03\0\0'), 'a.txt', 'refused.import-format'],
    [bytes('\0\0\0\x18ftypmp42'), 'a.txt', 'refused.import-format'],
    [
      await aZip([
        ['mimetype', 'application/vnd.oasis.opendocument.text'],
        ['content.xml', '<x/>'],
      ]),
      'a.odt',
      'refused.import-format',
    ],
    [await aZip([['xl/workbook.xml', '<x/>']]), 'a.docx', 'refused.import-format'],
    [await aZip([['a.txt', 'hello']]), 'a.txt', 'refused.import-format'],
    [await aZip([['a.txt', 'hello']]), 'a.docx', 'refused.import-damaged'],
    [
      Uint8Array.from({ length: 5000 }, (_, index) => (index * 7919) % 256),
      'a.txt',
      'refused.import-not-text',
    ],
    [bytes('words\0words and more words'), 'a.txt', 'refused.import-not-text'],
  ] as const) {
    await refuses(readDocument(content, name), key, name);
  }
});

void test('a text that only begins with the letters of another format is a text', async () => {
  for (const text of [
    'ID3 told us: nobody knew.',
    'the ftyp of the town',
    'RIFF and WAVE were their names',
    'GIF8 is no word',
    'OggS said so',
    'fLaC too',
    '<htmlish words>',
    '%PDF-ish words',
  ]) {
    assert.equal((await readDocument(Buffer.from(text), 'a.txt')).text, text);
  }
});

void test('empty files are refused', async () => {
  for (const empty of ['', ' \n\t\r\n', '\xef\xbb\xbf', '\xef\xbb\xbf \n']) {
    await refuses(readDocument(bytes(empty), 'e.txt'), 'refused.import-empty', 'e.txt');
  }
  await refuses(readDocument(await aDocx('<w:p/><w:p/>'), 'e.docx'), 'refused.import-empty', 'e.docx');
});

void test('archives that are cut, corrupt or contradict themselves are refused', async () => {
  const docx = Buffer.from(await aDocx(paragraph('some words that are long enough to be cut')));
  const main = 'word/document.xml';
  const cut = docx.subarray(0, docx.length / 2);
  const wrongSum = forge(docx, main, (header, isDirectory) =>
    header.setUint32(isDirectory ? 16 : 14, 0x12345678, true),
  );
  const otherName = forge(docx, main, (header, isDirectory) => {
    if (!isDirectory) header.setUint8(30, 'x'.charCodeAt(0));
  });
  const farAway = forge(docx, main, (header, isDirectory) => {
    if (isDirectory) header.setUint32(42, 0x7fffffff, true);
  });
  const unknownMethod = forge(docx, main, (header, isDirectory) =>
    header.setUint16(isDirectory ? 10 : 8, 93, true),
  );
  const twice = await aZip([
    ['word/document.xml', mainPart(paragraph('first'))],
    ['word/document.xml', mainPart(paragraph('second'))],
  ]);
  const outside = forge(docx, '_rels/.rels', (header, isDirectory) => {
    for (const [index, character] of Array.from('../../../.a').entries())
      header.setUint8((isDirectory ? 46 : 30) + index, character.charCodeAt(0));
  });
  for (const damaged of [cut, wrongSum, otherName, farAway, unknownMethod, twice, outside]) {
    await refuses(readDocument(damaged, 'd.docx'), 'refused.import-damaged', 'd.docx');
  }
  const locked = forge(docx, main, (header, isDirectory) => header.setUint16(isDirectory ? 8 : 6, 1, true));
  await refuses(readDocument(locked, 'p.docx'), 'refused.import-protected', 'p.docx');
});

void test('archives that unpack to too much are refused without unpacking them', async () => {
  const zeros = await withMain(Buffer.alloc(40_000_000), true);
  assert.ok(zeros.length < 100_000);
  const huge = forge(zeros, 'word/document.xml', (header, isDirectory) =>
    header.setUint32(isDirectory ? 24 : 22, 300_000_000, true),
  );
  const liar = forge(zeros, 'word/document.xml', (header, isDirectory) =>
    header.setUint32(isDirectory ? 24 : 22, 500, true),
  );
  const many = Buffer.from(await aDocx(paragraph('words')));
  for (const at of [8, 10]) many.writeUInt16LE(20_001, many.length - 22 + at);
  const started = process.memoryUsage().arrayBuffers;
  await refuses(readDocument(zeros, 'b.docx'), 'refused.import-unpacks-too-large', 'b.docx');
  await refuses(readDocument(huge, 'b.docx'), 'refused.import-unpacks-too-large', 'b.docx');
  await refuses(readDocument(liar, 'b.docx'), 'refused.import-damaged', 'b.docx');
  await refuses(readDocument(many, 'b.docx'), 'refused.import-unpacks-too-large', 'b.docx');
  assert.ok(process.memoryUsage().arrayBuffers - started < 50_000_000);
});

void test('entries that share one stream are read one by one, within the limits', async () => {
  const content = Buffer.alloc(10 * 1024 * 1024);
  const data = deflateRawSync(content);
  const local = Buffer.alloc(31);
  local.write('PK\x03\x04', 'latin1');
  for (const [at, value] of [
    [14, crc32(content)],
    [18, data.length],
    [22, content.length],
  ] as const)
    local.writeUInt32LE(value, at);
  local.writeUInt16LE(8, 8);
  local.writeUInt16LE(1, 26);
  local.write('f', 30);
  const directory = Array.from({ length: 500 }, (_, index) => {
    const name = index === 0 ? 'word/document.xml' : `word/${index}.xml`;
    const entry = Buffer.alloc(46);
    entry.write('PK\x01\x02', 'latin1');
    entry.writeUInt16LE(8, 10);
    for (const [at, value] of [
      [16, crc32(content)],
      [20, data.length],
      [24, content.length],
    ] as const)
      entry.writeUInt32LE(value, at);
    entry.writeUInt16LE(name.length, 28);
    return Buffer.concat([entry, Buffer.from(name)]);
  });
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(500, 8);
  end.writeUInt16LE(500, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(local.length + data.length, 16);
  await refuses(
    readDocument(Buffer.concat([local, data, ...directory, end]), 'o.docx'),
    'refused.import-damaged',
    'o.docx',
  );
});

void test('hostile XML is refused, and nothing outside the file is read', async () => {
  const secret = 'file:///etc/hostname';
  const wrap = (inside: string): string =>
    `<w:document xmlns:w="${wordNamespace}"><w:body>${inside}</w:body></w:document>`;
  for (const main of [
    `<!DOCTYPE r [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>${wrap(paragraph('&b;'))}`,
    `<!DOCTYPE r [<!ENTITY x SYSTEM "${secret}">]>${wrap(paragraph('&x;'))}`,
    `<!DOCTYPE r SYSTEM "http://127.0.0.1:9/x.dtd">${wrap(paragraph('hi'))}`,
    wrap(paragraph('&undefined;')),
    wrap('<w:p>'.repeat(1_000_000)),
    wrap(`${'<w:tbl>'.repeat(300)}${'</w:tbl>'.repeat(300)}`),
    wrap(paragraph('x')).slice(0, -20),
    wrap('<w:p><w:r></w:p></w:r>'),
    wrap('<'.repeat(100_000)),
    wrap(paragraph('a\u0000b')),
    wrap(paragraph('&#xD800;')),
    '<html><p>no Word</p></html>',
    '',
  ]) {
    await refuses(readDocument(await withMain(main), 'x.docx'), 'refused.import-damaged', 'x.docx');
  }
  const elsewhere = await aZip([
    ['_rels/.rels', relations('../../../etc/passwd')],
    [
      'word/document.xml',
      mainPart(
        `${paragraph('here')}<w:p><w:hyperlink r:id="x"><w:r><w:t>link</w:t></w:r></w:hyperlink></w:p>`,
      ),
    ],
  ]);
  assert.equal((await readDocument(elsewhere, 'x.docx')).text, 'here\nlink');
});

void test('names that are traps for programs are plain text here', async () => {
  const text =
    'constructor: a\n__proto__: b\nconstructor: c\n__proto__: d\ntoString: e\nconstructor: f\ntoString: g';
  const { speakers } = await readDocument(bytes(text), '__proto__.txt');
  assert.ok(speakers.every(({ turns }) => turns > 0));
});

void test('what cannot be read from disk is refused by its name', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'crosscase-import-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const path = (name: string): string => join(folder, name);
  mkdirSync(path('folder.txt'));
  writeFileSync(path('empty.txt'), '');
  writeFileSync(path('text.docx'), '');
  writeFileSync(path('large.txt'), '');
  truncateSync(path('text.docx'), 200_000_000);
  truncateSync(path('large.txt'), 200_000_000);
  symlinkSync('/dev/zero', path('zero.txt'));
  for (const [name, key] of [
    ['folder.txt', 'refused.import-folder'],
    ['missing.txt', 'refused.import-missing'],
    ['empty.txt', 'refused.import-empty'],
    ['text.docx', 'refused.import-too-large'],
    ['large.txt', 'refused.import-too-large'],
    ['zero.txt', 'refused.import-not-text'],
  ] as const) {
    await refuses(fileSize(path(name), name), key, name);
    await refuses(readWhole(path(name), name), key, name);
  }
  await refuses(fileSize(path('empty.txt/deeper'), 'deeper'), 'refused.import-missing', 'deeper');
});

void test(
  'a file without permission is refused',
  { skip: process.platform === 'win32' && 'no such permissions' },
  async (t) => {
    const folder = mkdtempSync(join(tmpdir(), 'crosscase-import-'));
    t.after(() => rmSync(folder, { recursive: true }));
    const path = join(folder, 'closed.txt');
    writeFileSync(path, 'words');
    chmodSync(folder, 0o755);
    chmodSync(path, 0);
    const nobody = 65534;
    const isRoot = process.geteuid?.() === 0;
    if (isRoot) process.seteuid?.(nobody);
    try {
      await refuses(readWhole(path, 'closed.txt'), 'refused.import-no-permission', 'closed.txt');
    } finally {
      if (isRoot) process.seteuid?.(0);
    }
  },
);

void test('a text that is too long for one source is refused', async () => {
  const long = Buffer.alloc(10_000_001, 'a word and '.repeat(10));
  await refuses(readDocument(long, 'long.txt'), 'refused.import-too-long', 'long.txt');
});
