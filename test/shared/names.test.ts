// What a reference means: names, short ids, numbers, labels and ids, and what is said where it means several things.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { must } from '../../shared/must.ts';
import { findNamed, named, type Named } from '../../shared/names.ts';
import { Refused } from '../../shared/refused.ts';

const uid = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

function meant(things: readonly Named[], reference: string): string {
  try {
    return findNamed(things, reference, 'refused.unknown-source').uid;
  } catch (error) {
    if (error instanceof Refused)
      return `${error.refusal.key}: ${[error.refusal.values['candidates'] ?? ''].flat().join(', ')}`;
    throw error;
  }
}

test('a thing that is called like the number of another hides neither', () => {
  const things = [
    { uid: 'abcdef01-1', names: ['2'], number: 1 },
    { uid: 'abcdef02-2', names: ['north'], number: 2 },
  ];
  assert.equal(meant(things, '2'), 'refused.ambiguous: 1, abcdef02 (north)');
  assert.equal(meant(things, '1'), 'abcdef01-1');
  assert.equal(meant(things, 'NORTH'), 'abcdef02-2');
  assert.equal(meant(things, 'ABCDEF02'), 'abcdef02-2');
  assert.equal(meant(things, 'abcdef0'), 'refused.unknown-source: ');
  assert.equal(meant([{ uid: 'x', names: ['7'], number: 7 }], '7'), 'x');
});

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
        const offered = [must(error.refusal.values['candidates'], 'candidates')].flat().map(String);
        const found = offered.map((each) => named(things, each.replace(/ \(.*/, ''))?.uid);
        assert.ok(offered.length > 1 && !found.includes(undefined));
        assert.equal(new Set(found).size, offered.length);
      }
    }),
  );
});
