// Words about words that were being written when a window or the program ended, English.
export const drafts = {
  'drafts.are-there':
    'What you wrote in {n} {n|field|fields} was not stored when the window ended; it is kept.',
  'drafts.show': 'Show',
  'drafts.found': 'Written here, not stored:',
  'drafts.take': 'Put it in',
  'drafts.drop': 'Drop it',
} as const;
