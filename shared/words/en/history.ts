// Words of the history, English: one sentence for each kind of act.
export const history = {
  'history.project.create': 'Made the project “{name}”',
  'history.project.create-with': 'Made the project “{name}” with the codebook “{framework}”',
  'history.import.files': 'Imported “{source}”',
  'history.cases.set': '{made|Made|Changed} the case “{case}”',
  'history.codes.add': 'Added the code “{code}”',
  'history.codings.add': 'Coded “{source}” ¶{paragraph} with “{code}”',
  'history.codings.remove': 'Removed “{code}” from “{source}” ¶{paragraph}',
  'history.undo': 'Undone: {what}',
  'history.redo': 'Done again: {what}',
} as const;
