// The place that somebody cites, as an answer to what is typed in the palette.
import { citedPlace, type CitedPlace } from '../../shared/cited-place.ts';
import { findParagraphs } from '../../shared/text/positions.ts';
import { act } from '../acts.ts';
import { useCall } from '../engine.ts';
import { useStore } from '../store.ts';
import { openPassage, windowState } from '../window-state.ts';
import { useWords } from '../words.ts';

/** An entry of the palette that leads there; null where nothing is cited. */
export function useCitedEntry(typed: string) {
  const { say } = useWords();
  const open = useStore(windowState, ({ source }) => source);
  const sources = useCall('sources.list', {}).value?.sources ?? [];
  const place = citedPlace(typed, sources, open);
  const source = sources.find(({ uid }) => uid === place?.source);
  if (!place || !source) return null;
  return {
    id: 'cited',
    text: say(`palette.${place.unit}`, { source: `${source.number} ${source.name}`, n: place.n }),
    kind: say('screen.places'),
    names: [],
    run: () => void goThere(place),
  };
}

async function goThere({ source, unit, n }: CitedPlace): Promise<void> {
  const reading = await act('sources.read', { source });
  if (!reading) return;
  const start = unit === 'turn' ? reading.labels[n - 1]?.end : findParagraphs(reading.text)[2 * (n - 1)];
  if (start !== undefined) openPassage({ source, start, end: start, coding: null });
}
