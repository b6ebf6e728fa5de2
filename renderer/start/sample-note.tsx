// The note on a sample that was just made: everything in it is invented.
import { FlaskConical, X } from 'lucide-react';
import { sampleNote } from '../project.ts';
import { useStore } from '../store.ts';
import { IconButton } from '../ui/button.tsx';
import { windowState } from '../window-state.ts';
import { useWords } from '../words.ts';

export function SampleNote() {
  const { say } = useWords();
  const noted = useStore(sampleNote, ({ project }) => project);
  const project = useStore(windowState, (state) => state.project);
  if (noted === null || project?.uid !== noted) return null;
  return (
    <aside className="sample-note small" aria-label={say('sample.about')}>
      <FlaskConical className="i s" aria-hidden />
      <p className="grow">{say('sample.notice')}</p>
      <IconButton
        icon={X}
        label={say('screen.close')}
        small
        onPress={() => sampleNote.set({ project: null })}
      />
    </aside>
  );
}
