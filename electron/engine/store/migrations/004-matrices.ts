// Saved matrices: questions with their names, what the researcher wrote in their cells, and the quotes pinned or left out there.
const tables = ['matrices', 'matrix_cells', 'cell_quotes'];

export const matrices = `
CREATE TABLE matrices(
  id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, name TEXT NOT NULL UNIQUE, description TEXT NOT NULL, question TEXT NOT NULL,
  display TEXT NOT NULL, created_at TEXT NOT NULL, changed_at TEXT NOT NULL, seal TEXT NOT NULL
) STRICT;
CREATE TABLE matrix_cells(
  id INTEGER PRIMARY KEY, matrix_id INTEGER NOT NULL REFERENCES matrices(id), "row" TEXT NOT NULL, "column" TEXT NOT NULL,
  summary TEXT, summary_by TEXT, summary_at TEXT, evidence TEXT, rating INTEGER, rating_reason TEXT, empty TEXT,
  seal TEXT NOT NULL, UNIQUE(matrix_id, "row", "column"), CHECK(rating IS NULL OR rating BETWEEN 1 AND 5),
  CHECK(empty IS NULL OR empty IN ('not-asked', 'nothing-said', 'absent', 'uncoded'))
) STRICT;
CREATE TABLE cell_quotes(
  id INTEGER PRIMARY KEY, cell_id INTEGER NOT NULL REFERENCES matrix_cells(id), coding_uid TEXT NOT NULL,
  kind TEXT NOT NULL CHECK(kind IN ('pinned', 'excluded')), reason TEXT, seal TEXT NOT NULL, UNIQUE(cell_id, coding_uid)
) STRICT;
${tables.map((table) => `INSERT INTO tallies VALUES('${table}', 0, '${'0'.repeat(32)}');`).join('\n')}
`;
