// What a report draws, exported as a person does it.
import assert from 'node:assert/strict';
import type { OpenWindow } from './window.ts';

/** The texts of the report in view, exported as SVG; it is exported as PNG too. */
export async function pictured({ page, say, written }: OpenWindow): Promise<string> {
  const [svg, png] = [await exported('svg'), await exported('png')];
  assert.deepEqual([...png.subarray(1, 4)], [...Buffer.from('PNG')]);
  return svg.toString('utf8').replaceAll(/<[^>]*>/g, '');

  async function exported(format: 'svg' | 'png'): Promise<Buffer> {
    await page.getByRole('button', { name: say('tables.export'), exact: true }).click();
    const { bytes } = await written(() =>
      page.getByRole('menuitem', { name: say(`tables.${format}`) }).click(),
    );
    return bytes;
  }
}
