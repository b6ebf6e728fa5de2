// Words of the stages text, cases and coding, English.
export const coding = {
  'refused.unknown-source':
    'There is no source “{name}” in this project; the list of sources shows what there is.',
  'refused.unknown-code': 'There is no code “{name}” in this project; the codebook shows what there is.',
  'refused.unknown-speaker':
    'Nobody called “{name}” speaks in this project; the list of sources shows who does.',
  'refused.unknown-coding': 'There is no coding “{id}”; the list of quotes shows the ids.',
  'refused.unknown-coder': 'There is no coder “{name}” in this project; the coders are: {known}.',
  'refused.code-exists': 'There is already a code “{name}” in this place; choose another name.',
  'refused.short-id-exists': 'The short id “{name}” is in use; choose another one.',
  'refused.id-in-use': 'The id “{id}” belongs to another coding; give each coding an id of its own.',
  'refused.span':
    'The passage {start}–{end} does not lie within “{source}” (0–{length}) or is empty; give a start before its end.',
  'refused.not-found':
    '“{text}” does not occur in “{source}”; copy the passage exactly, capitals and spaces included.',
  'refused.several': '“{text}” occurs {n} times in “{source}”; say which one, counted from 1.',
  'refused.no-nth': '“{text}” occurs {n} {n|time|times} in “{source}”, so there is no number {nth}.',
  'refused.not-a-number': '“{attribute}” is a number; “{value}” is not one.',
  'refused.not-a-date':
    '“{attribute}” is a date; write it as 2026, 2026-05 or 2026-05-31 instead of “{value}”.',
  'refused.not-a-yes-no': '“{attribute}” is yes or no; “{value}” is neither.',
  'refused.not-a-choice': '“{attribute}” is one of: {choices}; “{value}” is not among them.',
  'refused.pair-measure':
    'Codes against codes are counted in pairs; choose references or c-coefficient, or jaccard with turn or passage.',
  'refused.only-pairs':
    'Nearness, c-coefficient and jaccard compare codes with codes; put code on both rows and columns, or choose another measure.',
} as const;
