// Questions of saved matrices name codes by the id that never changes too; from here on some of them are of reports.
const isOfCodes = (dimension: string): string =>
  `(${dimension} GLOB 'code*' AND ${dimension} NOT GLOB 'code-set*')`;

const filters = `
UPDATE matrices SET question = json_set(question, '$.filters', json((
  SELECT json_group_array(json_set(f.value, '$.value', ifnull(c.uid, f.value ->> 'value')) ORDER BY f.key)
  FROM json_each(question, '$.filters') f
  LEFT JOIN codes c ON c.short_id = f.value ->> 'value' COLLATE NOCASE AND ${isOfCodes(`(f.value ->> 'dimension')`)}
))) WHERE json_array_length(question, '$.filters') > 0;`;

/** A heading as a list of ids at `ids`, on the axis that `axis` names. */
const heading = (ids: string, axis: string): string => `(
  SELECT json_group_array(ifnull(c.uid, v.value) ORDER BY v.key) FROM json_each(${ids}) v
  LEFT JOIN codes c ON c.short_id = v.value COLLATE NOCASE AND ${isOfCodes(`(matrices.question ->> ('$.${axis}[' || v.key || ']'))`)}
)`;

const order = (own: string, axis: string, other: string): string => `
UPDATE matrices SET question = json_set(question, '$.${own}.ids', json((
  SELECT json_group_array(json(${heading('h.value', axis)}) ORDER BY h.key) FROM json_each(question, '$.${own}.ids') h
))) WHERE question ->> '$.${own}.by' = 'hand';
UPDATE matrices SET question = json_set(question, '$.${own}.at', json(${heading(`question -> '$.${own}.at'`, other)}))
WHERE question ->> '$.${own}.by' = 'value';`;

export const questionCodes = `
${filters}
${order('rowOrder', 'rows', 'columns')}
${order('columnOrder', 'columns', 'rows')}
UPDATE matrices SET seal = sealed('matrices', uid, name, description, question, display, created_at, changed_at);
UPDATE tallies SET marks = (SELECT joined(mark('matrices', id, seal)) FROM matrices)
WHERE name = 'matrices' AND rows > 0;
`;
