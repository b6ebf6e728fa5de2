// Words of the stage "imports", English.
export const imports = {
  'refused.speaker-pattern':
    '“{pattern}” does not say where the name of the speaker stands: write NAME in its place, once, as in “[TIME] NAME:”.',
  'refused.import-missing': '{file} is not there any more: check the folder and choose it again.',
  'refused.import-folder': '{file} is a folder: choose the files in it.',
  'refused.import-no-permission':
    '{file} may not be read by you: change its permissions or copy it to a folder of your own.',
  'refused.import-unreadable':
    '{file} could not be read from the disk: copy it to a folder on this computer and import the copy.',
  'refused.import-too-large':
    '{file} has {megabytes} MB, more than the limit of {limit} MB: split it into parts and import these.',
  'refused.import-too-long':
    '{file} holds more than {limit} million characters: split it into parts and import these.',
  'refused.import-empty': '{file} holds no text: check that it is the right file.',
  'refused.import-not-text':
    '{file} is not a text: save it as .docx, .txt, .md, .vtt or .srt and import that.',
  'refused.import-format':
    '{file} is in the format {format}, which is not read here: save it as .docx, .txt, .md, .vtt or .srt and import that.',
  'refused.import-old-word':
    '{file} is an old Word or WPS document: open it and save it as .docx, then import that.',
  'refused.import-protected':
    '{file} is protected by a password: open it, take the protection off, save it and import it again.',
  'refused.import-damaged':
    '{file} is damaged or cut off: open it in Word or WPS, save it as a new .docx and import that.',
  'refused.import-unpacks-too-large':
    '{file} would unpack to far more than a document needs, so it was left closed: copy its text into a new document and import that.',
  'refused.import-encoding-unknown': '“{encoding}” is not an encoding known here: choose one of {known}.',
  'refused.import-encoding-wrong':
    '{file} is not written in {encoding} throughout, line {line} does not fit: choose another encoding in the encoding menu (on the command line: --encoding), or mend that line and save the file anew.',
  'refused.import-text-damaged':
    '{file} is a text in {encoding}, but line {line} is damaged: open it in a text editor, mend that line, save it as UTF-8 and import that.',
  'refused.import-encoding-undecided':
    'The encoding of {file} cannot be told for sure (it may be {candidates}): choose it in the encoding menu (on the command line: --encoding).',
  'refused.import-took-too-long':
    'Reading {file} took longer than {seconds} seconds and was stopped: save it as a new .docx or .txt and import that.',
  'refused.import-needs-too-much-memory':
    'Reading {file} needs too much memory and was stopped: split it into parts or save it as .txt and import that.',
  'refused.import-could-not-be-read':
    '{file} could not be read: save it as a new .docx or .txt and import that.',
  'refused.import-fault':
    '{file} could not be read because of a fault in the program ({detail}): save it as a new .docx or .txt and import that.',
  'refused.import-cancelled': 'Reading {file} was cancelled: import it again when you want it.',
} as const;
