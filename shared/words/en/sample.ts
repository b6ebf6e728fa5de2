// Words of the sample study, English.
export const sample = {
  'sample.name': 'Six Streets',
  'sample.about': 'About this sample',
  'sample.notice':
    'This is a sample for trying things out: every place, person and sentence in it is invented. Change whatever you like; a fresh copy can be made at any time.',
  'history.project.sample': 'Filled “{name}” with its invented cases, texts and codings',
} as const;
