// Words of the stage "matrices", English.
export const matrices = {
  'refused.unknown-dimension': 'There is no dimension “{text}”; use one of these: {known}.',
  'refused.unknown-nearness':
    'There is no nearness “{text}”; use overlap, passage, turn, turns:2, within:200 or followed:200 (with a number of turns or characters of your choice).',
  'refused.no-attributes': 'The project has no attributes for “{name}” yet; add one first.',
  'refused.unknown-attribute': 'There is no attribute “{name}”; use one of these: {known}.',
  'near.refused.unknown-value': 'The filter on {dimension} finds no “{value}”; did you mean “{near}”?',
  'refused.unknown-value': 'The filter on {dimension} finds no “{value}”; use one of these: {known}.',
  'refused.no-values':
    'The filter on {dimension} finds no “{value}”, as the project has no values there yet; leave the filter out.',
  'refused.empty-filter':
    'The filter on {dimension} names no value; name at least one or leave the filter out.',
  'refused.bad-axes': 'A table has one or two dimensions as rows and at most two as columns; choose again.',
  'refused.dimension-twice': 'The dimension {dimension} is asked for twice; leave it out once.',
  'refused.bad-cooccurrence':
    'Codings that stand together are shown by one dimension of codes or code sets as rows and one as columns; choose again.',
  'refused.too-many-cells':
    'The table would have more than {most} cells; choose other dimensions or filter to fewer values.',
  'refused.too-many-compared':
    'To compare two phases the table is counted for every phase and every case, which would be more than {most} cells; filter to fewer cases or codes.',
  'refused.no-such-heading':
    'The table no longer has the heading “{name}”; open the table again and choose there.',
  'refused.change-measure':
    'Before and after are compared by shares, rates, levels or presence ({known}), never by counts: the two phases differ in how much was said.',
  'refused.change-axes':
    'Before and after are compared with one dimension as rows, at most one as columns and one as panels, none of them the phase; choose again.',
  'refused.no-such-phase': 'There is no phase “{name}”; use one of these: {known}.',
  'refused.same-phase': 'Before and after are the same phase; choose two.',
  'refused.nothing-to-transpose': 'The table has no columns to turn into rows; choose some first.',
  'refused.order-attribute':
    'Rows and columns are put in order by an attribute where they are cases or sources, not {dimensions}; choose another order.',

  'measure.references': 'references',
  'measure.passages': 'passages',
  'measure.sources': 'sources',
  'measure.cases': 'cases',
  'measure.speakers': 'speakers',
  'measure.characters': 'characters',
  'measure.words': 'words',
  'measure.units': 'words and Chinese characters',
  'measure.share': 'share of the text',
  'measure.own-share': 'share of respondents’ own words',
  'measure.rate': 'references per 1,000',
  'measure.presence': 'present or not',
  'measure.row-share': 'row %',
  'measure.column-share': 'column %',
  'measure.case-share': '% of cases',
  'measure.mean-weight': 'mean weight',
  'measure.mean-level': 'mean level',
  'measure.median-level': 'median level',
  'measure.c-coefficient': 'c-coefficient',
  'measure.jaccard': 'Jaccard',
  'measure.lift': 'lift',

  'dimension.code': 'code',
  'dimension.code-level': 'code at level {level} of the codebook',
  'dimension.code-set': 'code set',
  'dimension.case': 'case',
  'dimension.case-attribute': '{attribute} (of the case)',
  'dimension.source': 'source',
  'dimension.source-attribute': '{attribute} (of the source)',
  'dimension.source-phase': 'phase of the source',
  'dimension.phase': 'phase of the coding',
  'dimension.speaker': 'speaker',
  'dimension.role': 'role of the speaker',
  'dimension.coder': 'coder',
  'dimension.level': 'level',
  'dimension.direction': 'direction',

  'value.respondent': 'respondent',
  'value.interviewer': 'interviewer',
  'value.level-1': 'level 1',
  'value.level-2': 'level 2',
  'value.level-3': 'level 3',
  'value.direction-up': '+1',
  'value.direction-same': '0',
  'value.direction-down': '−1',
  'value.all': 'all',
  'value.change': 'Change',
  'value.none': 'none',
  'value.any': 'any',

  'rule.list': ', ',
  'rule.nested': ' × ',
  'rule.between': ' ',
  'rule.rows': 'By {rows}.',
  'rule.rows-columns': 'By {rows} and {columns}.',
  'rule.measures': 'Shown: {measures}.',
  'rule.reference': 'A reference is one coding: one code on one passage by one coder.',
  'rule.passages': 'A passage is one stretch of one source, however many codings it has.',
  'rule.roll-up': 'A code also has the codings of its sub-codes, each counted once.',
  'rule.text': 'Text covered by several codings counts once; speaker labels are not text.',
  'rule.split':
    'A coding that crosses the border of a case, a speaker or a role counts on each side, with the part of its text there.',
  'rule.largest':
    'A coding that crosses the border of a case, a speaker or a role counts only where most of its characters are, with its whole text.',
  'rule.whole':
    'A coding that crosses the border of a case, a speaker or a role counts on each side, with its whole text.',
  'rule.own-text': 'Shares and rates are of the text of the cell itself ({dimensions}), within the filters.',
  'rule.all-text': 'Shares and rates are of all text within the filters.',
  'rule.some-text':
    'Shares and rates are of the text of the cell’s {dimensions}, within the filters: {choosing} only chooses codings.',
  'rule.rate-words': 'Rates are per 1,000 words.',
  'rule.rate-units':
    'Rates are per 1,000 units of the Chinese word count (each Chinese character and each other word is one).',
  'rule.own-share': 'Respondents’ own words are those in turns of named speakers who are not interviewers.',
  'rule.case-share': '% of cases is of the cases that have text in the cell’s part of the material.',
  'empty.sign-uncoded': 'n.c.',
  'empty.sign-not-asked': 'n.a.',
  'empty.sign-absent': 'abs.',
  'rule.empty-uncoded': 'Some material is not coded yet and so has no number (n.c.); that is not 0.',
  'rule.empty-uncoded-at':
    'Not coded yet and so without a number (n.c.), which is not 0: {dimension} {values}.',
  'rule.empty-not-asked': 'In cells without a number (n.a.) nobody asked.',
  'rule.empty-not-asked-at': 'Not asked and so without a number (n.a.): {dimension} {values}.',
  'rule.empty-absent': 'In cells without a number (abs.) it was said to be absent.',
  'rule.empty-absent-at': 'Said to be absent and so without a number (abs.): {dimension} {values}.',
  'rule.uncoded-cases': 'Not coded yet, and counted as without: {uncoded} ({n} of {all} {all|case|cases}).',
  'rule.with-level': 'Means and medians are of the codings that have a value.',
  'rule.totals':
    'Totals count every coding, source, case, speaker and stretch of text once; they are not sums of cells.',
  'rule.undefined': 'An empty cell is undefined (a share of nothing), not 0.',
  'rule.pairs-overlap': 'A cell counts pairs of codings that share text, each pair once.',
  'rule.pairs-passage': 'A cell counts pairs of codings of the same passage, each pair once.',
  'rule.pairs-turn': 'A cell counts pairs of codings that have text in a same turn, each pair once.',
  'rule.pairs-turns':
    'A cell counts pairs of codings that have text in turns at most {turns} {turns|turn|turns} apart, each pair once.',
  'rule.pairs-within':
    'A cell counts pairs of codings with at most {characters} characters between them, each pair once.',
  'rule.pairs-followed':
    'A cell counts pairs in which a coding of the column starts less than {characters} characters after the end of one of the row.',
  'rule.pair-totals': 'Totals count the references of the row or column, not pairs.',
  'rule.c-coefficient':
    'The c-coefficient is n12 / (n1 + n2 − n12), of the references n1 and n2 and their pairs n12; it is undefined where codings in several pairs bring it out of 0 to 1, and low wherever one code has more than five times the references of the other.',
  'rule.jaccard-passage': 'Jaccard is the passages that have both, of those that have either.',
  'rule.jaccard-turn': 'Jaccard is the turns that have both, of those that have either.',
  'rule.lift-passage':
    'Lift is n12 × N / (n1 × n2), of the passages n1 and n2 that have each code, the n12 that have both and all N = {units} coded passages; 1 is what chance alone would give, and few passages make it jump.',
  'rule.lift-turn':
    'Lift is n12 × N / (n1 × n2), of the turns n1 and n2 that have each code, the n12 that have both and all N = {units} turns; 1 is what chance alone would give, and few turns make it jump.',
  'rule.panels': 'A table for each {panels}; all together count every coding once.',
  'rule.panels-pairs': 'A table for each {panels}, of the pairs of which both codings are there.',
  'rule.change-median': 'The median level here is the mean over cases of the median of each case.',
  'rule.change':
    'From {from} to {to} ({dimension}). Compared are only cases with coded material in both ({paired}): their mean before, their mean after, and the difference, of percentages in percentage points (pp); n counts the cases for which both are defined.',
  'rule.change-uncoded':
    'Not compared, as nobody has coded their material of one of the phases yet: {uncoded}. Not coded yet is not silence.',
  'rule.same-n': 'n is {n} in every cell.',
  'rule.order-rows': 'Rows stand {order}.',
  'rule.order-columns': 'Columns stand {order}.',
  'rule.folded':
    'Rows and columns of sub-codes that are folded in the table ({rows} and {columns}) are left out: the code above them counts their codings.',
  'rule.order-attribute': 'The attribute is {attribute}.',
  'order.hand': 'as they were put by hand',
  'order.name-up': 'by name',
  'order.name-down': 'by name, backwards',
  'order.attribute-up': 'by an attribute',
  'order.attribute-down': 'by an attribute, backwards',
  'order.total-up': 'by their totals, smallest first',
  'order.total-down': 'by their totals, largest first',
  'order.value-up': 'by the numbers at one heading, smallest first',
  'order.value-down': 'by the numbers at one heading, largest first',
  'order.rating-down': 'by the ratings of their cells, highest first',
  'order.rating-up': 'by the ratings of their cells, lowest first',
  'order.similarity': 'by the likeness of their profiles (first axis of a correspondence analysis)',
  'rule.all-coders': 'The codings of all coders count.',
  'rule.coders': 'Only the codings of {coders} count.',
  'rule.filter': 'Only {dimension}: {values}.',
  'rule.no-filters': 'Nothing is filtered out.',
  'rule.scope':
    'N: {references} {references|reference|references}, {sources} {sources|source|sources}, {cases} {cases|case|cases}, {speakers} {speakers|speaker|speakers} (interviewers not counted).',
  'rule.outside':
    '{outside} of the references {outside|stands|stand} in no cell, having no value on an axis.',
} as const;
