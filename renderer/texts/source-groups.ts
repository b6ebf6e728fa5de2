// The sources of the project in groups: by case or by phase, those without one last.
import type { ListedSource } from './counts.tsx';
import { answersTo } from '../find-by-name.ts';

export type Grouping = 'case' | 'phase';

export interface SourceGroup {
  /** The case's or phase's name; null for sources without one. */
  readonly name: string | null;
  readonly sources: readonly ListedSource[];
}

/**
 * Groups in the given order of names, without empty ones; a source of several cases stands in each. `typed` keeps the
 * sources whose name, number or group answers to it.
 */
export function groupSources(
  sources: readonly ListedSource[],
  by: { readonly grouping: Grouping; readonly order: readonly string[] },
  typed: string,
): readonly SourceGroup[] {
  const groups = new Map<string | null, ListedSource[]>(by.order.map((name) => [name, []]));
  const without: ListedSource[] = [];
  for (const source of sources) {
    const names = by.grouping === 'case' ? source.cases : source.phase === null ? [] : [source.phase];
    if (names.length === 0) without.push(source);
    for (const name of names) {
      const group = groups.get(name);
      if (group) group.push(source);
      else groups.set(name, [source]);
    }
  }
  groups.set(null, without);
  return [...groups]
    .map(([name, list]) => ({
      name,
      sources: list.filter((source) => answersTo([source.name, String(source.number), name ?? ''], typed)),
    }))
    .filter((group) => group.sources.length > 0);
}

/** A source's name without the group's name that it begins with: "Interview 1" of "Maple Lane, interview 1". */
export function nameWithin(name: string, group: string | null): string {
  if (group === null || !name.startsWith(group)) return name;
  const [, rest = ''] = /^[\s,，、:：·–—-]+(.+)$/u.exec(name.slice(group.length)) ?? [];
  // A bare "2" would not say what it is.
  return /\p{L}/u.test(rest) ? rest.charAt(0).toUpperCase() + rest.slice(1) : name;
}
