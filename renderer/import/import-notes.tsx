// What the import would make new or cannot place, told while it can still be put right: a slip in a name shows here.
import { nearestName } from '../../shared/nearest.ts';
import { useCall } from '../engine.ts';
import { useWords } from '../words.ts';
import { newCases, unknownInterviewers, type PlannedFile } from './import-plan.ts';

interface ImportNotesProps {
  readonly planned: readonly PlannedFile[];
  /** Names of interviewers as typed for all. */
  readonly interviewers: string;
}

export function ImportNotes({ planned, interviewers }: ImportNotesProps) {
  const { say } = useWords();
  const cases = useCall('cases.list', {}).value?.cases;
  if (!cases) return null;
  const known = cases.map(({ name }) => name);
  const notes = [
    ...newCases(planned, known).map((name) => {
      const near = nearestName(name, known);
      return near === null
        ? say('importing.new-case', { name })
        : say('importing.new-case-near', { name, near });
    }),
    ...unknownInterviewers(interviewers, planned).map((name) => say('importing.nobody-called', { name })),
  ];
  if (notes.length === 0) return null;
  return (
    <ul className="import-notes small q2" role="status">
      {notes.map((note) => (
        <li key={note}>{note}</li>
      ))}
    </ul>
  );
}
