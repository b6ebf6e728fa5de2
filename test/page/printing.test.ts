// What is printed: the whole text with its codings, and the table in sight; as the browser lays it out on pages.
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { code, makeStudy, talks, transcript } from './room.ts';
import { languages, until, windowTest } from './window.ts';

/** The words on paper, line by line; nothing of the window is among them. */
async function onPaper(page: Page): Promise<string> {
  await page.emulateMedia({ media: 'print' });
  const words = await page.evaluate<string>('document.body.innerText');
  await page.emulateMedia({ media: null });
  return words;
}

/** Asks for printing as the person does; the browser's own dialog would stop the page. */
async function print(page: Page): Promise<void> {
  await page.evaluate('window.asked = 0; window.print = () => { window.asked += 1; }');
  await page.keyboard.press('Control+p');
  await until(() => page.evaluate('asked'), 1, 'the dialog');
}

/** Pages of what Chromium prints, each with its width and height in points. */
async function pagesOf(page: Page): Promise<readonly (readonly [number, number])[]> {
  const bytes = await page.pdf({ preferCSSPageSize: true });
  const text = bytes.toString('latin1');
  const boxes = [...text.matchAll(/\/Type \/Page\b[^]*?\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)];
  return boxes.map(([, width, height]) => [Number(width), Number(height)]);
}

/** Names over the border of a coding, with shorter ones in them and in other words, and how the line is printed then. */
const named = {
  en: {
    names: { 'and every': 'but no', every: 'each', cam: 'Kay' },
    line: 'We lent each other ladders, but no ladder came back.',
  },
  zh: { names: { 每一把: '全部', 一: '二', 把: '件' }, line: '大家互相借梯子，全部都还回来了。' },
};

for (const [language, words, interviewer, memo] of [
  ['en', 'every ladder came back', 'Interviewer: How did the tool shed begin?', 'Nobody laughed.'],
  ['zh', '每一把都还回来了', '访谈者：工具房是怎么开始的？', '没有人笑。'],
] as const)
  windowTest(
    `a text is printed whole, its codings numbered in it and named beneath (${language})`,
    { language, theme: 'dark' },
    async ({ page, host, say }) => {
      await makeStudy(host, language);
      await code(host, language, words, 'N2');
      const { codings } = await host.engine.call('codings.list', { source: 'shed' });
      await host.engine.call('codings.update', { id: codings[0]?.id ?? '', memo });
      // A window that knows of the second coding knows of the memo.
      await code(host, language, words.slice(-6), 'T1');
      await transcript(page).getByText(talks[language].txt[1].slice(-8)).waitFor();
      await until(
        () => page.getByText(say('texts.codings', { n: 2 })).count(),
        (n) => n > 0,
        'the codings',
      );
      await print(page);
      const paper = await onPaper(page);
      assert.match(paper, new RegExp(`^shed\\n+.*Shed.*${say('texts.codings', { n: 2 })}`));
      const plain = paper.replace(/\[[12] | [12]\]/g, '');
      for (const line of talks[language].txt) assert.ok(plain.includes(line), line);
      assert.ok(paper.includes(`[1 ${words.slice(0, -6)}[2 ${words.slice(-6)} 2] 1]`), paper);
      assert.ok(paper.includes(say('printing.memo', { memo })));
      assert.match(paper, /N2 [^\n]+ · Ada/);
      assert.ok(!paper.includes(say('place.matrices')), 'the window itself is not printed');
      assert.equal(await page.locator('.ask .line', { hasText: interviewer }).count(), 1);
      assert.equal(await page.evaluate('document.documentElement.dataset.theme'), 'light');
      const [size, ...more] = await pagesOf(page);
      assert.deepEqual(more, []);
      assert.ok(size && size[0] < size[1], 'upright');
      await page.evaluate("window.dispatchEvent(new Event('afterprint'))");
      assert.equal(await page.locator('#sheet').count(), 0);
      assert.equal(await page.evaluate('document.documentElement.dataset.theme'), 'dark');

      const { names, line } = named[language];
      const pseudonyms = Object.entries(names).map(([name, pseudonym]) => ({ name, pseudonym }));
      await host.engine.call('pseudonyms.set', { pseudonyms });
      await print(page);
      const renamed = (await onPaper(page)).replace(/\[[12] | [12]\]/g, '');
      assert.ok(renamed.includes(line), renamed);
    },
  );

windowTest(
  'a table is printed with its caption, N and rule; a wide one lies across',
  { language: 'en' },
  async ({ page, host, say }) => {
    await makeStudy(host, 'en');
    await code(host, 'en', 'every ladder came back', 'N2');
    await page.getByRole('link', { name: say('place.matrices') }).click();
    await page.getByRole('option', { name: say('tables.code-case') }).click();
    await page.getByRole('row', { name: /^N2/ }).getByRole('gridcell').getByText('1').first().waitFor();
    await print(page);
    const paper = await onPaper(page);
    assert.match(paper, /^Code × case\n/);
    assert.match(paper, /N2 [^\n\t]+\t1\t1/);
    assert.ok(paper.includes(say('tables.how-counted')));
    assert.match(paper, /N: 1 reference/);
    assert.ok(
      (await pagesOf(page)).every(([width, height]) => width < height),
      'upright',
    );
    await page.evaluate("window.dispatchEvent(new Event('afterprint'))");

    for (let n = 0; n < 8; n++)
      await host.engine.call('cases.set', { name: `Street ${n}`, attributes: [], sources: [], speakers: [] });
    await page.getByRole('columnheader', { name: 'Street 7' }).waitFor();
    await print(page);
    assert.match(await onPaper(page), /code\tShed\tStreet 0\t/);
    const pages = await pagesOf(page);
    assert.ok(pages.length > 1 && pages.every(([width, height]) => width > height), JSON.stringify(pages));
    await page.evaluate("window.dispatchEvent(new Event('afterprint'))");
  },
);

for (const language of languages('zh'))
  windowTest(
    `summaries, quotes and change are printed as they stand in their cells (${language})`,
    { language, theme: 'dark' },
    async ({ page, say }) => {
      await page.getByRole('button', { name: say('start.sample') }).click();
      await page.getByRole('link', { name: say('place.matrices') }).click();
      await page.getByRole('option', { name: say('tables.side-by-side'), exact: true }).click();
      const grid = page.getByRole('grid');
      const row = grid
        .getByRole('row')
        .filter({ has: page.locator('.quote') })
        .first();
      await row.waitFor();
      await grid.getByText(say('written.differs-contrary')).first().waitFor();
      const told = await row.getByRole('gridcell').allInnerTexts();
      const rows = await grid.getByRole('row').count();
      await print(page);
      const sheet = page.locator('#sheet .words');
      assert.equal(await sheet.getByRole('row', { includeHidden: true }).count(), rows);
      const paper = await onPaper(page);
      const flat = (text: string): string => text.replace(/\s+/g, '');
      for (const cell of told) assert.ok(flat(paper).includes(flat(cell)), cell);
      assert.ok(paper.includes(say('tables.how-counted')));
      const pages = await pagesOf(page);
      assert.ok(
        pages.every(([width, height]) => width > height),
        'across',
      );
      await page.evaluate("window.dispatchEvent(new Event('afterprint'))");

      await page.getByRole('option', { name: say('tables.before-change-after') }).click();
      await grid.getByRole('row', { name: /^C1/ }).locator('.quote').first().waitFor();
      const change = await grid.getByRole('row', { name: /^C1/ }).getByRole('gridcell').allInnerTexts();
      await print(page);
      const changed = flat(await onPaper(page));
      for (const cell of change) assert.ok(changed.includes(flat(cell)), cell);
      await page.evaluate("window.dispatchEvent(new Event('afterprint'))");
    },
  );
