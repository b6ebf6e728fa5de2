// Process tracing: which test a coding is for the hypothesis that its code stands for, and whether it is passed.
export const evidenceTests = `
CREATE TABLE evidence_tests(
  id INTEGER PRIMARY KEY, coding_uid TEXT NOT NULL, code_uid TEXT NOT NULL, test TEXT NOT NULL, outcome TEXT, reason TEXT,
  judged_by TEXT NOT NULL, judged_at TEXT NOT NULL, seal TEXT NOT NULL, UNIQUE(coding_uid, code_uid),
  CHECK(test IN ('straw-in-the-wind', 'hoop', 'smoking-gun', 'doubly-decisive')),
  CHECK(outcome IS NULL OR outcome IN ('passes', 'fails'))
) STRICT;
INSERT INTO tallies VALUES('evidence_tests', 0, '${'0'.repeat(32)}');
`;
