// A ready framework becomes the codebook and the attributes of a new project.
import { randomUUID } from 'node:crypto';
import type { Framework, FrameworkCode } from '../../../shared/frameworks/frameworks.ts';
import { must } from '../../../shared/must.ts';
import type { Language } from '../../../shared/words/say.ts';
import { addAttribute } from '../cases/attributes.ts';
import type { Writable } from '../store/change.ts';

/** Writes the framework's codes and attributes in `language`; names of the other language answer too. */
export function addFramework(db: Writable, framework: Framework, language: Language): void {
  const other = language === 'en' ? 'zh' : 'en';
  const ids = new Map<string, number>();
  for (const [position, code] of framework.codes.entries()) {
    const parent =
      code.parent === null ? null : must(ids.get(code.parent), 'the parent stands before its children');
    ids.set(code.id, db.insert('codes', { ...codeRow(code, language), parent_id: parent, position }));
  }
  for (const { name, type, scope, values = [] } of framework.attributes) {
    addAttribute(db, {
      owner: scope,
      name: name[language],
      alsoName: name[other],
      type,
      choices: values.map((value) => ({ name: value.name[language], also: [value.id, value.name[other]] })),
    });
  }
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
