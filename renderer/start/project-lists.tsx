// The projects of this computer: opened lately, and the others in the folder of projects.
import { BookMarked } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { ProjectPlace } from '../../shared/contract/host.ts';
import { engine, useCall } from '../engine.ts';
import { isFocusFree } from '../frame.ts';
import { daysAgo, timeOf } from '../history/when.ts';
import { openProject } from '../project.ts';
import { useWords } from '../words.ts';
import { useAttempt } from './attempt.ts';
import { HeldDialog } from './held-dialog.tsx';

export function ProjectLists() {
  const { say, refusal } = useWords();
  const places = useCall('host.places', {}).value;
  // Projects come and go without a word to the window, so each showing asks anew.
  useEffect(() => engine.refresh('host.places'), []);
  const [chosen, setChosen] = useState<ProjectPlace | null>(null);
  const attempt = useAttempt('project.open');
  const open = (place: ProjectPlace): void => {
    setChosen(place);
    attempt.run(async () => {
      // What lies open in another window of ours comes forward there.
      const isShown = await engine.desktop?.showProject(`${pathOf(place)}.crosscase`);
      if (isShown !== true) await openProject(place.token);
    });
  };
  useFirstFocus(places ? (places.recent.length + places.projects.length > 0 ? '.place-row' : '.card') : null);
  if (!places) return null;
  const recent = new Set(places.recent.map(pathOf));
  const others = places.projects.filter((place) => !recent.has(pathOf(place)));
  const isHeld = attempt.refusal?.key === 'refused.held';
  const why = attempt.refusal && !isHeld ? refusal(attempt.refusal) : null;
  const list = { refused: chosen, why, onOpen: open };
  return (
    <div className="project-lists">
      {places.recent.length + others.length === 0 ? <p className="q">{say('start.nothing-yet')}</p> : null}
      <PlaceList title={say('start.recent')} places={places.recent} {...list} />
      <PlaceList title={say('start.in-folder')} places={others} {...list} />
      {isHeld && chosen ? (
        <HeldDialog
          token={chosen.token}
          name={chosen.name}
          onAgain={() => open(chosen)}
          onClose={() => attempt.refuse(null)}
        />
      ) : null}
    </div>
  );
}

/** Where Enter leads at once: the project that was opened last or stands first, else the first card; whoever has begun is left in peace. */
function useFirstFocus(selector: string | null): void {
  const given = useRef<HTMLElement | null>(null);
  useEffect(() => {
    // The lists come twice: as they were known before, and as they are now.
    if (selector === null || !(isFocusFree() || document.activeElement === given.current)) return;
    given.current = document.querySelector<HTMLElement>(selector);
    given.current?.focus();
  }, [selector]);
}

function pathOf({ folder, name }: ProjectPlace): string {
  return `${folder}/${name}`;
}

interface PlaceListProps {
  readonly title: string;
  readonly places: readonly ProjectPlace[];
  readonly refused: ProjectPlace | null;
  readonly why: string | null;
  readonly onOpen: (place: ProjectPlace) => void;
}

function PlaceList({ title, places, refused, why, onOpen }: PlaceListProps) {
  const { say, language } = useWords();
  if (places.length === 0) return null;
  return (
    <section>
      <h2 className="small q2 strong">{title}</h2>
      <ul>
        {places.map((place) => (
          <li key={pathOf(place)}>
            <button className="row tall place-row" title={pathOf(place)} onClick={() => onOpen(place)}>
              <BookMarked className="i s" aria-hidden />
              <span className="t">
                <span className="med two-line cut">{place.name}</span>
                <span className="q small two-line cut">
                  {say('start.changed', {
                    folder: place.folder.split(/[\\/]/).at(-1) ?? place.folder,
                    when: daysAgo(language, place.changedAt),
                    time: timeOf(language, place.changedAt),
                  })}
                </span>
              </span>
            </button>
            {why !== null && refused && pathOf(refused) === pathOf(place) ? (
              <p className="small bad place-why" role="alert">
                {why}
              </p>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
