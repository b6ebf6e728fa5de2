// Words of the stages text, cases and coding, English.
export const coding = {
  'refused.unknown-source':
    'There is no source “{name}” in this project; the list of sources shows what there is.',
  'refused.unknown-code': 'There is no code “{name}” in this project; the codebook shows what there is.',
  'refused.unknown-speaker':
    'Nobody called “{name}” speaks in this project; the list of sources shows who does.',
  'near.refused.unknown-source': 'There is no source “{name}” in this project; did you mean “{near}”?',
  'near.refused.unknown-code': 'There is no code “{name}” in this project; did you mean “{near}”?',
  'near.refused.unknown-set': 'There is no code set “{name}” in this project; did you mean “{near}”?',
  'near.refused.unknown-speaker': 'Nobody called “{name}” speaks in this project; did you mean “{near}”?',
  'near.refused.not-found': '“{text}” does not occur in “{source}”; did you mean “{near}”?',
  'near.refused.unknown-case': 'There is no case “{name}” in this project; did you mean “{near}”?',
  'refused.unknown-coding': 'There is no coding “{id}”; the list of quotes shows the ids.',
  'refused.coder-exists': 'There is already a coder “{name}”; choose another name.',
  'refused.unknown-coder': 'There is no coder “{name}” in this project; the coders are: {known}.',
  'refused.code-exists': 'There is already a code “{name}” in this place; choose another name.',
  'refused.short-id-exists': 'The short id “{name}” is in use; choose another one.',
  'refused.id-in-use': 'The id “{id}” belongs to another coding; give each coding an id of its own.',
  'refused.span':
    'The passage {start}–{end} does not lie within “{source}” (0–{length}) or is empty; give a start before its end.',
  'refused.not-found':
    '“{text}” does not occur in “{source}”; copy the passage exactly, capitals and spaces included.',
  'refused.several': '“{text}” occurs {n} times in “{source}”; say which one, counted from 1.',
  'refused.no-nth': '“{text}” occurs {n} {n|time|times} in “{source}”, so there is no number {nth}.',
  'refused.not-a-number': '“{attribute}” is a number; “{value}” is not one.',
  'refused.not-a-date':
    '“{attribute}” is a date; write it as 2026, 2026-05 or 2026-05-31 instead of “{value}”.',
  'refused.not-a-yes-no': '“{attribute}” is yes or no; “{value}” is neither.',
  'refused.not-a-choice': '“{attribute}” is one of: {choices}; “{value}” is not among them.',
  'refused.pair-measure':
    'Codes against codes are counted in pairs; choose references or c-coefficient, or jaccard or lift with turn or passage.',
  'refused.only-pairs':
    'Nearness, c-coefficient, jaccard and lift compare codes with codes; put code on both rows and columns, or choose another measure.',
  'refused.no-depth': 'The codebook has no codes of depth {level}; choose a depth from 1 to {deepest}.',
  'refused.unknown-case': 'There is no case “{name}” in this project; the list of cases shows what there is.',
  'refused.unknown-phase': 'There is no phase “{name}” in this project; the phases are: {known}.',
  'refused.source-exists': 'There is already a source “{name}”; choose another name.',
  'refused.case-exists': 'There is already a case “{name}”; choose another name.',
  'refused.phase-exists': 'There is already a phase that answers to “{name}”; choose another name.',
  'refused.speaker-exists': 'Somebody else of the same case is called “{name}”; choose another name.',
  'refused.attribute-exists': 'There is already an attribute “{name}”; choose another name.',
  'refused.bad-choices':
    '“{name}” is one of a list; give the values of the list, at least one and each only once.',
  'refused.not-in-case':
    '“{name}” is not listed with the case “{case}”; choose one of the sources or speakers that the case shows.',
  'refused.phase-in-use':
    'The phase “{name}” is in use ({sources} {sources|source|sources}, {codings} {codings|coding|codings}); give these another phase first.',
  'refused.code-lacks-phase':
    'The code “{code}” sets the phase “{phase}”, which this project no longer has; add that phase again first.',
  'refused.code-is-property':
    '“{code}” names a level or a phase, which codings carry as a property; set the level or phase of the coding instead, or choose another code.',
  'refused.code-names-other':
    '“{code}” names another level or phase than the one given beside it; leave that one out or choose another code.',
  'refused.coding-differs':
    'The same coder has already coded this passage with “{code}”, with another phase, level, direction, weight or memo; change that coding ({id}) or remove it first.',
  'refused.same-coding':
    'The same coder has already coded this passage with “{code}”; remove one of the two codings or choose another passage or code.',
  'refused.code-under-itself':
    '“{code}” cannot stand under “{parent}”, which is part of it; choose another place.',
  'refused.not-a-sibling':
    '“{code}” cannot be placed before “{before}”, which does not stand there; choose a code of the same place.',
  'refused.code-has-codings':
    '“{code}” and its sub-codes have {n} {n|coding|codings}; choose whether to remove these too or to move them to another code.',
  'refused.move-to-removed':
    '“{code}” is about to be removed itself; choose a code that stays to take the codings.',

  'made.cases': 'Made the case “{name}”.',
  'made.cases-near': 'Made the case “{name}” (there is “{near}”).',
  'made.phases': 'Made the phase “{name}”.',
  'made.phases-near': 'Made the phase “{name}” (there is “{near}”).',
  'made.coders': 'Made the coder “{name}”.',
  'made.coders-near': 'Made the coder “{name}” (there is “{near}”).',
  'made.attributes': 'Made the attribute “{name}”.',
  'made.attributes-near': 'Made the attribute “{name}” (there is “{near}”).',
  'refused.unknown-set': 'There is no code set “{name}” in this project; the codebook shows what there is.',
  'refused.not-in-set': '“{code}” is not in the code set “{set}”; choose one of its codes.',
  'refused.several-codings': 'The ids of {n} codings begin with “{id}”; write more of the one that is meant.',
  'relation.influences': 'influences',
  'relation.causes': 'causes',
  'relation.precedes': 'precedes',
  'relation.contradicts': 'contradicts',
  'refused.unknown-relation-type':
    'There is no type of links “{name}” in this project; the list of types shows what there is.',
  'near.refused.unknown-relation-type':
    'There is no type of links “{name}” in this project; did you mean “{near}”?',
  'refused.relation-type-exists':
    'There is already a type of links that answers to “{name}”; choose another name.',
  'refused.type-in-use':
    '“{type}” is the type of {n} {n|link|links}; give these another type or remove them first.',
  'refused.type-to-itself':
    'The links of “{type}” cannot go to the type that is removed; choose another one.',
  'refused.several-links': 'The ids of {n} links begin with “{id}”; write more of the one that is meant.',
  'refused.signed-links':
    '{n} {n|link|links} of the type “{type}” {n|has|have} a sign; take the {n|sign|signs} away first.',
  'refused.links-both-ways':
    'Links of the type “{type}” lead both ways between {n} {n|pair|pairs} of codings; remove one link of each pair first.',
  'refused.unknown-link': 'There is no link “{id}”; it may have been removed meanwhile.',
  'refused.link-id-in-use': 'The id “{id}” belongs to another link; give each link an id of its own.',
  'refused.link-to-itself': 'A coding cannot be linked with itself; choose another coding.',
  'refused.no-sign': 'Links of the type “{type}” have no sign; leave it out or choose a type that has one.',
  'refused.same-link':
    'These two codings are linked in this way already (“{type}”); change or remove that link.',
  'refused.no-split': '“{code}” cannot be split there; put the caret between two of its words.',
  'refused.merge-one': 'There is only one coding to merge; choose at least two.',
  'refused.merge-unlike':
    'Only codings of one code by one coder in one text can be merged (“{code}”, “{other}”); choose such codings or change their codes first.',
  'refused.merge-properties':
    'These codings of “{code}” differ in phase, level, direction or weight; give them the same one first.',
} as const;
