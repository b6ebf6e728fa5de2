// The views that are pictured: how a person gets to each from the one before it, and how they leave it.
import type { Locator, Page } from 'playwright-core';
import { must } from '../../shared/must.ts';
import { say, type Language, type WordKey } from '../../shared/words/say.ts';

export interface At {
  readonly page: Page;
  readonly language: Language;
}

export interface View {
  readonly name: string;
  readonly show: (at: At) => Promise<void>;
  readonly leave?: (at: At) => Promise<void>;
}

export const ofStart: readonly View[] = [
  { name: 'start', show: (at) => button(at, 'start.sample').waitFor() },
  {
    name: 'refusal',
    show: async (at) => {
      await button(at, 'start.open').click();
      await at.page.getByLabel(say(at.language, 'start.path')).fill(studyName(at.language));
      await at.page.keyboard.press('Enter');
      await at.page.getByRole('alert').waitFor();
    },
    leave: (at) => button(at, 'start.open').click(),
  },
  {
    name: 'start-new',
    show: async (at) => {
      await button(at, 'start.new').click();
      await field(at, 'start.name').fill(studyName(at.language));
    },
  },
];

export const ofTheEmpty: readonly View[] = [
  {
    name: 'empty-texts',
    show: async (at) => {
      await button(at, 'start.create').click();
      await at.page.getByText(say(at.language, 'texts.empty'), { exact: true }).waitFor();
    },
  },
  { name: 'empty-matrices', show: (at) => place(at, 'place.matrices') },
  {
    name: 'empty-cases',
    show: (at) => place(at, 'place.cases'),
    leave: async (at) => {
      await at.page.keyboard.press('Control+K');
      await at.page.keyboard.type(say(at.language, 'screen.close-project'));
      await at.page.keyboard.press('Enter');
    },
  },
];

/** Half a transcript, and a file of no text. */
const files = {
  en: [
    aFile(
      'Harbour, after.txt',
      'Interviewer: What has changed?\n\nOona: We keep one key for the boathouse now.\n',
    ),
    aFile('Photograph.docx', 'not a document'),
  ],
  zh: [
    aFile('港口 之后.txt', '访谈者：有什么变化？\n\n阿桂：现在船屋只留一把钥匙，谁用谁登记。\n'),
    aFile('照片.docx', 'not a document'),
  ],
};

export const ofProject: readonly View[] = [
  {
    name: 'texts',
    show: async (at) => {
      await button(at, 'start.sample').click();
      await at.page.locator('.stripes .lane').first().waitFor();
    },
  },
  {
    name: 'texts-coding',
    show: async (at) => {
      await at.page
        .getByRole('complementary', { name: say(at.language, 'sample.about') })
        .getByRole('button')
        .click();
      await at.page.locator('.stripes .lane').nth(2).click();
    },
  },
  {
    name: 'texts-picker',
    show: async (at) => {
      await at.page.locator('.transcript .line').nth(3).click({ clickCount: 3 });
      await at.page.keyboard.press('c');
      await at.page.getByRole('combobox').pressSequentially(at.language === 'en' ? 'trust' : '信任');
    },
    leave: escape,
  },
  {
    name: 'import',
    show: async (at) => {
      const chooser = at.page.waitForEvent('filechooser');
      await command(at, 'command.import');
      await (await chooser).setFiles(files[at.language]);
      await at.page.locator('.import-dlg .bad').first().waitFor();
      const { name } = must(files[at.language][0], 'a file');
      await at.page.getByRole('option').filter({ hasText: name }).click();
    },
    leave: (at) =>
      at.page
        .getByRole('dialog')
        .getByRole('button', { name: say(at.language, 'screen.cancel') })
        .click(),
  },
  {
    name: 'about-text',
    show: async (at) => {
      await at.page.keyboard.press('F2');
      await at.page.getByRole('dialog').waitFor();
    },
    leave: escape,
  },
  {
    name: 'codebook',
    show: async (at) => {
      await place(at, 'place.codebook');
      await at.page.getByRole('row').nth(2).click();
    },
  },
  {
    name: 'cases',
    show: async (at) => {
      await place(at, 'place.cases');
      await at.page.getByRole('option').first().click();
    },
  },
  {
    name: 'frequencies',
    show: async (at) => {
      await place(at, 'place.matrices');
      await display(at, 'tables.frequencies');
    },
  },
  {
    name: 'case-code',
    show: async (at) => {
      await display(at, 'tables.case-code');
      await at.page.locator('td[data-at="0 1"]').click();
      await at.page.locator('.inspector blockquote, .inspector .quote').first().waitFor();
    },
  },
  {
    name: 'export',
    show: (at) => button(at, 'tables.export').click(),
    leave: escape,
  },
  { name: 'code-code', show: (at) => display(at, 'tables.code-code') },
  { name: 'side-by-side', show: (at) => display(at, 'tables.side-by-side') },
  { name: 'before-after', show: (at) => display(at, 'tables.before-change-after') },
  { name: 'moves-capacities', show: (at) => display(at, 'tables.moves-capacities') },
  { name: 'saturation', show: (at) => display(at, 'displays.saturation') },
  { name: 'history', show: (at) => place(at, 'place.history') },
  { name: 'settings', show: (at) => place(at, 'place.settings') },
  {
    name: 'palette',
    show: async (at) => {
      await place(at, 'place.texts');
      await at.page.keyboard.press('Control+K');
      await at.page.keyboard.type(at.language === 'en' ? 'tr' : '信');
    },
    leave: escape,
  },
  {
    name: 'keys',
    show: (at) => command(at, 'command.shortcuts'),
    leave: escape,
  },
];

function aFile(name: string, text: string): { name: string; mimeType: string; buffer: Buffer } {
  return { name, mimeType: 'application/octet-stream', buffer: Buffer.from(text) };
}

function studyName(language: Language): string {
  return language === 'en' ? 'Harbour study' : '港口研究';
}

function button({ page, language }: At, words: WordKey): Locator {
  return page.getByRole('button', { name: say(language, words) });
}

function field({ page, language }: At, words: WordKey): Locator {
  return page.getByLabel(say(language, words), { exact: true });
}

async function place({ page, language }: At, words: WordKey): Promise<void> {
  await page
    .getByRole('navigation')
    .getByRole('link', { name: say(language, words) })
    .click();
}

async function display({ page, language }: At, words: WordKey): Promise<void> {
  await page.getByRole('option', { name: say(language, words), exact: true }).click();
  await page.getByRole('heading', { name: say(language, words), exact: true }).waitFor();
}

/** By the palette. */
async function command({ page, language }: At, words: WordKey): Promise<void> {
  await page.keyboard.press('Control+K');
  await page.keyboard.type(say(language, words));
  await page.keyboard.press('Enter');
}

async function escape({ page }: At): Promise<void> {
  await page.keyboard.press('Escape');
}
