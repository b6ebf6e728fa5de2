// Cells of saved matrices name codes by the id that never changes; until here it was by the short id, which may change.
const axes = [
  ['"row"', 'rows'],
  ['"column"', 'columns'],
] as const;

const rename = ([heading, axis]: (typeof axes)[number]): string => `
UPDATE matrix_cells SET ${heading} = (
  SELECT json_group_array(ifnull(c.uid, v.value) ORDER BY v.key)
  FROM json_each(matrix_cells.${heading}) v JOIN matrices m ON m.id = matrix_cells.matrix_id
  LEFT JOIN codes c ON c.short_id = v.value AND m.question ->> ('$.${axis}[' || v.key || ']') GLOB 'code*'
    AND m.question ->> ('$.${axis}[' || v.key || ']') NOT GLOB 'code-set*'
) WHERE ${heading} NOT IN ('null', '[]');`;

export const cellCodes = `
${axes.map(rename).join('\n')}
UPDATE matrix_cells SET seal = sealed('matrix_cells', matrix_id, "row", "column", summary, summary_by, summary_at, evidence,
  rating, rating_reason, empty);
UPDATE tallies SET marks = (SELECT joined(mark('matrix_cells', id, seal)) FROM matrix_cells)
WHERE name = 'matrix_cells' AND rows > 0;
`;
