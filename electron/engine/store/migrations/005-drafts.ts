// Words that are being written: one row for each field whose words are not stored yet. Outside history.
export const drafts = `
CREATE TABLE drafts(
  id INTEGER PRIMARY KEY, about TEXT NOT NULL UNIQUE, base TEXT NOT NULL, text TEXT NOT NULL, written_at TEXT NOT NULL,
  seal TEXT NOT NULL
) STRICT;
INSERT INTO tallies SELECT 'drafts', count(*), joined(mark('drafts', id, seal)) FROM drafts;
`;
