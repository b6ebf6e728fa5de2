// What a screen reader is given: the words of the text, the codings with where they begin and end, and each act once.
import type { CDPSession, Page } from 'playwright-core';
import {
  assert,
  clickInto,
  code,
  drag,
  gestureTest,
  talks,
  until,
  untilFocused,
  untilPainted,
} from './gestures.ts';

interface Node {
  readonly nodeId: string;
  readonly role: string;
  readonly name: string;
  readonly states: Readonly<Record<string, unknown>>;
  readonly children: readonly string[];
}

/** What the browser tells a screen reader of the page as it stands. */
async function heardTree(session: CDPSession): Promise<readonly Node[]> {
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  return nodes.map(({ nodeId, ignored, role, name, properties = [], childIds = [] }) => ({
    nodeId,
    role: ignored ? 'ignored' : String(role?.value),
    name: String(name?.value ?? ''),
    states: Object.fromEntries(properties.map((each) => [each.name, each.value.value])),
    children: childIds,
  }));
}

/** The words under a node, in their order. */
function wordsUnder(tree: readonly Node[], { role, name, children }: Node): string[] {
  if (role === 'StaticText') return [name];
  return children
    .flatMap((id) => tree.filter((each) => each.nodeId === id))
    .flatMap((each) => wordsUnder(tree, each));
}

/** From now on keeps what the live regions of the page say, in its order. */
const listen = `
  globalThis.told = [];
  new MutationObserver((changes) => {
    for (const { target, addedNodes } of changes)
      for (const node of addedNodes.length > 0 ? addedNodes : [target]) {
        const element = node instanceof Element ? node : node.parentElement;
        const region = element?.closest('[aria-live], [role=status], [role=alert]') ?? element?.querySelector('[role=status], [role=alert]');
        const text = region?.textContent.replaceAll('\\u00a0', '').trim();
        if (text) told.push(text);
      }
  }).observe(document.body, { childList: true, characterData: true, subtree: true })`;

/** What was said since it was asked last; also what a caret at rest says. */
async function told(page: Page): Promise<readonly string[]> {
  // The timers of a page come in their order: this one after that of the caret's rest.
  await page.evaluate('new Promise((done) => setTimeout(() => requestAnimationFrame(done), 500))');
  return page.evaluate('told.splice(0)');
}

gestureTest('the text, the codings and each act are heard, and nothing twice', async (gesture) => {
  const { page, words, host, language, say, stored, untilStored } = gesture;
  const { keyboard } = page;
  const session = await page.context().newCDPSession(page);
  const { codes } = await host.engine.call('codes.list', {});
  const nameOf = (id: string): string => codes.find(({ shortId }) => shortId === id)?.name ?? '';
  const has = (role: string, isIt: (node: Node) => boolean) => async (): Promise<boolean> =>
    (await heardTree(session)).some((node) => node.role === role && isIt(node));

  // The words of the text, whole and in order, in a field that is read and not written.
  const tree = await heardTree(session);
  const text = tree.find(
    ({ role, name }) => role === 'textbox' && name === say('texts.text-of', { source: 'shed' }),
  );
  assert.ok(text, 'the text is a field with a name');
  assert.equal(text.states['multiline'], true);
  const read = wordsUnder(tree, text).join('').replace(/\s/g, '');
  let at = 0;
  for (const line of talks[language].txt)
    for (const piece of line.split(/(?<=[:：])/)) {
      const found = read.indexOf(piece.replace(/\s/g, ''), at);
      assert.ok(found >= at, `${piece} in ${read}`);
      at = found + piece.replace(/\s/g, '').length;
    }

  // Where a coding begins and ends, and which code it is, as the caret goes; each stripe says it too.
  await code(host, language, words.start, 'N2');
  await code(host, language, words.later, 'T1');
  await untilPainted(page, [words.start, words.later]);
  await page.evaluate(listen);
  await clickInto(page, words.start);
  const begins = say('gestures.spoken-start', { names: [nameOf('N2')] });
  const isIn = say('texts.spoken', { n: 1, names: [nameOf('N2')] });
  await until(
    has('StaticText', ({ name }) => name === `${begins} ${isIn}`),
    true,
    'N2 begins',
  );
  assert.deepEqual(await told(page), [`${begins} ${isIn}`]);
  await clickInto(page, words.question);
  const ends = say('gestures.spoken-end', { names: [nameOf('N2')] });
  await until(
    has('StaticText', ({ name }) => name === ends),
    true,
    'N2 ends',
  );
  assert.deepEqual(await told(page), [ends]);
  const stripe = say('texts.stripe', { code: `N2 ${nameOf('N2')}`, quote: words.start, paragraph: 2 });
  await until(
    has('button', ({ name }) => name === stripe),
    true,
    stripe,
  );

  // An act is heard once: coded, undone, linked.
  await drag(page, words.end);
  await keyboard.press('c');
  await untilFocused(page.getByRole('combobox', { name: say('texts.part-of-name') }));
  await keyboard.insertText('W1');
  await keyboard.press('Enter');
  await untilStored([`N2 ${words.start}`, `W1 ${words.end}`, `T1 ${words.later}`]);
  await untilPainted(page, [words.start, words.end, words.later]);
  const coded = say('gestures.coded', { codes: [nameOf('W1')], quote: words.end });
  await until(
    () => page.evaluate<string[]>('told'),
    (all) => all.includes(coded),
    'coded',
  );
  assert.deepEqual(
    (await told(page)).filter((each) => each.includes(nameOf('W1'))),
    [coded],
  );
  await keyboard.press('Control+z');
  await until(async () => (await stored()).length, 2, 'undone');
  await untilPainted(page, [words.start, words.later]);
  await until(
    () => page.evaluate<number>('told.length'),
    (n) => n > 0,
    'undone',
  );
  const undone = await told(page);
  assert.equal(undone.length, 1, undone.join('; '));
  await clickInto(page, words.start);
  await told(page);
  await keyboard.press('l');
  await untilFocused(page.getByRole('combobox', { name: say('gestures.link-with') }));
  await keyboard.press('Enter');
  await untilFocused(page.getByRole('combobox', { name: say('gestures.link-how') }));
  await keyboard.press('1');
  const { types } = await host.engine.call('relation-types.list', {});
  const linked = say('gestures.linked', { from: nameOf('N2'), to: nameOf('T1'), type: types[0]?.name ?? '' });
  await until(
    has('StaticText', ({ name }) => name === linked),
    true,
    'linked',
  );
  assert.deepEqual(
    (await told(page)).filter((each) => each.includes(nameOf('T1')) && each.includes(nameOf('N2'))),
    [linked],
  );
});
