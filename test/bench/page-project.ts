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
    /** Words, or Chinese characters. */
    readonly words: number;
    readonly codings: number;
    readonly case?: string;
    readonly chinese?: boolean;
  }[];
}

/** Makes the project file at `path` and closes it; texts and codings are the same in each run. */
export function makeProject(path: string, { codes, sources }: Wish): void {
  const project = createProject({ path, name: 'Bench', language: 'en', framework: null, coder: 'Ada' });
  const chance = chances(12345);
  try {
    act(project, 'codes.add', (db) => addCodes(db, codes));
    for (const { name, words, codings, case: of = null, chinese = false } of sources) {
      const text = (chinese ? talk : interview)(words, chance);
      const id = addText(project, name, text, { case: of, interviewers: ['Interviewer', '访谈者'] });
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

/** A Chinese interview of that many characters: turns of some 100, every fourth one a short question. */
export function talk(characters: number, chance: () => number): string {
  const lines: string[] = [];
  for (let left = characters; left > 0;) {
    const asks = lines.length % 4 === 0;
    const length = Math.min(left, Math.floor(asks ? 12 + chance() * 18 : 60 + chance() * 120));
    const said = Array.from({ length: Math.ceil(length / 9) }, () => {
      const at = Math.floor(chance() * (phrases.length - 8));
      return phrases.slice(at, at + 8);
    });
    lines.push(`${asks ? '访谈者' : '林大姐'}：${said.join('，')}。`);
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

/** Codings all over the text, of 72 units on average or, where they are many, so short that they are hardly more than six deep. */
function addCodings(project: Project, { id, text, codings }: Coded, chance: () => number): void {
  const codes = project.db.all<{ id: number }>('SELECT id FROM codes WHERE parent_id IS NOT NULL');
  const used = codes.slice(0, 60);
  act(project, 'codings.add', (db) => {
    const coder_id = coderNamed(db, null);
    const taken = new Set<string>();
    const share = Math.min(1, (2 * text.length) / (72 * codings));
    for (let n = 0; n < codings; n++) {
      const start = Math.floor(((n + chance()) / codings) * (text.length - 200));
      const end = start + Math.ceil(share * (20 + Math.floor(chance() * 104)));
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

const phrases =
  '那时候大家都不说话后来水退了有人把名单贴在门口谁家需要抽水就写上名字每一台都还回来了钥匙放在三楼的阿姨那里' +
  '借了活动室的人要扫干净没有人写下来但是人人都这样做街道答应给一间房后来租给了商店从那以后我什么也不问了' +
  '我们在院子里种了豆子冬天一起铲雪夏天一起乘凉孩子们认识每一扇门晚上巡逻的人穿着背心大家认得他们';
