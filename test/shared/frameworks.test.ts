// The frameworks are whole: both languages, a sound tree, no name of something that does not exist.
import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { type Axis, findFramework, frameworks } from '../../shared/frameworks/frameworks.ts';
import { must } from '../../shared/must.ts';

const seeds = join(import.meta.dirname, '../../../shared/seeds');
const han = /\p{Script=Han}/u;

test('both frameworks are found by their id, with every code', () => {
  assert.equal(findFramework('community-social-capital')?.codes.length, 67);
  assert.equal(findFramework('asset-based-capacity-building')?.codes.length, 54);
  assert.equal(findFramework('none-such'), undefined);
});

for (const framework of frameworks)
  describe(framework.id, () => {
    test('every text stands in both languages', () => {
      let texts = 0;
      for (const [path, text] of textsOf(framework, framework.id)) {
        texts++;
        const { en, zh } = text;
        assert.ok(typeof en === 'string' && en.length > 0, `${path} in English`);
        assert.ok(typeof zh === 'string' && zh.length > 0, `${path} in Chinese`);
        assert.doesNotMatch(en, han, path);
        if (/\p{Letter}{2}/u.test(en)) assert.match(zh, han, path);
      }
      assert.ok(texts > 4 * framework.codes.length, `${texts} texts were seen`);
    });

    test('codes have what a coder needs', () => {
      for (const code of framework.codes) {
        const texts = [code.name, code.definition, code.useWhen];
        if (code.applicable) texts.push(must(code.example, `${code.id} has an example`));
        for (const text of texts) assert.ok(text.en && text.zh, code.id);
        assert.match(code.colour, /^#[0-9A-F]{6}$/, code.id);
      }
    });

    test('ids are unique, parents come first', () => {
      const seen = new Set<string>();
      for (const { id, parent } of framework.codes) {
        assert.ok(parent === null || seen.has(parent), `${id} stands before its parent ${parent}`);
        assert.ok(!seen.has(id), `${id} twice`);
        seen.add(id);
      }
      for (const list of [
        framework.phases,
        framework.attributes,
        framework.codingProperties,
        framework.relationTypes,
        framework.matrices,
        ...framework.attributes.map((attribute) => attribute.values ?? []),
        ...framework.codingProperties.map((property) => property.values),
      ])
        assert.deepEqual([...new Set(ids(list))], ids(list));
    });

    test('every id that is named exists', () => {
      const codes = new Set(ids(framework.codes));
      const attributes = new Set(ids(framework.attributes));
      const phases = new Set(ids(framework.phases));
      const matrices = new Set(ids(framework.matrices));
      const has = (set: Set<string>, names: readonly string[] | undefined, where: string) => {
        for (const name of names ?? []) assert.ok(set.has(name), `${where} names ${name}`);
      };
      const check = (axis: Axis, where: string) => {
        if (axis.kind === 'codes') has(codes, axis.codes, where);
        if (axis.kind === 'codes') has(phases, axis.phases, where);
        if (axis.kind === 'source-attribute') has(attributes, [axis.attribute], where);
      };
      for (const matrix of framework.matrices) {
        check(matrix.rows, matrix.id);
        check(matrix.columns, matrix.id);
        if (matrix.outcome?.kind === 'code') has(codes, [matrix.outcome.code], matrix.id);
        if (matrix.outcome?.kind === 'attribute') has(attributes, [matrix.outcome.attribute], matrix.id);
      }
      for (const code of framework.codes)
        for (const rule of [code.notWhen, code.useWhen])
          for (const text of [rule?.en ?? '', rule?.zh ?? ''])
            has(codes, codeIdsIn(text), `${code.id}: ${text}`);
      for (const { id, sets } of framework.codes) if (sets && 'phase' in sets) has(phases, [sets.phase], id);
      for (const relation of framework.relationTypes) has(codes, relation.between, relation.id);
      for (const covered of framework.coverage) {
        has(codes, covered.codes, covered.phrase);
        has(attributes, covered.attributes, covered.phrase);
        has(matrices, covered.matrices, covered.phrase);
      }
    });

    test('choices and only choices have values', () => {
      for (const { id, type, values } of framework.attributes)
        assert.equal(type === 'choice' || type === 'ordinal', (values ?? []).length > 1, id);
    });

    test('what is carried stands in the text the framework was built from', { skip: seedsMissing() }, () => {
      const phrases = new Set(framework.codes.flatMap((code) => code.carries));
      for (const { phrase } of framework.coverage) phrases.add(phrase);
      const texts = globSync('*.txt', { cwd: seeds }).map((name) => readFileSync(join(seeds, name), 'utf8'));
      const missing = texts.map((text) => [...phrases].filter((phrase) => !text.includes(phrase)));
      const nearest = must(missing.toSorted((a, b) => a.length - b.length)[0], 'a seed text');
      assert.ok(phrases.size > 30);
      assert.deepEqual(nearest, []);
    });
  });

test('codes that name a level or a phase set it and are no coding of their own', () => {
  const sets = frameworks.flatMap(({ codes }) =>
    codes.flatMap((code) => (code.sets ? [[code.id, code.sets]] : [])),
  );
  assert.deepEqual(sets, [
    ['G1', { level: 1 }],
    ['G2', { level: 2 }],
    ['G3', { level: 3 }],
    ['H1', { phase: 'before' }],
    ['H2', { phase: 'during' }],
    ['H3', { phase: 'after' }],
  ]);
});

function ids(list: readonly { readonly id: string }[]): string[] {
  return list.map(({ id }) => id);
}

/** Ids such as T1, C2a or P13, and both ends of ranges such as W2-W6. */
function codeIdsIn(text: string): string[] {
  return text.match(/(?<![A-Za-z0-9])[A-Z]\d{1,2}[a-z]?(?![A-Za-z0-9])/g) ?? [];
}

/** Every object with the key `en` or `zh` inside `value`, with its path. */
function* textsOf(value: unknown, path: string): Generator<[string, { en?: unknown; zh?: unknown }]> {
  if (typeof value !== 'object' || value === null) return;
  if ('en' in value || 'zh' in value) yield [path, value];
  for (const [key, part] of Object.entries(value)) yield* textsOf(part, `${path}.${key}`);
}

function seedsMissing(): string | false {
  return !existsSync(seeds) && 'the texts that the frameworks were built from are not beside the repository';
}
