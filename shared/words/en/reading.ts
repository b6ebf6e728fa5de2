// Words of the reading text: how it is set, the overview, what lies under the pointer, English.
export const reading = {
  'reading.look': 'Text size and width',
  'reading.size': 'Size',
  'reading.width': 'Lines',
  'reading.pixels': '{n} px',
  'reading.letters': 'about {n} letters',
  'reading.larger': 'Larger text',
  'reading.smaller': 'Smaller text',
  'reading.wider': 'Longer lines',
  'reading.narrower': 'Shorter lines',
  'reading.as-usual': 'Usual size and width',
  'reading.size-is': 'Reading text: {n} px',
  'reading.width-is': 'Lines of about {letters} letters, or {characters} Chinese characters',
  'reading.keys': 'How the text is set',
  'reading.overview': 'Place in the text',
  'reading.overview-at': 'Paragraph {paragraph} of {n}',
  'reading.more-here': '{n} more {n|coding|codings} here',
};
