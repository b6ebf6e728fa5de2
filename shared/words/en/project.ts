// Words of the stage project, English: opening, keeping, checking; and what any stage may refuse.
export const project = {
  'phase.before': 'Before',
  'phase.during': 'During',
  'phase.after': 'After',

  'refused.file-exists': 'There is already a file “{file}”; choose another name.',
  'refused.no-folder': 'There is no folder “{folder}”; make it first or choose another place.',
  'refused.no-file': 'There is no file “{file}”; check the name and the folder.',
  'refused.not-a-project': '“{file}” is not a Crosscase project; choose a file that ends in .crosscase.',
  'refused.unreadable':
    '“{file}” may not be read by this account; ask its owner for permission or open a copy of your own.',
  'refused.newer-project':
    '“{file}” was made by a newer version of Crosscase and was left untouched; update the program to open it.',
  'refused.held':
    'Another window or command is working in “{file}”; close it there first (reading is possible meanwhile).',
  'refused.read-only': '“{file}” cannot be written to; copy it to a place where you may write.',
  'refused.replaced':
    '“{file}” was replaced or removed by another program; your work is kept beside it as “{copy}”, open that file and compare.',
  'refused.disk-full': 'The disk is full and nothing was stored in “{file}”; free some space and try again.',
  'refused.disk':
    'The disk did not accept the change to “{file}”, and nothing was stored; check the drive and try again.',
  'refused.damaged': '“{file}” is damaged; open the latest backup and keep this file for rescue.',
  'refused.backup-damaged':
    'The project did not pass its check, so no backup was made of it; run the check to see what is damaged.',
  'refused.unknown-framework': 'There is no framework “{name}”; choose one of: {known}.',
  'refused.nothing-to-undo': 'There is nothing to undo.',
  'refused.nothing-to-redo': 'There is nothing to redo.',
  'refused.ambiguous': '“{name}” names several things; choose one by its id: {candidates}.',
  'refused.bad-input': 'The request “{call}” was not understood ({detail}); check what was entered.',

  'verify.file': 'The file structure is damaged ({where}).',
  'verify.text': 'The text of “{where}” has changed since it was stored.',
  'verify.original': 'The kept original of “{where}” has changed since it was stored.',
  'verify.quote': 'The quote of a coding no longer equals its passage ({where}).',
  'verify.row': 'An entry has changed outside the program ({where}).',
  'verify.history': 'An entry of the history has changed outside the program ({where}).',
  'verify.reference': 'An entry points to something that is not there ({where}).',
} as const;
