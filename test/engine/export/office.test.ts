// Exported files in LibreOffice, where it is installed: they open without repair and print their captions, numbers and Chinese.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { pathToFileURL } from 'node:url';
import { createEngine } from '../../../electron/engine/engine.ts';
import type { Input, Output } from '../../../shared/contract/index.ts';
import type { TableFormat } from '../../../shared/export/formats.ts';
import { must } from '../../../shared/must.ts';
import { ruleText } from '../../../shared/matrices/rule.ts';
import { say, type Language } from '../../../shared/words/say.ts';
import { aFolder } from '../../helpers/project.ts';

const has = (program: string, asking: string): boolean => {
  try {
    execFileSync(program, [asking], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};
const lacking = !has('soffice', '--version') ? 'LibreOffice is not installed' : false;
const printing = { skip: lacking || (!has('pdftotext', '-v') && 'pdftotext is not installed') };

const byCase: Input<'matrices.table'> = {
  rows: ['code:1'],
  columns: ['case'],
  measure: 'references',
  near: null,
  filters: [],
  overlap: 'split',
  coders: null,
};
/** Wider than a page that stands upright. */
const wide: Input<'matrices.table'> = {
  ...byCase,
  rows: ['case'],
  columns: ['code:1'],
  measure: 'row-share',
};

for (const language of ['en', 'zh'] as const) {
  test(`${language}: tables, quotes and methods print`, printing, async (t) => {
    const { engine, folder, write } = await aStudy(t, language);
    await write('book.xlsx', 'xlsx', byCase);
    await write('table.docx', 'docx', byCase, true);
    await write('page.html', 'html', byCase, true);
    await write('wide.docx', 'docx', wide);
    const methods = {
      file: engine.files.grant(join(folder, 'methods.docx')),
      format: 'docx',
      language,
    } as const;
    await engine.call('export.methods', methods);
    const printed = print(folder);

    const answer = await engine.call('matrices.table', byCase);
    const { quotes } = await engine.call('matrices.cell', { question: byCase, row: 0, column: 0 });
    const rule = ruleText(language, answer.rule);
    const label = say(language, 'export.table-label');
    for (const file of ['table.docx', 'page.html']) {
      const text = printed(file);
      assert.ok(text.includes(`${label}1${language === 'zh' ? '' : '.'}`), `${file}: ${text.slice(0, 300)}`);
      assertNumbers(text, answer, file);
      assert.ok(text.includes(bare(rule)), file);
      assert.ok(text.includes(`1A.1“`) || text.includes('2A.1“'), file);
      for (const { said } of quotes) assert.ok(text.includes(bare(said)), `${file}: ${said}`);
    }
    const book = printed('book.xlsx', '-layout');
    assertNumbers(book, answer, 'book.xlsx');
    // The lines of a cell stand between those of its neighbours.
    for (const { said } of quotes) assert.ok(book.includes(bare(said.slice(0, 12))), said);
    assert.match(book, new RegExp(`${bare(say(language, 'export.state'))}[0-9a-f]{16}`));
    assert.ok(printed('wide.docx').includes('%'));
    const method = printed('methods.docx');
    for (const key of ['methods.material-caption', 'methods.coding-caption', 'methods.days-caption'] as const)
      assert.ok(method.includes(bare(say(language, key))), key);
    assert.deepEqual(
      ['table.docx', 'wide.docx'].map((file) => sizeOf(folder, file)),
      ['upright', 'sideways'],
    );
  });
}

async function aStudy(t: TestContext, language: Language) {
  const folder = aFolder(t);
  const engine = createEngine();
  t.after(() => engine.close());
  const file = engine.files.grant(join(folder, 'study.crosscase'));
  await engine.call('project.sample', { file, language, coder: 'Ada' });
  const write = (
    name: string,
    format: TableFormat,
    question: Input<'matrices.table'>,
    appendix = false,
  ): Promise<Output<'export.table'>> =>
    engine.call('export.table', {
      file: engine.files.grant(join(folder, name)),
      format,
      language,
      question,
      appendix,
    });
  return { engine, folder, write };
}

/** Prints every file of the folder; returns what stands in one of them, without its blanks. */
function print(folder: string): (file: string, order?: string) => string {
  const files = readdirSync(folder).filter((name) => /\.(?:docx|xlsx|html)$/.test(name));
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
  const paths = files.map((name) => join(folder, name));
  const args = [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, ...paths];
  execFileSync('soffice', args, { stdio: 'ignore', timeout: 240_000 });
  return (file, order = '-raw') =>
    bare(execFileSync('pdftotext', [order, pdfOf(folder, file), '-']).toString());
}

const pdfOf = (folder: string, file: string): string => join(folder, file.replace(/\.\w+$/, '.pdf'));

/** Lines of a print break anywhere. */
const bare = (text: string): string => text.replace(/\s+/g, '').replaceAll('\f', '');

function assertNumbers(text: string, answer: Output<'matrices.table'>, file: string): void {
  for (const [row, { labels }] of answer.rows.entries()) {
    const numbers = [...must(answer.cells[row], 'the row'), answer.rowTotals[row]].join('');
    assert.ok(text.includes(bare(labels.join('')) + numbers), `${file}: ${labels.join()} ${numbers}`);
  }
}

function sizeOf(folder: string, file: string): 'upright' | 'sideways' {
  const said = execFileSync('pdfinfo', [pdfOf(folder, file)]).toString();
  const [, width, height] = must(/Page size:\s+([\d.]+) x ([\d.]+)/.exec(said), 'the size of a page');
  return Number(width) < Number(height) ? 'upright' : 'sideways';
}
