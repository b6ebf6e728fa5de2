// What the history says of how a study was made: who coded which text when, the work of each day, the versions of the codebook.
import type { ActEntry } from '../../../shared/contract/project.ts';
import { actSentence } from '../../../shared/words/acts.ts';
import type { Language } from '../../../shared/words/say.ts';
import type { Readable } from '../store/connection.ts';
import { listActs } from '../store/change.ts';

interface CodingPeriod {
  readonly source: string;
  /** Null where nobody has coded the source yet. */
  readonly coder: string | null;
  readonly codings: number;
  /** Days of the first and the last of them that stand today. */
  readonly first: string;
  readonly last: string;
}

/** By source in the order of numbers, then by coder. */
export function codingPeriods(db: Readable): CodingPeriod[] {
  return db
    .all<CodingPeriod>(
      `SELECT s.name AS source, k.name AS coder, count(g.id) AS codings,
         coalesce(min(g.created_at), '') AS first, coalesce(max(g.created_at), '') AS last
       FROM sources s LEFT JOIN codings g ON g.source_id = s.id LEFT JOIN coders k ON k.id = g.coder_id
       GROUP BY s.id, k.id ORDER BY s.number, k.id`,
    )
    .map((each) => ({ ...each, first: dayText(each.first), last: dayText(each.last) }));
}

interface DayOfWork {
  readonly day: string;
  readonly coder: string;
  coded: number;
  changed: number;
  removed: number;
  codebook: number;
  other: number;
  /** Acts that were taken back on this day. */
  undone: number;
}

/** Acts by day and person, in the order of time; an act done again counts as one of its kind. */
export function workByDay(db: Readable): DayOfWork[] {
  const days = new Map<string, DayOfWork>();
  for (const { at, coder, name, values } of actsInOrder(db)) {
    const day = dayText(at);
    const key = `${day} ${coder}`;
    const none = { coded: 0, changed: 0, removed: 0, codebook: 0, other: 0, undone: 0 };
    const work = days.get(key) ?? { day, coder, ...none };
    days.set(key, work);
    work[kindOf(name === 'redo' ? String(values['act']) : name)] += 1;
  }
  return [...days.values()];
}

function kindOf(name: string): Exclude<keyof DayOfWork, 'day' | 'coder'> {
  if (name === 'undo') return 'undone';
  if (name.startsWith('codings.add')) return 'coded';
  if (name.startsWith('codings.remove')) return 'removed';
  if (name.startsWith('codings.')) return 'changed';
  return isOfCodebook(name) ? 'codebook' : 'other';
}

const isOfCodebook = (name: string): boolean => name.startsWith('codes.') || name.startsWith('code-sets.');

interface CodebookVersion {
  readonly day: string;
  readonly coders: readonly string[];
  /** What changed since the version before, one sentence each. */
  readonly changes: readonly string[];
  /** How many codes it has. */
  readonly codes: number;
}

/** A version for each day on which the codebook was changed and stayed so, the earliest first. */
export function codebookVersions(db: Readable, language: Language): CodebookVersion[] {
  const grown = new Map(
    db.rows<[number, number]>(
      `SELECT act_id, sum(CASE op WHEN 'insert' THEN 1 WHEN 'delete' THEN -1 ELSE 0 END) FROM journal
       WHERE "table" = 'codes' GROUP BY act_id`,
    ),
  );
  const acts = actsInOrder(db).filter(
    ({ id, name, state }) => state === 'done' && (isOfCodebook(name) || grown.has(id)),
  );
  let codes = db.value<number>('SELECT count(*) FROM codes') ?? 0;
  const versions: CodebookVersion[] = [];
  const days = [...Map.groupBy(acts, ({ at }) => dayText(at))];
  for (const [day, ofDay] of days.toReversed()) {
    versions.unshift({
      day,
      coders: [...new Set(ofDay.map(({ coder }) => coder))],
      changes: ofDay.map((act) => actSentence(language, act)),
      codes,
    });
    codes -= ofDay.reduce((sum, { id }) => sum + (grown.get(id) ?? 0), 0);
  }
  return versions;
}

function actsInOrder(db: Readable): ActEntry[] {
  return listActs(db, Number.MAX_SAFE_INTEGER).toReversed();
}

/** '2026-05-31', local time; '' for no moment. */
export function dayText(at: string): string {
  if (at === '') return '';
  const time = new Date(at);
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}`;
}
