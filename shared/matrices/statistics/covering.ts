// The smallest sets of things that cover all rows, within a bound on the work.

/** No more sets than this are listed, nor looked for. */
const MOST_SETS = 30;
/** No more looks at things and their rows than this in one covering: a second or two. */
const MOST_LOOKS = 10_000_000;

/** A thing by its place in the list, and the rows that it covers. */
interface Cover {
  readonly place: number;
  readonly rows: readonly number[];
}

/** Looks left; spending more throws `tooLarge`. */
interface Budget {
  looks: number;
}

const tooLarge = Symbol('too large');

/**
 * The smallest sets that cover rows 0 to `rows` - 1, each as places of `covers`, which names for each thing the rows that
 * it covers. The first `MOST_SETS` of them are enough; null where finding them takes more than `MOST_LOOKS`.
 */
export function smallestCovers(rows: number, covers: readonly (readonly number[])[]): number[][] | null {
  const budget = { looks: MOST_LOOKS };
  try {
    const things = withoutEasyRows(rows, covers, budget);
    // Their least number is the same without the things of which others cover as much; the sets want all things.
    const strong = undominated(rows, things, budget);
    const open = new Set(things.flatMap((thing) => thing.rows));
    for (let size = 0; size <= open.size; size++) {
      if (search(strong, { open, size, most: 1, budget }).length > 0)
        return search(things, { open, size, most: MOST_SETS, budget });
    }
    return [];
  } catch (error) {
    if (error === tooLarge) return null;
    throw error;
  }
}

interface Wanted {
  readonly open: ReadonlySet<number>;
  readonly size: number;
  readonly most: number;
  readonly budget: Budget;
}

/** Sets of at most `size` things that cover the open rows; each is met once, by its first thing at the row chosen. */
function search(things: readonly Cover[], { open: all, size, most, budget }: Wanted): number[][] {
  const found: number[][] = [];
  const go = (left: readonly Cover[], chosen: readonly number[], open: ReadonlySet<number>): void => {
    if (open.size === 0) found.push([...chosen].sort((a, b) => a - b));
    if (open.size === 0 || chosen.length === size) return;
    const { scarcest, apart } = look(left, open, budget);
    if (apart > size - chosen.length) return;
    let rest = left;
    for (const thing of scarcest) {
      if (found.length >= most) return;
      rest = rest.filter((other) => other !== thing);
      const still = new Set(open);
      for (const row of thing.rows) still.delete(row);
      go(rest, [...chosen, thing.place], still);
    }
  };
  go(things, [], all);
  return found;
}

/** The things at the row with the fewest, and how many rows share no thing: so many things at least are needed. */
function look(
  things: readonly Cover[],
  open: ReadonlySet<number>,
  budget: Budget,
): { readonly scarcest: readonly Cover[]; readonly apart: number } {
  spend(budget, things.length + open.size);
  const byRow = new Map(Array.from(open, (row): [number, Cover[]] => [row, []]));
  for (const thing of things) {
    spend(budget, thing.rows.length);
    for (const row of thing.rows) byRow.get(row)?.push(thing);
  }
  const lists = [...byRow.values()].sort((a, b) => a.length - b.length);
  const met = new Set<Cover>();
  let apart = 0;
  for (const list of lists) {
    if (list.some((thing) => met.has(thing))) continue;
    apart++;
    for (const thing of list) met.add(thing);
  }
  return { scarcest: lists[0] ?? [], apart };
}

/** A row that has all the things of another one is covered along with that, and is left out. */
function withoutEasyRows(rows: number, covers: readonly (readonly number[])[], budget: Budget): Cover[] {
  const thingsAt = turned(rows, covers);
  const easy = new Set<number>();
  eachContained(thingsAt, covers, budget, (row, larger, same) => {
    if (!same || row < larger) easy.add(larger);
  });
  return covers.map((own, place) => ({ place, rows: own.filter((row) => !easy.has(row)) }));
}

/** Without the things that cover nothing, or no more than another one does. */
function undominated(rows: number, things: readonly Cover[], budget: Budget): Cover[] {
  const lists = things.map((thing) => thing.rows);
  const weak = new Set<number>();
  eachContained(lists, turned(rows, lists), budget, (thing, larger, same) => {
    if (!same || larger < thing) weak.add(thing);
  });
  return things.filter((thing, place) => thing.rows.length > 0 && !weak.has(place));
}

/** Calls `visit` for each list, by place, of which another one has all members; `same` where both are equal. */
function eachContained(
  lists: readonly (readonly number[])[],
  listsWith: readonly (readonly number[])[],
  budget: Budget,
  visit: (place: number, larger: number, same: boolean) => void,
): void {
  for (const [place, list] of lists.entries()) {
    const shared = new Uint32Array(lists.length);
    for (const member of list) {
      const others = listsWith[member] ?? [];
      spend(budget, others.length);
      for (const other of others) {
        shared[other] = (shared[other] ?? 0) + 1;
        if (other !== place && shared[other] === list.length)
          visit(place, other, lists[other]?.length === list.length);
      }
    }
  }
}

/** By member, the places of the lists that have it. */
function turned(members: number, lists: readonly (readonly number[])[]): number[][] {
  const found = Array.from({ length: members }, (): number[] => []);
  for (const [place, list] of lists.entries()) for (const member of list) found[member]?.push(place);
  return found;
}

function spend(budget: Budget, looks: number): void {
  budget.looks -= looks;
  if (budget.looks < 0) throw tooLarge;
}
