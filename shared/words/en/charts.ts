// Words of the window's part "charts", English.
export const charts = {
  'charts.shown-as': 'Shown as',
  'charts.table': 'Table',
  'charts.bars': 'Bars',
  'charts.bubbles': 'Bubbles',
  'charts.slopes': 'Slopes',
  'charts.network': 'Network',
  'charts.dumbbells': 'Dumbbells',
  'charts.mean-of': '{value} {unit}, mean of {n} {n|case|cases}',
  'charts.rises': 'rises, {by}: {rose} {rose|case|cases} rose, {stayed} stayed, {fell} fell',
  'charts.falls': 'falls, {by}: {rose} {rose|case|cases} rose, {stayed} stayed, {fell} fell',
  'charts.stays': 'stays the same: {rose} {rose|case|cases} rose, {stayed} stayed, {fell} fell',
  'charts.of': '{kind}: {title}',
  'charts.keys': 'The arrow keys go from number to number, Enter opens the quotes.',
  'charts.too-many':
    'A chart of more than {most} marks cannot be read; fold families, filter, or look at the table.',
  'charts.export-picture': 'This chart',
} as const;
