import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readDocument } from '../../../electron/engine/import/document.ts';
import { aDocx, aZip, mainPart, paragraph, relations } from './make-docx.ts';

async function textOf(body: string): Promise<string> {
  return (await readDocument(await aDocx(body), 'a.docx')).text;
}

const run = (text: string, properties = ''): string =>
  `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;

void test('paragraphs are lines, empty ones too, and runs join', async () => {
  const body = `<w:p>${run('Mara: ', '<w:b/>')}${run('Who was &lt;first&gt;?')}</w:p><w:p/>${paragraph('Ben: 我们。')}`;
  const document = await readDocument(await aDocx(body), 'a.docx');
  assert.equal(document.text, 'Mara: Who was <first>?\n\nBen: 我们。');
  assert.equal(document.format, 'docx');
  assert.equal(document.encoding, null);
  assert.deepEqual(document.leftOut, { footnotes: 0, endnotes: 0, comments: 0, images: 0 });
});

void test('speakers of a document are found as those of a text are', async () => {
  const lines = ['Mara: One?', 'Ben: Two.', 'Mara: Three?', 'Ben: Four.'];
  const { speakers } = await readDocument(await aDocx(lines.map(paragraph).join('')), 'a.docx');
  assert.deepEqual(
    speakers.map(({ name, turns }) => [name, turns]),
    [
      ['Mara', 2],
      ['Ben', 2],
    ],
  );
});

void test('any text comes back exactly', async () => {
  const line = fc
    .string({ unit: 'grapheme', minLength: 1 })
    .filter((text) => !/[\p{Cc}\ufffe\uffff]/u.test(text));
  const escaped = (text: string): string =>
    text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  await fc.assert(
    fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 8 }), async (lines) => {
      const text = `start\n${lines.join('\n')}`;
      assert.equal(
        await textOf(
          text
            .split('\n')
            .map((each) => paragraph(escaped(each)))
            .join(''),
        ),
        text,
      );
    }),
    { numRuns: 60 },
  );
});

void test('tabs, breaks, symbols and special hyphens', async () => {
  assert.equal(
    await textOf(
      '<w:p><w:pPr><w:tabs><w:tab w:val="left" w:pos="720"/></w:tabs></w:pPr><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:cr/><w:t>d</w:t><w:noBreakHyphen/><w:t>e</w:t><w:sym w:font="Arial" w:char="2713"/></w:r></w:p>',
    ),
    'a\tb\nc\nd\u2011e✓',
  );
});

void test('white space that is not marked as kept is not text', async () => {
  assert.equal(
    await textOf('<w:p><w:r><w:t> a </w:t></w:r><w:r><w:t xml:space="preserve"> b</w:t></w:r></w:p>'),
    'a b',
  );
});

void test('only the white space of XML is trimmed: an ideographic blank and a no-break space are text', async () => {
  assert.equal(
    await textOf(
      '<w:p><w:r><w:t> \t\u3000张三：您好\u3000</w:t></w:r><w:r><w:t>\u00a0p. 3\u00a0\n</w:t></w:r></w:p>',
    ),
    '\u3000张三：您好\u3000\u00a0p. 3\u00a0',
  );
});

void test('a table is read cell by cell, a nested one where it stands', async () => {
  const cell = (content: string): string => `<w:tc><w:tcPr/>${content}</w:tc>`;
  const inner = `<w:tbl><w:tr>${cell(paragraph('inner'))}</w:tr></w:tbl>`;
  assert.equal(
    await textOf(
      `${paragraph('before')}<w:tbl><w:tr>${cell(paragraph('a') + paragraph('b'))}${cell(inner + paragraph('c'))}</w:tr><w:tr>${cell(paragraph('d'))}</w:tr></w:tbl>${paragraph('after')}`,
    ),
    'before\na\nb\ninner\nc\nd\nafter',
  );
});

void test('a text box follows its paragraph, once', async () => {
  const box = (kind: string): string =>
    `<${kind}><w:txbxContent>${paragraph('boxed')}${paragraph('twice')}</w:txbxContent></${kind}>`;
  const document = await readDocument(
    await aDocx(
      `<w:p>${run('one ')}<w:r><mc:AlternateContent><mc:Choice><w:drawing>${box('w:box')}</w:drawing></mc:Choice><mc:Fallback><w:pict>${box('v:textbox')}</w:pict></mc:Fallback></mc:AlternateContent></w:r>${run('line')}</w:p>${paragraph('next')}`,
    ),
    'a.docx',
  );
  assert.equal(document.text, 'one line\nboxed\ntwice\nnext');
  assert.equal(document.leftOut.images, 0);
});

const alternatives = (choice: string, fallback: string): string =>
  `<mc:AlternateContent><mc:Choice>${choice}</mc:Choice><mc:Fallback>${fallback}</mc:Fallback></mc:AlternateContent>`;

void test('of two renderings the first with words is read, and a picture in both is one', async () => {
  const picture = '<w:drawing><x/></w:drawing>';
  const boxed = (text: string): string =>
    `<w:pict><v:textbox><w:txbxContent>${paragraph(text)}</w:txbxContent></v:textbox></w:pict>`;
  for (const [content, text, images] of [
    [alternatives('', '<w:t>☺</w:t>'), 'a☺b', 0],
    [alternatives('<w16se:symEx w16se:font="X" w16se:char="1F600"/>', '<w:t>☺</w:t>'), 'a😀b', 0],
    [alternatives('<w:t>☺</w:t>', '<w:t>☹</w:t>'), 'a☺b', 0],
    [alternatives(picture, boxed('boxed')), 'ab\nboxed', 1],
    [alternatives(boxed(''), boxed('boxed')), 'ab\nboxed', 0],
    [alternatives(boxed(''), boxed('')), 'ab', 0],
    [alternatives(picture, picture), 'ab', 1],
    [alternatives(picture, ''), 'ab', 1],
    [alternatives(boxed('boxed'), picture), 'ab\nboxed', 0],
    [alternatives(alternatives('', boxed('inner')), boxed('outer')), 'ab\ninner', 0],
  ] as const) {
    const document = await readDocument(
      await aDocx(`<w:p>${run('a')}<w:r>${content}</w:r>${run('b')}</w:p>${paragraph('end')}`),
      'a.docx',
    );
    assert.equal(document.text, `${text}\nend`, content);
    assert.equal(document.leftOut.images, images, content);
  }
});

void test('insertions, links, fields and content controls are text; deletions, hidden text and prompts are not', async () => {
  assert.equal(
    await textOf(
      `<w:p><w:ins>${run('in ')}</w:ins><w:del><w:r><w:delText>out</w:delText></w:r></w:del><w:moveFrom>${run('gone')}</w:moveFrom><w:moveTo>${run('moved ')}</w:moveTo>${run('hidden', '<w:vanish/>')}${run('shown ', '<w:vanish w:val="0"/>')}<w:hyperlink>${run('link ')}</w:hyperlink><w:fldSimple w:instr="DATE">${run('field ')}</w:fldSimple><w:r><w:instrText>PAGE</w:instrText></w:r><w:sdt><w:sdtPr><w:tag w:val="x"/></w:sdtPr><w:sdtContent>${run('control ')}</w:sdtContent></w:sdt><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${run('Click here')}</w:sdtContent></w:sdt><w:ruby><w:rt>${run('hàn')}</w:rt><w:rubyBase>${run('汉')}</w:rubyBase></w:ruby><m:oMath><m:r><m:t>x²</m:t></m:r></m:oMath></w:p>`,
    ),
    'in moved shown link field control 汉x²',
  );
});

void test('a paragraph whose end was deleted runs on into the next', async () => {
  assert.equal(
    await textOf(
      `<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>${run('one ')}</w:p>${paragraph('line')}${paragraph('two')}`,
    ),
    'one line\ntwo',
  );
});

void test('where nothing follows, a paragraph whose end was deleted keeps its words', async () => {
  const open = (text: string): string =>
    `<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>${run(text)}</w:p>`;
  assert.equal(await textOf(paragraph('one') + open('last words')), 'one\nlast words');
  const cells = `<w:tbl><w:tr><w:tc>${open('cell one')}</w:tc><w:tc>${paragraph('cell two')}</w:tc></w:tr></w:tbl>`;
  assert.equal(
    await textOf(open('before') + cells + paragraph('after')),
    'before\ncell one\ncell two\nafter',
  );
});

void test('notes, comments and images are counted', async () => {
  const { text, leftOut } = await readDocument(
    await aDocx(
      `<w:p>${run('a')}<w:r><w:footnoteReference w:id="1"/></w:r><w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:endnoteReference w:id="1"/></w:r><w:r><w:commentReference w:id="1"/></w:r><w:r><w:drawing><w:x/></w:drawing></w:r><w:del><w:r><w:footnoteReference w:id="3"/></w:r></w:del></w:p>`,
    ),
    'a.docx',
  );
  assert.equal(text, 'a');
  assert.deepEqual(leftOut, { footnotes: 2, endnotes: 1, comments: 1, images: 1 });
});

void test('the main part is found where the package says, in either namespace and with any prefix', async () => {
  const moved = await aZip([
    ['_rels/.rels', relations('/word/document2.xml')],
    ['word/document2.xml', mainPart(paragraph('elsewhere'))],
  ]);
  assert.equal((await readDocument(moved, 'a.docx')).text, 'elsewhere');
  const strict = await aZip([
    [
      'word/document.xml',
      '<x:document xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main"><x:body><x:p><x:r><x:t>strict</x:t></x:r></x:p></x:body></x:document>',
    ],
  ]);
  assert.equal((await readDocument(strict, 'a.docx')).text, 'strict');
});

void test('a document under another name is read by its content', async () => {
  assert.equal((await readDocument(await aDocx(paragraph('words')), 'a.doc')).text, 'words');
});
