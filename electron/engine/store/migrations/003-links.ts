// Links between codings, and the types that a project has for them: those of its framework, else those that serve any study.
const influences = ['influences', 'influences', '影响', 1, 1] as const;
const precedes = ['precedes', 'precedes', '先于', 1, 0] as const;
const contradicts = ['contradicts', 'contradicts', '矛盾', 0, 0] as const;
const causes = ['causes', 'causes', '导致', 1, 0] as const;
const builds = ['builds', 'builds', '促进', 1, 1] as const;
const drawsOn = ['draws-on', 'draws on', '动用', 1, 0] as const;

/** What a project that is older than links takes, by its framework: key, English and Chinese name, directed, signed. */
const offered = {
  'community-social-capital': [influences, precedes, contradicts],
  'asset-based-capacity-building': [builds, causes, drawsOn],
  '': [influences, causes, precedes, contradicts],
};

const rows = Object.entries(offered).flatMap(([framework, types]) =>
  types.map((type, position) => `(${[framework, position, ...type].map(quoted).join(', ')})`),
);

function quoted(value: string | number): string {
  return typeof value === 'number' ? String(value) : `'${value}'`;
}

const tables = ['relation_types', 'links'];

export const links = `
CREATE TABLE relation_types(
  id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, key TEXT NOT NULL UNIQUE, name TEXT NOT NULL UNIQUE, also_name TEXT,
  directed INTEGER NOT NULL, signed INTEGER NOT NULL, position REAL NOT NULL, seal TEXT NOT NULL
) STRICT;
CREATE TABLE links(
  id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, from_id INTEGER NOT NULL REFERENCES codings(id),
  to_id INTEGER NOT NULL REFERENCES codings(id), type_id INTEGER NOT NULL REFERENCES relation_types(id), sign INTEGER,
  memo TEXT, coder_id INTEGER NOT NULL REFERENCES coders(id), created_at TEXT NOT NULL, seal TEXT NOT NULL,
  CHECK(from_id <> to_id), CHECK(sign IS NULL OR sign BETWEEN -1 AND 1)
) STRICT;
CREATE UNIQUE INDEX links_once ON links(from_id, to_id, type_id, coder_id);
CREATE INDEX links_to ON links(to_id);
CREATE INDEX links_type ON links(type_id);

WITH offered(framework, position, key, en, zh, directed, signed) AS (VALUES ${rows.join(', ')}),
mine AS (
  SELECT offered.key, directed, signed, position, lower(hex(randomblob(16))) AS digits,
    iif(l.value = 'zh', zh, en) AS name, iif(l.value = 'zh', en, zh) AS also_name
  FROM settings f JOIN offered ON framework = f.value JOIN settings l ON l.key = 'language' WHERE f.key = 'framework'
), whole AS MATERIALIZED (
  SELECT *, substr(digits, 1, 8) || '-' || substr(digits, 9, 4) || '-4' || substr(digits, 14, 3) || '-8' ||
    substr(digits, 18, 3) || '-' || substr(digits, 21) AS uid FROM mine
)
INSERT INTO relation_types(uid, key, name, also_name, directed, signed, position, seal)
SELECT uid, key, name, also_name, directed, signed, position,
  sealed('relation_types', uid, key, name, also_name, directed, signed, position)
FROM whole ORDER BY position;
${tables
  .map(
    (table) =>
      `INSERT INTO tallies SELECT '${table}', count(*), joined(mark('${table}', id, seal)) FROM ${table}`,
  )
  .join(';\n')};
`;
