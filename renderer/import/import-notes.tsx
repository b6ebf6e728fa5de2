// What the import would make new or cannot place, told while it can still be put right: a slip in a name shows here.
import { nearestName } from '../../shared/nearest.ts';
import { useCall } from '../engine.ts';
import { Button } from '../ui/button.tsx';
import { useWords, type Words } from '../words.ts';
import { newCases, unknownInterviewers, untakenPhases, type PlannedFile } from './import-plan.ts';

interface ImportNotesProps {
  readonly planned: readonly PlannedFile[];
  /** Names of interviewers as typed for all. */
  readonly interviewers: string;
}

/** New cases told by name; of more than these only how many there are besides. */
const MOST_NAMED = 6;

export function ImportNotes({ planned, interviewers }: ImportNotesProps) {
  const { say } = useWords();
  const cases = useCall('cases.list', {}).value?.cases;
  if (!cases) return null;
  const known = cases.map(({ name }) => name);
  const made = newCases(planned, known).map((name) => ({ name, near: nearestName(name, known) }));
  const plain = made.filter(({ near }) => near === null).map(({ name }) => name);
  const notes = [
    ...made.flatMap(({ name, near }) =>
      near === null ? [] : [say('importing.new-case-near', { name, near })],
    ),
    ...(plain.length === 0 ? [] : [newCasesTold(say, plain)]),
    ...unknownInterviewers(interviewers, planned).map((name) => say('importing.nobody-called', { name })),
  ];
  if (notes.length === 0) return null;
  return (
    <div role="status">
      <ul className="import-notes small q2">
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </div>
  );
}

interface PhaseProposalProps {
  readonly planned: readonly PlannedFile[];
  readonly onTake: () => void;
}

/** What the names of the files tell of phases is offered, never taken by itself. */
export function PhaseProposal({ planned, onTake }: PhaseProposalProps) {
  const { say } = useWords();
  const told = untakenPhases(planned);
  const [first] = told;
  if (!first) return null;
  const values = { n: told.length, file: first.name, phase: first.byName.phase ?? '' };
  return (
    <div className="import-notes import-proposal small q2" role="status">
      <span>{say('importing.phases-told', values)}</span>
      <Button onPress={onTake}>{say('importing.take-phases')}</Button>
    </div>
  );
}

function newCasesTold(say: Words['say'], names: readonly string[]): string {
  const [first = '', ...others] = names;
  if (others.length === 0) return say('importing.new-case', { name: first });
  const n = names.length;
  return n > MOST_NAMED
    ? say('importing.new-cases-more', { n, names: names.slice(0, MOST_NAMED), more: n - MOST_NAMED })
    : say('importing.new-cases', { n, names });
}
