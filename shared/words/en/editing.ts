// Words of editing texts, English: the window's part "editing", refusals, acts of the history.
export const editing = {
  'table.versions': 'earlier versions of texts',
  'table.text_drafts': 'drafts of texts',

  'history.sources.edit':
    'Edited “{source}”; {codings} {codings|coding|codings} followed, {touched} of them with other words, {removed} taken away',
  'history.sources.replace':
    'Replaced the text of “{source}” by a corrected file; {codings} {codings|coding|codings} followed, {touched} of them with other words or places, {removed} taken away',
  'history.sources.restoreVersion':
    'Brought back an earlier version of “{source}” with its codings; {touched} {touched|later coding|later codings} with other words, {removed} taken away',
  'history.sources.changeSpeaker': 'Changed who says a turn of “{source}”',

  'refused.text-changed':
    'The text of “{source}” was changed meanwhile; open it again, so that nobody’s work is written over.',
  'refused.bad-splice':
    'The edit names a place that the text of “{source}” does not have; open the text again and repeat the edit.',
  'refused.empty-text':
    'Nothing would be left of “{source}”; remove the source instead, or keep some of its words.',
  'refused.codings-lost':
    'Of {n} {n|coding|codings} in “{source}” nothing would be left; say what is to become of {n|it|them}: another passage, or taken away.',
  'refused.unknown-version': '“{source}” has no such version; its list of versions shows what there is.',
  'refused.unknown-turn': '“{source}” has {n} {n|turn|turns}; choose one of them.',
} as const;
