// Finds the act that brought a source in without going through the journal of all codings.
export const imports = `
CREATE INDEX journal_imports ON journal(row_id) WHERE "table" = 'sources' AND op = 'insert';
`;
