// Words of the desktop shell, English: its dialogs, and what it refuses.
export const desktop = {
  'desktop.project-files': 'Crosscase projects',
  'desktop.open-what': 'A .crosscase file, from any folder.',
  'desktop.engine-back':
    'The part of Crosscase that keeps the project had stopped and was started again; what was said to be saved is saved.',

  'refused.file-without-path':
    '“{file}” is not a file on this computer; save it in a folder first and choose it there.',
} as const;
