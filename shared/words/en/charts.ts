// Words of the window's part "charts", English.
export const charts = {
  'charts.shown-as': 'Shown as',
  'charts.table': 'Table',
  'charts.bars': 'Bars',
  'charts.bubbles': 'Bubbles',
  'charts.slopes': 'Slopes',
  'charts.network': 'Network',
  'charts.of': '{kind}: {title}',
  'charts.keys': 'The arrow keys go from number to number, Enter opens the quotes.',
  'charts.too-many':
    'A chart of more than {most} marks cannot be read; fold families, filter, or look at the table.',
  'charts.export-picture': 'This chart',
} as const;
