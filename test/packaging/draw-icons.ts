// npm run icons: draws icon.svg and document.svg of electron/assets in every size and form that the three systems ask for.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { must } from '../../shared/must.ts';
import { findChromium, howToGetOne, startChromium } from '../engine/loopback/chromium.ts';

interface Picture {
  readonly size: number;
  readonly png: Buffer;
  /** Four bytes a pixel: red, green, blue, alpha; from the top left. */
  readonly pixels: Buffer;
}

const assets = join(import.meta.dirname, '../../electron/assets');
/** On a Mac an icon keeps this much air on each side, as all of its neighbours do. */
const airOfMac = 100 / 1024;
const sizesOfLinux = [16, 24, 32, 48, 64, 128, 256, 512, 1024];
const sizesOfWindows = [16, 20, 24, 32, 40, 48, 64, 256];
/** Apple's names of PNG pictures by their size in pixels; @2x ones stand for half of it. */
const kindsOfMac = { ic11: 32, ic12: 64, ic07: 128, ic13: 256, ic08: 256, ic14: 512, ic09: 512, ic10: 1024 };

const browser = await startChromium(must(findChromium(), howToGetOne));
try {
  const page = await browser.newPage();
  mkdirSync(join(assets, 'icons'), { recursive: true });
  for (const size of sizesOfLinux)
    writeFileSync(join(assets, 'icons', `${size}x${size}.png`), (await draw(page, 'icon', { size })).png);
  for (const [name, air] of [
    ['icon', airOfMac],
    ['document', 0],
  ] as const) {
    writeFileSync(join(assets, `${name}.ico`), icoOf(await drawAll(page, name, sizesOfWindows)));
    writeFileSync(
      join(assets, `${name}.icns`),
      icnsOf(await drawAll(page, name, Object.values(kindsOfMac), air)),
    );
  }
} finally {
  await browser.close();
}

async function drawAll(page: Page, name: string, sizes: readonly number[], air = 0): Promise<Picture[]> {
  const pictures: Picture[] = [];
  for (const size of sizes) pictures.push(await draw(page, name, { size, air }));
  return pictures;
}

async function draw(
  page: Page,
  name: string,
  { size, air = 0 }: { readonly size: number; readonly air?: number },
): Promise<Picture> {
  const svg = readFileSync(join(assets, `${name}.svg`)).toString('base64');
  const [png = '', pixels = ''] = await page.evaluate<string[]>(`(async () => {
    const image = new Image();
    image.src = 'data:image/svg+xml;base64,${svg}';
    await image.decode();
    const canvas = Object.assign(document.createElement('canvas'), { width: ${size}, height: ${size} });
    const context = canvas.getContext('2d');
    const air = Math.round(${size * air});
    context.drawImage(image, air, air, ${size} - 2 * air, ${size} - 2 * air);
    const { data } = context.getImageData(0, 0, ${size}, ${size});
    return [canvas.toDataURL('image/png').split(',')[1], new Uint8Array(data.buffer).toBase64()];
  })()`);
  return { size, png: Buffer.from(png, 'base64'), pixels: Buffer.from(pixels, 'base64') };
}

/** Microsoft's ICO: a table of sizes and places, then the pictures; PNG only from 256 pixels on, bitmaps below. */
function icoOf(pictures: readonly Picture[]): Buffer {
  const bodies = pictures.map((picture) => (picture.size >= 256 ? picture.png : bitmapOf(picture)));
  const head = Buffer.alloc(6 + 16 * pictures.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(pictures.length, 4);
  let place = head.length;
  for (const [i, { size }] of pictures.entries()) {
    const { length } = must(bodies[i], 'each picture has a body');
    const entry = 6 + 16 * i;
    // 256 does not fit into its byte and is written as 0.
    head.fill(size % 256, entry, entry + 2);
    head.writeUInt16LE(1, entry + 4);
    head.writeUInt16LE(32, entry + 6);
    head.writeUInt32LE(length, entry + 8);
    head.writeUInt32LE(place, entry + 12);
    place += length;
  }
  return Buffer.concat([head, ...bodies]);
}

/** A device-independent bitmap as it stands in an ICO: blue first, lines from the bottom, then a mask that is not used. */
function bitmapOf({ size, pixels }: Picture): Buffer {
  const maskLine = Math.ceil(size / 32) * 4;
  const bitmap = Buffer.alloc(40 + size * size * 4 + size * maskLine);
  bitmap.writeUInt32LE(40, 0);
  bitmap.writeInt32LE(size, 4);
  bitmap.writeInt32LE(size * 2, 8);
  bitmap.writeUInt16LE(1, 12);
  bitmap.writeUInt16LE(32, 14);
  for (let line = 0; line < size; line++) {
    const place = 40 + (size - 1 - line) * size * 4;
    pixels.copy(bitmap, place, line * size * 4, (line + 1) * size * 4);
    for (let at = place; at < place + size * 4; at += 4) {
      const red = bitmap.readUInt8(at);
      bitmap.writeUInt8(bitmap.readUInt8(at + 2), at);
      bitmap.writeUInt8(red, at + 2);
    }
  }
  return bitmap;
}

/** Apple's ICNS: 'icns' and the length of the file, then name, length and PNG of each picture; numbers big end first. */
function icnsOf(pictures: readonly Picture[]): Buffer {
  const chunk = (name: string, body: Buffer): Buffer => {
    const head = Buffer.from(`${name}\0\0\0\0`, 'latin1');
    head.writeUInt32BE(8 + body.length, 4);
    return Buffer.concat([head, body]);
  };
  const kinds = Object.keys(kindsOfMac);
  return chunk('icns', Buffer.concat(pictures.map(({ png }, i) => chunk(must(kinds[i], 'a kind'), png))));
}
