// The first schema. Every table with a `seal` column is under undo, history and the row checksum (see change.ts).
export const first = `
CREATE TABLE contents(
  sha256 TEXT PRIMARY KEY, text TEXT NOT NULL, length INTEGER NOT NULL, characters INTEGER NOT NULL, word_count INTEGER NOT NULL,
  unit_count INTEGER NOT NULL, paragraph_count INTEGER NOT NULL, words BLOB NOT NULL, units BLOB NOT NULL,
  paragraphs BLOB NOT NULL, low_surrogates BLOB NOT NULL, layout_sha256 TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE files(sha256 TEXT PRIMARY KEY, bytes BLOB NOT NULL) STRICT;

CREATE TABLE settings(id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, value TEXT NOT NULL, seal TEXT NOT NULL) STRICT;
CREATE TABLE coders(id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, name TEXT NOT NULL UNIQUE, seal TEXT NOT NULL) STRICT;
CREATE TABLE phases(
  id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, name TEXT NOT NULL UNIQUE, kind TEXT, position REAL NOT NULL,
  seal TEXT NOT NULL
) STRICT;
CREATE TABLE sources(
  id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, number INTEGER NOT NULL UNIQUE, name TEXT NOT NULL UNIQUE,
  file_name TEXT NOT NULL, format TEXT NOT NULL, encoding TEXT,
  content_sha256 TEXT NOT NULL REFERENCES contents(sha256), file_sha256 TEXT NOT NULL REFERENCES files(sha256),
  labels TEXT NOT NULL, phase_id INTEGER REFERENCES phases(id), imported_at TEXT NOT NULL,
  seal TEXT NOT NULL
) STRICT;
CREATE TABLE speakers(
  id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, name TEXT NOT NULL, role TEXT NOT NULL, seal TEXT NOT NULL
) STRICT;
CREATE TABLE source_speakers(
  id INTEGER PRIMARY KEY, source_id INTEGER NOT NULL REFERENCES sources(id), place INTEGER NOT NULL,
  speaker_id INTEGER NOT NULL REFERENCES speakers(id), seal TEXT NOT NULL, UNIQUE(source_id, place)
) STRICT;
CREATE INDEX source_speakers_speaker ON source_speakers(speaker_id);
CREATE TABLE cases(
  id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, name TEXT NOT NULL UNIQUE, position REAL NOT NULL, seal TEXT NOT NULL
) STRICT;
CREATE TABLE members(
  id INTEGER PRIMARY KEY, case_id INTEGER NOT NULL REFERENCES cases(id), source_id INTEGER REFERENCES sources(id),
  speaker_id INTEGER REFERENCES speakers(id), start INTEGER, end INTEGER, seal TEXT NOT NULL,
  CHECK((source_id IS NULL) <> (speaker_id IS NULL)), CHECK((start IS NULL) = (end IS NULL)), CHECK(start IS NULL OR source_id IS NOT NULL)
) STRICT;
CREATE UNIQUE INDEX members_once ON members(case_id, ifnull(source_id, 0), ifnull(speaker_id, 0), ifnull(start, -1), ifnull(end, -1));
CREATE INDEX members_source ON members(source_id);
CREATE INDEX members_speaker ON members(speaker_id);
CREATE TABLE attributes(
  id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, owner TEXT NOT NULL, name TEXT NOT NULL, also_name TEXT, type TEXT NOT NULL,
  choices TEXT NOT NULL, position REAL NOT NULL, seal TEXT NOT NULL, UNIQUE(owner, name)
) STRICT;
CREATE TABLE attribute_values(
  id INTEGER PRIMARY KEY, attribute_id INTEGER NOT NULL REFERENCES attributes(id), owner_id INTEGER NOT NULL, value TEXT NOT NULL,
  seal TEXT NOT NULL, UNIQUE(attribute_id, owner_id)
) STRICT;
CREATE TABLE codes(
  id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, short_id TEXT UNIQUE, parent_id INTEGER REFERENCES codes(id), position REAL NOT NULL,
  name TEXT NOT NULL, also_name TEXT, color TEXT, definition TEXT, use_when TEXT, not_when TEXT, example TEXT,
  applicable INTEGER NOT NULL, derived INTEGER NOT NULL, sets_level INTEGER, sets_phase TEXT, seal TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX codes_sibling ON codes(ifnull(parent_id, 0), name);
CREATE TABLE code_sets(id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, name TEXT NOT NULL UNIQUE, seal TEXT NOT NULL) STRICT;
CREATE TABLE code_set_members(
  id INTEGER PRIMARY KEY, code_set_id INTEGER NOT NULL REFERENCES code_sets(id), code_id INTEGER NOT NULL REFERENCES codes(id),
  seal TEXT NOT NULL, UNIQUE(code_set_id, code_id)
) STRICT;
CREATE TABLE codings(
  id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, source_id INTEGER NOT NULL REFERENCES sources(id), start INTEGER NOT NULL,
  end INTEGER NOT NULL, code_id INTEGER NOT NULL REFERENCES codes(id), coder_id INTEGER NOT NULL REFERENCES coders(id), quote TEXT NOT NULL,
  weight REAL, phase_id INTEGER REFERENCES phases(id), level INTEGER, direction INTEGER, created_at TEXT NOT NULL, seal TEXT NOT NULL,
  CHECK(start >= 0 AND end > start), CHECK(level IS NULL OR level BETWEEN 1 AND 3), CHECK(direction IS NULL OR direction BETWEEN -1 AND 1)
) STRICT;
CREATE UNIQUE INDEX codings_once ON codings(source_id, start, end, code_id, coder_id);
CREATE INDEX codings_code ON codings(code_id, source_id, start, end);
CREATE TABLE memos(
  id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, owner TEXT NOT NULL, owner_id INTEGER NOT NULL, kind TEXT, body TEXT NOT NULL,
  coder_id INTEGER REFERENCES coders(id), written_at TEXT NOT NULL, seal TEXT NOT NULL
) STRICT;
CREATE INDEX memos_owner ON memos(owner, owner_id);

CREATE TABLE acts(
  id INTEGER PRIMARY KEY, at TEXT NOT NULL, coder TEXT NOT NULL, name TEXT NOT NULL, "values" TEXT NOT NULL, note TEXT,
  state TEXT NOT NULL CHECK(state IN ('done', 'undone', 'dropped')), of_act INTEGER REFERENCES acts(id), seal TEXT NOT NULL
) STRICT;
CREATE INDEX acts_state ON acts(state, id);
CREATE TABLE journal(
  id INTEGER PRIMARY KEY, act_id INTEGER NOT NULL REFERENCES acts(id), op TEXT NOT NULL CHECK(op IN ('insert', 'update', 'delete')),
  "table" TEXT NOT NULL, row_id INTEGER NOT NULL, row TEXT
) STRICT;
CREATE INDEX journal_act ON journal(act_id);
`;
