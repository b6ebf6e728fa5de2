// Versions: what the text of a source was before each edit, with its codings. Drafts of texts: edits that are not finished.
const tables = ['versions', 'text_drafts'];

export const versions = `
CREATE TABLE versions(
  id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, source_id INTEGER NOT NULL REFERENCES sources(id),
  content_sha256 TEXT NOT NULL REFERENCES contents(sha256), state_sha256 TEXT NOT NULL REFERENCES files(sha256),
  file_name TEXT NOT NULL, format TEXT NOT NULL, encoding TEXT, file_sha256 TEXT NOT NULL REFERENCES files(sha256),
  replaced_at TEXT NOT NULL, replaced_by TEXT NOT NULL, replaced_how TEXT NOT NULL, seal TEXT NOT NULL
) STRICT;
CREATE INDEX versions_source ON versions(source_id);
CREATE TABLE text_drafts(
  id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, source TEXT NOT NULL, base_sha256 TEXT NOT NULL, coder TEXT NOT NULL,
  at TEXT NOT NULL, splices TEXT NOT NULL, seal TEXT NOT NULL
) STRICT;
${tables.map((table) => `INSERT INTO tallies VALUES('${table}', 0, '${'0'.repeat(32)}');`).join('\n')}
`;
