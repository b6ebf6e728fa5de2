// Words of the stage project, English: opening, keeping, checking; and what any stage may refuse.
export const project = {
  'phase.before': 'Before',
  'phase.during': 'During',
  'phase.after': 'After',

  'project.copies':
    'This folder also holds work on this project that is missing here, in {files}; compare the files before you go on, and go on in one of them only.',

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
  'refused.changed-outside':
    'Another program wrote over “{file}” while it was open, so nothing was stored; close it, open it again and compare it with its latest backup.',
  'refused.journal':
    '“{file}” is damaged, and so is the unfinished step beside it; both were left as they are: copy them to a safe place and open the latest backup.',
  'refused.no-backup': 'There is no backup “{name}” of this project; choose one from its list of backups.',
  'refused.damaged-copy': 'The backup “{name}” is damaged; choose another one.',
  'refused.disk-full': 'The disk is full and nothing was stored in “{file}”; free some space and try again.',
  'refused.disk':
    'The disk did not accept the change to “{file}”, and nothing was stored; check the drive and try again.',
  'refused.damaged': '“{file}” is damaged; open the latest backup and keep this file for rescue.',
  'refused.backup-damaged':
    'The project did not pass its check, so no backup was made of it; run the check to see what is damaged.',
  'refused.unknown-framework': 'There is no framework “{name}”; choose one of: {known}.',
  'refused.nothing-to-undo': 'There is nothing to undo.',
  'refused.nothing-to-redo': 'There is nothing to redo.',
  'refused.ambiguous': '“{name}” names several things; write one of these instead: {candidates}.',
  'refused.bad-input': 'The request “{call}” was not understood ({detail}); check what was entered.',

  'verify.file': 'The file structure is damaged ({where}).',
  'verify.text': 'The text of “{where}” has changed since it was stored.',
  'verify.original': 'The kept original of “{where}” has changed since it was stored.',
  'verify.quote': 'The quote of a coding no longer equals its passage ({where}).',
  'verify.row': 'One of the {table} has changed outside the program (id {where}).',
  'verify.history': 'An act of the history has changed outside the program (number {where}).',
  'verify.reference': 'One of the {table} points to something that is not there (id {where}).',
  'verify.missing': '{where} of the {table} {where|was|were} removed outside the program.',
  'verify.added': '{where} of the {table} {where|was|were} added outside the program.',
  'verify.exchanged':
    'One or more of the {table} were exchanged outside the program for others or for an earlier state.',

  'option.list-backups': 'list the backups of the project, the newest first',
  'option.restore': 'make a new project of this backup, at --out; nothing is written over',
  'terminal.backup': '{name} ({megabytes} MB)',
  'terminal.no-backups': 'There is no backup yet; make one with “backup”.',
  'terminal.restored': 'The backup was restored as {file}; open that file to go on.',

  'table.acts': 'acts of the history',
  'table.attribute_values': 'values of attributes',
  'table.attributes': 'attributes',
  'table.cases': 'cases',
  'table.code_set_members': 'codes of code sets',
  'table.relation_types': 'types of links',
  'table.relation_type_codes': 'codes of types of links',
  'table.links': 'links',
  'table.code_sets': 'code sets',
  'table.coders': 'coders',
  'table.codes': 'codes',
  'table.drafts': 'drafts',
  'table.codings': 'codings',
  'table.contents': 'stored texts',
  'table.files': 'kept originals',
  'table.journal': 'steps of the history',
  'table.members': 'texts and speakers of cases',
  'table.memos': 'memos',
  'table.phases': 'phases',
  'table.settings': 'settings of the project',
  'table.source_speakers': 'speakers of texts',
  'table.sources': 'sources',
  'table.speakers': 'speakers',
  'table.tallies': 'counts of entries',
} as const;
