// Made-up projects for measuring the window: long interviews with thousands of overlapping codings, and large codebooks.
import { randomUUID } from 'node:crypto';
import { coderNamed } from '../../electron/engine/coding/coders.ts';
import { createProject, type Project } from '../../electron/engine/project/open.ts';
import type { Writable } from '../../electron/engine/store/change.ts';
import { must } from '../../shared/must.ts';
import { act, addText } from '../helpers/project.ts';

export interface Wish {
  readonly codes: number;
  readonly sources: readonly {
    readonly name: string;
    readonly words: number;
    readonly codings: number;
    readonly case?: string;
  }[];
}

/** Makes the project file at `path` and closes it; texts and codings are the same in each run. */
export function makeProject(path: string, { codes, sources }: Wish): void {
  const project = createProject({ path, name: 'Bench', language: 'en', framework: null, coder: 'Ada' });
  const chance = chances(12345);
  try {
    act(project, 'codes.add', (db) => addCodes(db, codes));
    for (const { name, words, codings, case: of = null } of sources) {
      const text = interview(words, chance);
      const id = addText(project, name, text, { case: of, interviewers: ['Interviewer'] });
      addCodings(project, { id, text, codings }, chance);
    }
  } finally {
    project.close();
  }
}

/** An interview of that many words: turns of some 60 words, every fourth one a short question. */
export function interview(words: number, chance: () => number): string {
  const lines: string[] = [];
  for (let left = words; left > 0;) {
    const asks = lines.length % 4 === 0;
    const length = Math.min(left, Math.floor(asks ? 8 + chance() * 12 : 40 + chance() * 70));
    const spoken = Array.from({ length }, () => vocabulary[Math.floor(chance() * vocabulary.length)]);
    lines.push(`${asks ? 'Interviewer' : 'Ms Lin'}: ${spoken.join(' ')}.`);
    left -= length;
  }
  return lines.join('\n');
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function chances(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Families of ten: a code and nine below it. */
function addCodes(db: Writable, count: number): void {
  let parent: number | null = null;
  for (let n = 0; n < count; n++) {
    const isTop: boolean = n % 10 === 0;
    const [one, other] = [vocabulary[n % vocabulary.length], vocabulary[(n * 7 + 3) % vocabulary.length]];
    const code = { uid: randomUUID(), name: `${one} ${other} ${n}`, parent_id: isTop ? null : parent };
    const id = db.insert('codes', { ...code, position: n, applicable: 1, derived: 0 });
    if (isTop) parent = id;
  }
}

interface Coded {
  readonly id: number;
  readonly text: string;
  readonly codings: number;
}

/** Codings of 72 units on average all over the text, most of them alone, some six deep. */
function addCodings(project: Project, { id, text, codings }: Coded, chance: () => number): void {
  const codes = project.db.all<{ id: number }>('SELECT id FROM codes WHERE parent_id IS NOT NULL');
  const used = codes.slice(0, 60);
  act(project, 'codings.add', (db) => {
    const coder_id = coderNamed(db, null);
    const taken = new Set<string>();
    for (let n = 0; n < codings; n++) {
      const start = Math.floor(((n + chance()) / codings) * (text.length - 200));
      const end = start + 20 + Math.floor(chance() * 104);
      const code_id = must(used[Math.floor(chance() * used.length)], 'a code').id;
      if (taken.size === taken.add(`${start} ${end} ${code_id}`).size) continue;
      const span = { source_id: id, start, end, quote: text.slice(start, end) };
      db.insert('codings', {
        uid: randomUUID(),
        ...span,
        code_id,
        coder_id,
        created_at: '2026-01-05T10:00:00Z',
      });
    }
  });
}

const vocabulary = (
  'lamp yard shed ladder key gate kettle bench pump roof garden list lantern neighbour promise rule meeting money ' +
  'paper street window winter flood council office club patrol hall stair letter ask borrow lend return wait trust ' +
  'share sweep paint carry remember forget answer the a of and to in it was that we they she he with for on after ' +
  'before every nobody somebody always never twice again because when while still only'
).split(' ');
