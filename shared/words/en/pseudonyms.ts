// Words of pseudonyms, English.
export const pseudonyms = {
  'table.pseudonyms': 'pseudonyms',
  'history.pseudonyms.set': 'Gave “{name}” the pseudonym “{pseudonym}”',
  'history.pseudonyms.set-more': 'Gave “{name}” and {more} {more|other name|other names} pseudonyms',
  'history.pseudonyms.remove': 'Took the pseudonym of “{name}” away',
  'refused.name-without-letters':
    '“{name}” has no letter and no digit to find it by; write the name as it stands in the texts.',
  'refused.name-in-pseudonym':
    'The pseudonym “{pseudonym}” holds “{name}”, a name that is to be replaced; choose other words for it.',
  'near.refused.unknown-pseudonym':
    'There is no name “{name}” in the list of pseudonyms; did you mean “{near}”?',
  'refused.unknown-pseudonym': 'There is no name “{name}” in the list of pseudonyms.',
  'export.names': 'Names',
  'export.pseudonyms': 'Names are replaced by pseudonyms ({n} {n|place|places}).',
  'export.made-on': 'Made with Crosscase on {date}.',
  'export.made-of': 'Made with Crosscase on {date} from the project in the state {state}.',
  'head.pseudonym': 'Pseudonym',
  'help.pseudonyms': 'show the names and what stands for them in exports; set, remove, find',
  'notes.pseudonyms':
    'As soon as there is a pseudonym, tables, quotes, reports and the methods appendix leave with pseudonyms; --names real keeps the names. The stored texts stay as they are. A name is found as a whole word, in Chinese anywhere; letter case counts in names of one word. The list stands in the project file: do not pass that on with what you export. Pseudonymised data are still personal data.',
  'option.names': 'as what names leave: pseudonyms (usual where there are any) or real',
  'option.pseudonym': 'this name leaves as this pseudonym; repeat for more',
  'option.remove-name': 'this name leaves as it is again',
  'option.find-name': 'show where this name stands in the texts',
  'value.pseudonym': 'NAME=PSEUDONYM',
  'value.names': 'AS',
  'terminal.pseudonyms': 'Names are replaced by pseudonyms ({n} {n|place|places}); --names real shows them.',
  'terminal.no-pseudonyms': 'There are no pseudonyms; names leave as they are.',
  'terminal.without-pseudonym': 'Without a pseudonym: {names}.',
  'pseudonyms.found': '“{name}” stands at {places} {places|place|places} in {sources} {sources|text|texts}.',
  'pseudonyms.still-personal':
    'Pseudonymised data are still personal data: whoever knows the field may tell who is meant. This list stands in the project file; do not pass the file on with what you export.',
  'pseudonyms.title': 'Pseudonyms',
  'pseudonyms.real': 'Real names',
  'pseudonyms.what':
    'Names of people, places and organisations, and what stands for them in everything that leaves: tables, quotes, documents, copies, prints, pictures. Only what you copy out of words that you are editing keeps its names. The texts here stay as they are, so the list can grow and change at any time.',
  'pseudonyms.give': 'Give a name a pseudonym',
  'pseudonyms.keep': 'Keep',
  'pseudonyms.stored-stays': 'The stored texts stay as they are.',
  'pseudonyms.how-found':
    'A name is found as a whole word, in Chinese anywhere; letter case counts in names of one word.',
  'pseudonyms.change': 'Change the pseudonym of “{name}”',
  'pseudonyms.remove': 'Take the pseudonym of “{name}” away',
  'pseudonyms.without':
    '{n} {n|name of a case or speaker has|names of cases and speakers have} no pseudonym yet:',
  'pseudonyms.give-all': 'Give all of them neutral ones ({case}, {speaker} …)',
  'pseudonyms.neutral-case': 'Case {n}',
  'pseudonyms.neutral-speaker': 'Person {n}',
} as const;
