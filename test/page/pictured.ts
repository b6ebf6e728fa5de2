// What a report draws, exported as a person does it.
import assert from 'node:assert/strict';
import { SaxesParser } from 'saxes';
import type { OpenWindow } from './window.ts';

export interface Pictured {
  readonly words: string;
  readonly colours: readonly string[];
}

/** What is to be read and seen in an SVG. */
export function inPicture(svg: Buffer): Pictured {
  const text = svg.toString('utf8');
  // Refuses what is no XML, which the programs that draw an SVG do not open.
  new SaxesParser().write(text).close();
  return {
    words: text.replaceAll(/<[^>]*>/g, ''),
    colours: [...text.matchAll(/fill="([^"]*)"/g)].map(([, fill = '']) => fill),
  };
}

/** The texts and colours of the report in view, exported as SVG; it is exported as PNG too. */
export async function pictured({ page, say, written }: OpenWindow): Promise<Pictured> {
  const [svg, png] = [await exported('svg'), await exported('png')];
  assert.deepEqual([...png.subarray(1, 4)], [...Buffer.from('PNG')]);
  return inPicture(svg);

  async function exported(format: 'svg' | 'png'): Promise<Buffer> {
    await page.getByRole('button', { name: say('tables.export'), exact: true }).click();
    const dialog = page.getByRole('dialog', { name: say('tables.export') });
    await dialog.getByText(say('charts.export-picture'), { exact: true }).click();
    await dialog.getByText(say(`tables.${format}`), { exact: true }).click();
    const { bytes } = await written(() => dialog.getByRole('button', { name: say('tables.write') }).click());
    await dialog.waitFor({ state: 'detached' });
    return bytes;
  }
}
