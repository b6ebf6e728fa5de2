// Words of the stage "exports", English.
export const exports = {
  'refused.sheet-too-large':
    'The sheet “{sheet}” has {rows} rows and {columns} columns, more than a spreadsheet holds (1,048,576 × 16,384); narrow the question with a filter or export it as csv.',
  'refused.export-folder-missing': 'There is no folder “{folder}”; create it or choose another one.',
  'refused.export-denied':
    '“{path}” could not be written because another program has it open or the folder is protected; close it there or choose another folder.',
  'refused.export-disk-full': 'The disk of “{folder}” is full; free some space or choose another disk.',
  'refused.export-is-folder': '“{path}” is a folder; choose another file name.',
  'refused.export-name-too-long':
    'The file name of “{path}” is too long for this disk; choose a shorter one.',
} as const;
