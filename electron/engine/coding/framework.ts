// A ready framework becomes part of the codebook, the attributes and the types of links of a project.
import { randomUUID } from 'node:crypto';
import type { Framework, FrameworkCode } from '../../../shared/frameworks/frameworks.ts';
import { must } from '../../../shared/must.ts';
import type { Language } from '../../../shared/words/say.ts';
import { addAttribute, listAttributes, type Attribute } from '../cases/attributes.ts';
import type { Writable } from '../store/change.ts';
import { nextPosition } from '../text/order.ts';
import { addTypesOf } from './relation-types.ts';

/**
 * Writes the framework's codes, attributes and types of links in `language`, after those that are there; names of the other language
 * answer too. An attribute that is there already takes the values that it lacks.
 */
export function addFramework(db: Writable, framework: Framework, language: Language): void {
  const other = language === 'en' ? 'zh' : 'en';
  const ids = new Map<string, number>();
  const first = nextPosition(db, 'codes');
  for (const [place, code] of framework.codes.entries()) {
    const parent =
      code.parent === null ? null : must(ids.get(code.parent), 'the parent stands before its children');
    ids.set(
      code.id,
      db.insert('codes', { ...codeRow(code, language), parent_id: parent, position: first + place }),
    );
  }
  addTypesOf(db, framework.relationTypes, { language, codes: ids });
  for (const { name, type, scope, values = [] } of framework.attributes) {
    offerAttribute(db, {
      owner: scope,
      name: name[language],
      alsoName: name[other],
      type,
      choices: values.map((value) => ({ name: value.name[language], also: [value.id, value.name[other]] })),
    });
  }
}

function offerAttribute(db: Writable, wanted: Omit<Attribute, 'id' | 'uid'>): void {
  const known = listAttributes(db).find(({ owner, name }) => owner === wanted.owner && name === wanted.name);
  if (known) {
    db.update('attributes', known.id, { choices: JSON.stringify(joined(known.choices, wanted.choices)) });
  } else {
    addAttribute(db, wanted);
  }
}

type Choice = Attribute['choices'][number];

/** The values of both lists; values with a word in common are one and answer to the words of both. */
function joined(known: readonly Choice[], wanted: readonly Choice[]): readonly Choice[] {
  const words = ({ name, also }: Choice): string[] => [name, ...also];
  const same = (a: Choice, b: Choice): boolean => words(a).some((word) => words(b).includes(word));
  const kept = known.map((choice) => {
    const more = wanted.filter((each) => same(each, choice)).flatMap(words);
    return { name: choice.name, also: [...new Set([...choice.also, ...more])] };
  });
  return [...kept, ...wanted.filter((each) => !known.some((choice) => same(each, choice)))];
}

function codeRow(code: FrameworkCode, language: Language) {
  const { sets } = code;
  return {
    uid: randomUUID(),
    short_id: code.id,
    name: code.name[language],
    also_name: code.name[language === 'en' ? 'zh' : 'en'],
    color: code.colour,
    definition: code.definition[language],
    use_when: code.useWhen[language],
    not_when: code.notWhen?.[language] ?? null,
    example: code.example?.[language] ?? null,
    applicable: code.applicable ? 1 : 0,
    derived: code.derived ? 1 : 0,
    sets_level: sets && 'level' in sets ? sets.level : null,
    sets_phase: sets && 'phase' in sets ? sets.phase : null,
  };
}
