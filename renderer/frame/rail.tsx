// The rail of places.
import { BookOpenText, Grid3x3, History, Settings2, Tags, UsersRound, type LucideIcon } from 'lucide-react';
import { useStore } from '../store.ts';
import { places, windowState, type Place } from '../window-state.ts';
import { useWords } from '../words.ts';

const icons: Readonly<Record<Place, LucideIcon>> = {
  texts: BookOpenText,
  codebook: Tags,
  cases: UsersRound,
  matrices: Grid3x3,
  history: History,
  settings: Settings2,
};

export function Rail() {
  const { say } = useWords();
  const current = useStore(windowState, (state) => state.place);
  return (
    <nav className="rail" aria-label={say('screen.places')}>
      {places.map((place) => {
        const Icon = icons[place];
        return (
          <a
            key={place}
            href={`#${place}`}
            className={place === 'settings' ? 'at-foot' : undefined}
            aria-current={place === current ? 'page' : undefined}
            onClick={(event) => {
              event.preventDefault();
              windowState.set({ place });
            }}
          >
            <Icon className="i l" aria-hidden />
            {say(`place.${place}`)}
          </a>
        );
      })}
    </nav>
  );
}
