// Words of the reports, English.
export const reports = {
  'report.crosstab': 'Attribute by code, counted in cases',
  'report.relations': 'Codes against codes: links and co-occurrence',
  'report.levels': 'Sentence, concept, category, core category',
  'report.saturation': 'Saturation: codes new in each source',
  'report.coverage': 'What of each source is coded',
  'refused.not-a-cell-rating':
    '“{text}” names no rating of cells; write cell:MATRIX/HEADING>=N with N from 1 to 5.',
  'refused.heading-without-ratings':
    'In “{matrix}” no cell of a case is rated at “{heading}”; headings with ratings: {known}.',
  'report.truth-table': 'Truth table',

  'report.head.code': 'Code',
  'report.head.chi': 'χ²',
  'report.head.df': 'df',
  'report.head.p': 'p',
  'report.head.exact': 'p (exact)',
  'report.head.v': 'Cramér’s V',
  'report.head.expected-count': 'Least expected',
  'report.head.quote': 'Original sentence',
  'report.head.place': 'Source',
  'report.head.concept': 'Concept',
  'report.head.category': 'Category',
  'report.head.core': 'Core category',
  'report.head.source': 'Source',
  'report.head.codes': 'Codes',
  'report.head.fresh': 'New',
  'report.head.fresh-codes': 'New codes',
  'report.head.cumulative': 'So far',
  'report.head.expected': 'Expected',
  'report.head.run': 'New in the run',
  'report.head.share': 'Text coded',
  'report.head.own-share': 'Own words coded',
  'report.head.references': 'References',
  'report.head.turns': 'Turns',
  'report.head.uncoded': 'Without coding',
  'report.head.speaker': 'Speaker',
  'report.head.text': 'Text',
  'report.head.n': 'n',
  'report.head.inclusion': 'Inclusion',
  'report.head.cases': 'Cases',
  'report.head.from': 'From',
  'report.head.to': 'To',
  'report.head.links': 'Links',
  'report.head.positive': 'of them +',
  'report.head.negative': 'of them −',
  'report.head.together': 'Together',
  'report.head.claimed': 'Claimed',

  'report.export': 'This report',
  'report.export-all': 'Its tables, what they say, what to beware of, and the counting rule.',
  'report.export-csv': 'Its first table in plain cells, for any program, with what it says beneath.',

  'report.axis-sources': 'Sources, in the order of import',
  'report.axis-sources-by': 'Sources, in the order of {attribute}',
  'report.axis-codes': 'Number of codes',
  'report.yes': 'yes',
  'report.undefined': 'undefined',
  'report.pairs': 'Pairs',
  'report.grid':
    'In each cell: links from the row to the column | pairs of codings that stand together. The theory’s own pairs are in brackets.',
  'report.off-links': '{share} of the links lie off the pairs that the theory claims.',
  'report.off-together': '{share} of the pairs of codings lie off the pairs that the theory claims.',
  'report.saturated':
    'Saturation is reached at {at}+{run}: base of {base} {base|source|sources} ({codes} {codes|code|codes}), run of {run}, threshold {threshold}.',
  'report.not-saturated':
    'Saturation is not reached: base of {base} {base|source|sources} ({codes} {codes|code|codes}), run of {run}, threshold {threshold}.',
  'report.chao':
    '{observed} {observed|code|codes} so far; to be expected in all: {chao} (Chao2), {corrected} (bias-corrected); coverage of the sample {coverage}.',
  'report.held-none': 'The last {sources} {sources|source|sources}, held back, bring no new code.',
  'report.held-some':
    'The last {sources} {sources|source|sources}, held back, bring {n} new {n|code|codes}: {codes}.',
  'report.left-out': 'Without codings, and so left out: {names}.',
  'report.uncoded': 'Turns without coding',
  'report.no-core':
    'No row has a core category: it is the topmost code above the category. Put categories under a code of their own in the codebook to fill it.',
  'report.more-sentences': '{n} of {all} coded sentences are listed.',
  'report.more-evidence': '{n} of {all} passages are listed.',
  'report.more-uncoded': '{n} of {all} turns without coding are listed.',
  'report.contradiction': 'both',
  'report.conservative': 'Conservative solution: {model} → {outcome}.',
  'report.parsimonious': 'Parsimonious solution: {model} → {outcome}.',
  'report.conservative-too-large':
    'The conservative solution was not found: there are too many ways to join so many configurations. Take fewer conditions.',
  'report.parsimonious-too-large':
    'The parsimonious solution was not found: so many remainders leave too many ways to shorten it. Take fewer conditions.',
  'report.no-solution': 'No configuration has the outcome, so there is no solution.',
  'report.term': '{text} (consistency {consistency}, coverage {coverage}; {cases})',
  'report.remainders': '{n} of {all} configurations have no case (remainders).',
  'report.unrated': 'Without a rating of every condition and the outcome, and so left out: {names}.',

  'report.warning.few-expected':
    'Where fewer than 5 cases are expected in a cell, read the exact test, not χ².',
  'report.warning.many-tests':
    'Many codes were tested: about one in twenty falls below p = 0.05 by chance. Cases chosen for the study are no random sample.',
  'report.warning.too-few-cases':
    'There are too few cases for so many conditions: a solution may be found by chance alone.',
  'report.warning.draft-ratings':
    'Presence of a code is only a draft of a rating: whether a condition holds in a case is for a person to say, with a reason.',
  'report.warning.contradictions':
    'Some configurations have cases with and without the outcome: look at these cases, or for a condition that is missing.',
  'report.warning.more-expected':
    'Saturation counts as reached, but fewer than 90% of the codes that Chao2 expects were found: more sources are likely to bring new codes.',
  'report.warning.left-out': 'What is left out is not coded or rated yet; it is not absent.',

  'rule.crosstab':
    'The unit is the case: k of the N cases with material and this value have the code. χ² without correction; the exact test is two-sided (Fisher, for more values Freeman and Halton).',
  'rule.links':
    'Links are counted from the row to the column, with the sub-codes of both, where both codings count; they are no co-occurrences.',
  'rule.saturation':
    'Guest, Namey & Chen 2020: new codes of each run of sources, of the codes of the base; runs overlap. Expected: codes in so many sources, whichever they are (rarefaction).',
  'rule.saturation-imported':
    'Sources stand in the order of import; no attribute says when they were collected.',
  'rule.saturation-by': 'Sources stand in the order of {attribute}.',
  'rule.coverage':
    'Turns are those of speakers who are not interviewers; where nobody is named, paragraphs. A turn without coding has no part of one.',
  'rule.truth-table':
    'Crisp sets; a configuration counts for the outcome from an inclusion of {cutoff}. Solutions by Quine and McCluskey: conservative of what is observed, parsimonious with remainders.',
} as const;
