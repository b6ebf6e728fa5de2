// Pseudonyms: names that are replaced in what leaves the project.
export const pseudonyms = `
CREATE TABLE pseudonyms(
  id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, name TEXT NOT NULL UNIQUE, pseudonym TEXT NOT NULL, seal TEXT NOT NULL
) STRICT;
INSERT INTO tallies VALUES('pseudonyms', 0, '${'0'.repeat(32)}');
`;
