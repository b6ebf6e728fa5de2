// Saved questions name attributes, coders, types of links and matrices by the ids that never change; until here by their names.
import type Database from 'better-sqlite3';

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
type Ids = ReadonlyMap<string, string>;

export function lastingNames(sqlite: Database.Database): void {
  const all = sqlite.prepare<[], [number, string]>('SELECT id, question FROM matrices').raw().all();
  const ways = waysOf(sqlite);
  const update = sqlite.prepare('UPDATE matrices SET question = ? WHERE id = ?');
  for (const [id, question] of all)
    update.run(JSON.stringify(renamed(ways, JSON.parse(question) as Json)), id);
  sqlite.exec(`
    UPDATE matrices SET seal = sealed('matrices', uid, name, description, question, display, created_at, changed_at);
    UPDATE tallies SET marks = (SELECT joined(mark('matrices', id, seal)) FROM matrices)
    WHERE name = 'matrices' AND rows > 0;
  `);
}

type Ways = ReturnType<typeof waysOf>;

function waysOf(sqlite: Database.Database) {
  const ids = (sql: string): Ids =>
    new Map(
      sqlite
        .prepare<[], [string | null, string]>(sql)
        .raw()
        .all()
        .flatMap(([name, uid]) => (name === null ? [] : [[fold(name), uid] as const])),
    );
  const attributes = ids(`SELECT owner || ':' || also_name, uid FROM attributes
    UNION ALL SELECT owner || ':' || name, uid FROM attributes`);
  const codes = ids('SELECT short_id, uid FROM codes');
  const matrices = ids('SELECT name, uid FROM matrices');
  const coders = ids('SELECT name, uid FROM coders');
  const types = ids(`SELECT also_name, uid FROM relation_types UNION ALL SELECT name, uid FROM relation_types
    UNION ALL SELECT key, uid FROM relation_types`);
  const attribute = (owner: string, name: string): string => attributes.get(fold(`${owner}:${name}`)) ?? name;
  return {
    attribute,
    coder: (name: string): string => coders.get(fold(name)) ?? name,
    type: (name: string): string => types.get(fold(name)) ?? name,
    /** A dimension, or a condition of a truth table. */
    dimension: (text: string): string => {
      const [, owner = '', name = ''] = /^(case|source)[:：]\s*(.+?)\s*$/su.exec(text) ?? [];
      return owner === '' ? text : `${owner}:${attribute(owner, name)}`;
    },
    cell: (text: string): string => {
      const [, name = '', heading = '', least = ''] =
        /^cell[:：]\s*(.+?)\s*\/\s*([^/]+?)\s*(?:>=|≥)\s*([1-5])$/su.exec(text) ?? [];
      const matrix = matrices.get(fold(name));
      return matrix === undefined ? text : `cell:${matrix}/${codes.get(fold(heading)) ?? heading}>=${least}`;
    },
  };
}

const fold = (name: string): string => name.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();

function renamed(ways: Ways, question: Json): Json {
  if (!isObject(question)) return question;
  const next = { ...question };
  const change = (key: string, way: (text: string) => string): void => {
    const value = next[key];
    if (typeof value === 'string') next[key] = way(value);
    else if (Array.isArray(value))
      next[key] = value.map((each) => (typeof each === 'string' ? way(each) : each));
  };
  if (next.coders !== 'all') change('coders', ways.coder);
  if (Array.isArray(next.filters)) next.filters = next.filters.map((each) => filterIn(ways, each));
  if (!('kind' in next)) {
    for (const key of ['rows', 'columns', 'panels']) change(key, ways.dimension);
    const { rowOrder, columnOrder } = question;
    if (rowOrder) next.rowOrder = ordered(ways, rowOrder, question.rows);
    if (columnOrder) next.columnOrder = ordered(ways, columnOrder, question.columns);
    return next;
  }
  change('type', ways.type);
  change('attribute', (name) => ways.attribute('case', name));
  change('order', (name) => ways.attribute('source', name));
  for (const key of ['conditions', 'outcome']) change(key, (text) => ways.cell(ways.dimension(text)));
  return next;
}

function filterIn(ways: Ways, filter: Json): Json {
  if (!isObject(filter) || typeof filter.dimension !== 'string') return filter;
  return { ...filter, dimension: ways.dimension(filter.dimension) };
}

function ordered(ways: Ways, order: Json, axis: Json | undefined): Json {
  if (!isObject(order) || typeof order.attribute !== 'string') return order;
  const owner = Array.isArray(axis) && axis.find((name) => name === 'case' || name === 'source');
  return { ...order, attribute: ways.attribute(String(owner), order.attribute) };
}

function isObject(value: Json | undefined): value is { [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
