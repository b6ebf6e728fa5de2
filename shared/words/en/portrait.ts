// Words of the document portrait, English.
export const portrait = {
  'displays.portrait': 'Document portrait',
  'report.portrait': 'Where along its text each source is coded',
  'report.head.width': 'Of the width',
  'report.head.along': 'Along the text',
  'report.head.begins': 'Begins at',
  'report.head.ends': 'Ends at',
  'report.marks': 'Passages',
  'report.more-sources': '{n} of {all} sources are shown.',
  'portrait.sources': 'Sources',
  'portrait.every-source': 'all',
  'portrait.codes': 'Lanes',
  'portrait.codes-of-level': 'codes of level {n}',
  'portrait.chosen-codes': 'Or these codes, with their sub-codes',
  'portrait.scale': 'Width',
  'portrait.scale-text': 'by the length of the text',
  'portrait.scale-paragraphs': 'every paragraph the same',
  'portrait.of': '{source}: codes along the text',
  'portrait.band': 'Which code covers most of each part of the text',
  'portrait.band-short': 'Leading code',
  'portrait.nothing': 'Nothing is coded here.',
  'portrait.keys':
    'Left and right go from passage to passage, up and down from code to code; Enter opens the quotes, O the place in the text.',
  'portrait.mark': '{code}, ¶{paragraph}, {from} to {to}: {quote}',
  'portrait.share': '{n} {n|reference|references}, {share} of the width',
  'portrait.more': 'Show more sources',
  'rule.portrait-text':
    'A lane goes from the first character of the text to the last. The band cuts the text into {parts} parts of the same length, each with the code that covers most of it. Along the text: █ at least half of the part is coded, ▄ less, · nothing.',
  'rule.portrait-paragraphs':
    'A lane goes from the first paragraph to the last, each as wide as any other. The band cuts it into {parts} parts of the same width, each with the code that covers most of it. Along the text: █ at least half of the part is coded, ▄ less, · nothing.',
  'option.scale': 'portrait: what has the same width, every character (text) or every paragraph (paragraphs)',
  'value.scale': 'SCALE',
} as const;
