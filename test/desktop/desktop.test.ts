// The desktop program from its start to its end, and its next start.
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { desktopTest, start } from './harness.ts';

desktopTest('the sample is opened, and is among the latest projects after a new start', async (t) => {
  const first = await start(t);
  const page = await first.page();
  await page.getByRole('button', { name: first.say('start.sample') }).click();
  await page.getByRole('link', { name: first.say('place.matrices') }).waitFor();
  assert.equal(await first.quit(), 0);
  assert.deepEqual(first.output, []);
  const name = first.say('sample.name');
  assert.deepEqual(readdirSync(join(first.home, 'Documents', 'Crosscase')), [`${name}.crosscase`]);

  const second = await start(t, { beside: first });
  const again = await second.page();
  await again.getByRole('button', { name: new RegExp(`^${name}`) }).click();
  await again.getByRole('link', { name: second.say('place.matrices') }).waitFor();
  assert.equal(await second.quit(), 0);
  assert.deepEqual(second.output, []);
});

desktopTest('a program that is quit while its window is still loading ends well', async (t) => {
  for (const milliseconds of [0, 50]) {
    const program = await start(t);
    await delay(milliseconds);
    assert.equal(await program.quit(), 0, program.output.join(''));
    assert.deepEqual(program.output, []);
  }
});
