// How the speakers' labels of a source are written, where a person chose that. In an older project nobody's choice is known.
export const labelPatterns = `
CREATE TABLE label_patterns(
  id INTEGER PRIMARY KEY, source_id INTEGER NOT NULL UNIQUE REFERENCES sources(id), pattern TEXT NOT NULL, seal TEXT NOT NULL
) STRICT;
INSERT INTO tallies VALUES('label_patterns', 0, '${'0'.repeat(32)}');
`;
