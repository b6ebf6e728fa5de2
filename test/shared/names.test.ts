// What a reference means: names, short ids, numbers, labels and ids, and what is said where it means several things.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { findNamed } from '../../shared/find-named.ts';
import { named, type Named } from '../../shared/names.ts';
import { must } from '../../shared/must.ts';
import { Refused } from '../../shared/refused.ts';
import { sayRefusal } from '../../shared/say-refused.ts';
import type { Values } from '../../shared/words/say.ts';

const uid = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

function meant(things: readonly Named[], reference: string): string {
  try {
    return findNamed(things, reference, 'refused.unknown-source').uid;
  } catch (error) {
    if (error instanceof Refused) return sayRefusal('en', error.refusal);
    throw error;
  }
}

test('a thing that is called like the number of another hides neither', () => {
  const things = [
    { uid: 'abcdef01-1', names: ['2'], number: 1 },
    { uid: 'abcdef02-2', names: ['north'], number: 2 },
  ];
  assert.match(meant(things, '2'), /names several things; .*: 1, abcdef02 \(north\)\.$/);
  assert.equal(meant(things, '1'), 'abcdef01-1');
  assert.equal(meant(things, 'NORTH'), 'abcdef02-2');
  assert.equal(meant(things, 'ABCDEF02'), 'abcdef02-2');
  assert.match(meant(things, 'abcdef0'), /^There is no source “abcdef0” in this project; the list /);
  assert.match(meant(things, ''), /^There is no source “”/);
  assert.equal(meant([{ uid: 'x', names: ['7'], number: 7 }], '7'), 'x');
});

test('the name that was perhaps meant is offered, in both languages', () => {
  const things = [
    { uid: uid(1), names: ['Residents trust', '居民之间的信任'], shortId: 'T1' },
    { uid: uid(2), names: ['Norms'], shortId: 'N' },
  ];
  for (const [typed, near] of [
    ['T1x', 'T1'],
    ['Resident trust', 'Residents trust'],
    ['居民间的信任', '居民之间的信任'],
    ['nroms', 'Norms'],
  ] as const) {
    assert.throws(() => findNamed(things, typed, 'refused.unknown-code'), {
      refusal: { key: 'refused.unknown-code', values: { name: typed, near } },
    });
  }
  assert.throws(() => findNamed(things, 'T2', 'refused.unknown-code'), {
    refusal: { key: 'refused.unknown-code', values: { name: 'T2' } },
  });
  const refusal = { key: 'refused.unknown-code', values: { name: 'T1x', near: 'T1' } } as const;
  assert.equal(sayRefusal('en', refusal), 'There is no code “T1x” in this project; did you mean “T1”?');
  assert.equal(sayRefusal('zh', refusal), '项目中没有编码“T1x”，是否指“T1”？');
});

test('a list is written with the marks of its language', () => {
  const refusal = { key: 'refused.unknown-phase', values: { name: 'x', known: ['a', 'b', 'c'] } } as const;
  assert.match(sayRefusal('en', refusal), /: a, b, c\.$/);
  assert.match(sayRefusal('zh', refusal), /：a、b、c。$/);
});

/** A value that is a list. */
function lists(value: Values[string] | undefined): readonly string[] | null {
  return typeof value === 'object' ? value : null;
}

test('whatever is offered where several things answer is accepted and means one of them', () => {
  const word = fc.constantFrom('a', 'A', 'b', '1', '2', 'T1', '３');
  const thing = fc.record({
    name: word,
    shortId: fc.option(word),
    number: fc.option(fc.integer({ min: 1, max: 3 })),
  });
  fc.assert(
    fc.property(fc.array(thing, { minLength: 2, maxLength: 5 }), word, (made, reference) => {
      const things = made.map(({ name, shortId, number }, n): Named => {
        const thing = { uid: uid(n), names: [name], shortId };
        return number === null ? thing : { ...thing, number };
      });
      try {
        named(things, reference);
      } catch (error) {
        assert.ok(error instanceof Refused);
        const offered = must(lists(error.refusal.values['candidates']), 'a list');
        const found = offered.map((each) => named(things, each.replace(/ \(.*/, ''))?.uid);
        assert.ok(offered.length > 1 && !found.includes(undefined));
        assert.equal(new Set(found).size, offered.length);
      }
    }),
  );
});
