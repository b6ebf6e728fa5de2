// Words of the desktop shell, English: its dialogs, and what it refuses.
export const desktop = {
  'desktop.project-files': 'Crosscase projects',
  'desktop.open-what': 'A .crosscase file, from any folder.',
  'desktop.engine-back':
    'The part of Crosscase that keeps the project had stopped and was started again; what was said to be saved is saved.',
  'menu.file': 'File',
  'menu.edit': 'Edit',
  'menu.view': 'View',
  'menu.go': 'Go',
  'menu.code': 'Code',
  'menu.window': 'Window',
  'menu.help': 'Help',
  'menu.cut': 'Cut',
  'menu.copy': 'Copy',
  'menu.paste': 'Paste',
  'menu.selectAll': 'Select all',
  'menu.resetZoom': 'Actual size',
  'menu.zoomIn': 'Larger',
  'menu.zoomOut': 'Smaller',
  'menu.togglefullscreen': 'Full screen',
  'menu.minimize': 'Minimise',
  'menu.zoom': 'Zoom',
  'menu.close': 'Close the window',
  'menu.quit': 'Quit Crosscase',
  'menu.about': 'About Crosscase',
  'menu.hide': 'Hide Crosscase',
  'menu.hideOthers': 'Hide the others',
  'menu.unhide': 'Show all',
  'menu.front': 'Bring all to the front',

  'refused.file-without-path':
    '“{file}” is not a file on this computer; save it in a folder first and choose it there.',
} as const;
