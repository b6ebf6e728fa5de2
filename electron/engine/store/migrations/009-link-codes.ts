// Which codes a type of links joins. In a project that is older no type has any: each is offered between all codes.
export const linkCodes = `
CREATE TABLE relation_type_codes(
  id INTEGER PRIMARY KEY, relation_type_id INTEGER NOT NULL REFERENCES relation_types(id),
  code_id INTEGER NOT NULL REFERENCES codes(id), seal TEXT NOT NULL, UNIQUE(relation_type_id, code_id)
) STRICT;
INSERT INTO tallies VALUES('relation_type_codes', 0, '${'0'.repeat(32)}');
`;
