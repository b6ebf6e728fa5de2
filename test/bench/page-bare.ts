// The same text in Lexical alone, in the same browser: what opening, scrolling and writing it cost without the workbench.
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { build, type Rolldown } from 'vite';
import { must } from '../../shared/must.ts';
import { clock, heapOf, scrollFrames, typeKeys, untilShown, type Frames } from './page-clock.ts';
import { median } from './row.ts';

const entry = `
  import { $createParagraphNode, $createTextNode, $getRoot, createEditor } from 'lexical';
  import { registerRichText } from '@lexical/rich-text';
  globalThis.show = (text) => {
    const root = document.getElementById('text');
    const editor = createEditor({ onError: (error) => { throw error; } });
    registerRichText(editor);
    editor.setRootElement(root);
    editor.update(
      () => $getRoot().append(...text.split('\\n').map((line) => $createParagraphNode().append($createTextNode(line)))),
      { discrete: true },
    );
  };`;

const page = `<!doctype html><style>
  body { margin: 0; font: 17px/1.6 serif; }
  .reader { height: 800px; overflow: auto; }
  #text { width: 660px; white-space: pre-wrap; }
</style><button>Open</button><div class="reader"><div id="text" contenteditable="true"></div></div>`;

/** The bare editor in a tab of its own; times in ms. */
export interface Bare {
  /** From the click to the painted text; each time in a new tab. */
  readonly open: () => Promise<number>;
  /** In the tab opened last; heap in MB. */
  readonly rest: () => Promise<{ readonly frames: Frames; readonly key: number; readonly heap: number }>;
}

export async function bareEditor(browser: Browser, text: string): Promise<Bare> {
  const script = await bundled();
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  let tab = await context.newPage();
  return {
    open: async () => {
      await tab.close();
      tab = await context.newPage();
      await tab.setContent(page);
      await tab.evaluate(clock);
      await tab.addScriptTag({ content: script });
      await tab.evaluate(
        `document.querySelector('button').addEventListener('click', () => show(${JSON.stringify(text)}))`,
      );
      const shown = { event: 'click', isShown: "document.querySelector('#text p') !== null" };
      return untilShown(tab, shown, () => tab.getByRole('button').click());
    },
    rest: async () => {
      await tab.bringToFront();
      const frames = await scrollFrames(tab, 100);
      const heap = await heapOf(tab);
      await tab.locator('#text p').nth(30).click();
      // Few: of a long text each takes seconds.
      const key = median(await typeKeys(tab, 'lan'));
      await context.close();
      return { frames, key, heap };
    },
  };
}

let bundle: Promise<string> | undefined;

function bundled(): Promise<string> {
  return (bundle ??= makeBundle());
}

async function makeBundle(): Promise<string> {
  const id = join(import.meta.dirname, 'bare-lexical.js');
  const built = (await build({
    configFile: false,
    logLevel: 'error',
    plugins: [
      {
        name: 'bare-lexical',
        resolveId: (source) => (source === id ? id : null),
        load: (source) => (source === id ? entry : null),
      },
    ],
    build: { write: false, lib: { entry: id, formats: ['iife'], name: 'bare' } },
  })) as Rolldown.RolldownOutput[];
  return must(built[0]?.output[0], 'a bundle').code;
}
