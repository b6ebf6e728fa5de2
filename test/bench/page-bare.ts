// The same text in Lexical alone, in the same browser: what opening a text costs without the workbench.
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { build, type Rolldown } from 'vite';
import { must } from '../../shared/must.ts';
import { clock, untilShown } from './page-clock.ts';
import { median } from './row.ts';

const entry = `
  import { $createParagraphNode, $createTextNode, $getRoot, createEditor } from 'lexical';
  globalThis.show = (text) => {
    const root = document.getElementById('text');
    const editor = createEditor({ onError: (error) => { throw error; } });
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

/** Milliseconds from click to painted text; median of three openings. */
export async function openBare(browser: Browser, text: string): Promise<number> {
  const script = await bundle();
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const times: number[] = [];
  for (let n = 0; n < 3; n++) {
    const tab = await context.newPage();
    await tab.setContent(page);
    await tab.evaluate(clock);
    await tab.addScriptTag({ content: script });
    await tab.evaluate(
      `document.querySelector('button').addEventListener('click', () => show(${JSON.stringify(text)}))`,
    );
    const shown = { event: 'click', isShown: "document.querySelector('#text p') !== null" };
    times.push(await untilShown(tab, shown, () => tab.getByRole('button').click()));
    await tab.close();
  }
  await context.close();
  return median(times);
}

async function bundle(): Promise<string> {
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
