// Words of the window's part "start", English.
export const start = {
  'start.lede': 'Read, code and compare. Every number opens onto the words behind it.',
  'start.sample': 'Open the sample project',
  'start.sample-what':
    'Six Streets: neighbourhoods interviewed before and after. All of it is invented; try anything.',
  'start.new': 'New project',
  'start.new-what': 'Blank, or with a ready codebook.',
  'start.early':
    '{n} {n|file waits|files wait} to be imported (“{file}”{n|| and others}); make the project, or open another one.',
  'start.name': 'Name of the project',
  'start.name-missing': 'The project has no name yet; type one.',
  'start.codebook': 'Codebook',
  'start.blank': 'Blank',
  'start.blank-what': 'An empty codebook; you make the codes as you read.',
  'start.codes': '{n} {n|code|codes}',
  'start.language': 'Language of the codebook',
  'start.coder': 'Your name as coder',
  'start.coder-help': 'It stands beside every coding that you make.',
  'start.coder-default': 'Coder 1',
  'start.create': 'Create the project',
  'start.kept-in': 'The file will be kept in {folder}.',
  'start.open': 'Open a project file',
  'start.open-what': 'A .crosscase file, by its path.',
  'start.dropped-project':
    'A page is not told where a dropped file lies; choose “Open a project file” and type its path.',
  'start.path': 'Path of the file',
  'start.open-act': 'Open',
  'start.recent': 'Recent',
  'start.in-folder': 'In the folder of projects',
  'start.nothing-yet': 'Your projects will be listed here.',
  'start.changed': '{folder}, {when} {time}',
  'start.private':
    'Everything stays in the project file on this computer. Crosscase makes no network connection.',
  'start.held-title': '“{name}” is open elsewhere',
  'start.read': 'Open to read',
  'start.read-what': 'Look and export; nothing can be changed.',
  'start.again': 'Try again',
  'start.again-what':
    'Once it is closed there. If its window is gone, the terminal that opened it still has it: Enter there opens a window again, Ctrl+C ends it.',
  'start.keys': 'Start screen',
  'start.ended-title': 'This page is no longer connected',
} as const;
