// The icons that the three systems are given: every size and form is there and shows what icon.svg shows.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { Data } from 'resedit';
import { must } from '../../shared/must.ts';

const assets = join(import.meta.dirname, '../../electron/assets');

test('Windows: small sizes as bitmaps, the largest as a PNG; the cell at the crossing is amber, the corner is clear', () => {
  for (const name of ['icon', 'document']) {
    const { icons } = Data.IconFile.from(readFileSync(join(assets, `${name}.ico`)));
    assert.deepEqual(
      icons.map(({ width, data }) => [width || 256, data.isIcon()]),
      [16, 20, 24, 32, 40, 48, 64, 256].map((size) => [size, size < 256]),
    );
  }
  const first = must(
    Data.IconFile.from(readFileSync(join(assets, 'icon.ico'))).icons[0],
    'the smallest size',
  ).data;
  assert.ok(first.isIcon());
  const pixels = Buffer.from(must(first.pixels, 'its pixels'));
  // Lines from the bottom; blue, green, red, alpha.
  const at = (x: number, y: number): number[] => [...pixels.subarray(((15 - y) * 16 + x) * 4).subarray(0, 4)];
  assert.deepEqual(at(12, 8), [0x4a, 0xb6, 0xf0, 0xff]);
  assert.deepEqual(at(1, 8), [0xa0, 0x49, 0x39, 0xff]);
  assert.ok(must(at(0, 0)[3], 'an alpha') < 16);
});

test('Mac: each picture of the container is a PNG of the size that its name stands for', () => {
  const sizes = { ic11: 32, ic12: 64, ic07: 128, ic13: 256, ic08: 256, ic14: 512, ic09: 512, ic10: 1024 };
  for (const name of ['icon', 'document']) {
    const bytes = readFileSync(join(assets, `${name}.icns`));
    assert.equal(bytes.toString('latin1', 0, 4), 'icns');
    assert.equal(bytes.readUInt32BE(4), bytes.length);
    const found: Record<string, number> = {};
    for (let at = 8; at < bytes.length; at += bytes.readUInt32BE(at + 4))
      found[bytes.toString('latin1', at, at + 4)] = widthOf(bytes.subarray(at + 8));
    assert.deepEqual(found, sizes);
  }
});

test('Linux: each file is a PNG of the size that its name says', () => {
  const names = readdirSync(join(assets, 'icons'));
  assert.deepEqual(
    names.map((name) => Number.parseInt(name, 10)).sort((one, other) => one - other),
    [16, 24, 32, 48, 64, 128, 256, 512, 1024],
  );
  for (const name of names)
    assert.equal(`${widthOf(readFileSync(join(assets, 'icons', name)))}`, name.split('x')[0]);
});

function widthOf(png: Buffer): number {
  assert.equal(png.toString('latin1', 1, 4), 'PNG');
  assert.equal(png.readUInt32BE(16), png.readUInt32BE(20));
  return png.readUInt32BE(16);
}
