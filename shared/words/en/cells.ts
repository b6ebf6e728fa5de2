// Words of saved matrices and of what is noted in their cells, English.
export const cells = {
  'refused.unknown-matrix': 'There is no saved matrix “{name}”; the list of saved matrices shows the names.',
  'near.refused.unknown-matrix': 'There is no saved matrix “{name}”; did you mean “{near}”?',
  'refused.matrix-exists': 'Another saved matrix is called “{name}”; choose another name.',
  'refused.exclude-from-total':
    'A quote is left out of a cell, not of a total; choose the cell in which it should not count.',
  'refused.exclude-without-reason':
    'Say why the quote should not count here; the reason stands in the record.',
  'refused.before-project': 'The project began on {date}; choose that day or a later one.',

  'rule.excluded':
    '{n} {n|reference was|references were} left out of {cells} {cells|cell|cells} by hand, each with a reason; {n|it counts|they count} in no number there.',
  'rule.as-of': 'As the project stood on {date}.',

  'table.matrices': 'saved matrices',
  'table.matrix_cells': 'notes in cells of matrices',
  'table.cell_quotes': 'quotes pinned in or left out of cells',

  'history.matrices.save': 'Saved the matrix “{matrix}”',
  'history.matrices.update': 'Changed the saved matrix “{matrix}”',
  'history.matrices.duplicate': 'Made the matrix “{copy}” after “{matrix}”',
  'history.matrices.remove': 'Removed the saved matrix “{matrix}”',
  'history.cells.summarise': '{written|Wrote|Removed} the summary of {cell} in “{matrix}”',
  'history.cells.rate': 'Rated {cell} in “{matrix}” {rating}',
  'history.cells.explain': 'Said why nothing stands in {cell} of “{matrix}”',
  'history.cells.quote':
    '{pinned|Pinned a quote in|}{left|Left a quote out of|}{back|Took the mark off a quote in|} {cell} of “{matrix}”',

  'help.matrices': 'list the saved matrices, or show one of them',
  'notes.matrices':
    'A saved matrix is a question that was given a name in the window. --show asks it anew; quotes that were left out of its cells do not count there. --at asks the project as it stood at the end of that day; nothing is changed.',
  'option.show-matrix': 'the saved matrix to show, by its name',
  'option.at': 'as the project stood at the end of this day (2026-05-14)',
  'value.day': 'DAY',
  'usage.not-a-day': '“{text}” is no day for {option}; write it as 2026-05-14.',
  'head.matrix': 'matrix',
  'head.question': 'rows × columns',
  'head.summaries': 'summaries',
  'head.changed': 'changed',
  'terminal.no-matrices': 'No matrix is saved yet; save one in the window.',
} as const;
