// A text that was changed elsewhere while it was edited here: both are shown; what does not meet is joined, the rest is chosen.
import { useMemo, useState } from 'react';
import { textDifferences } from '../../../shared/text/differences.ts';
import { mergeEdits, type Meeting } from '../../../shared/text/merge.ts';
import type { Splice } from '../../../shared/text/splices.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Segments } from '../../ui/segments.tsx';
import { useWords } from '../../words.ts';
import { Compare } from './compare.tsx';

interface MeanwhileProps {
  /** The text that both began with, the one that was typed here, and the one that is stored. */
  readonly base: string;
  readonly mine: string;
  readonly stored: string;
  readonly onClose: () => void;
  /** Given the splices that bring what was typed here into the stored text. */
  readonly onJoin: (splices: readonly Splice[]) => void;
}

export function Meanwhile({ base, mine, stored, onClose, onJoin }: MeanwhileProps) {
  const { say } = useWords();
  const { splices, meetings } = useMemo(
    () => mergeEdits(base, textDifferences(base, mine), textDifferences(base, stored)),
    [base, mine, stored],
  );
  const [choices, setChoices] = useState<Readonly<Record<number, 'mine' | 'stored'>>>({});
  const join = (): void => {
    const chosen = meetings.filter(({ start }) => choices[start] === 'mine');
    const all = [
      ...splices,
      ...chosen.map((each) => ({ start: each.start, end: each.end, text: each.mine })),
    ];
    onJoin(all.toSorted((a, b) => b.start - a.start || b.end - a.end));
  };
  return (
    <Dialog
      title={say('editing.both')}
      onClose={onClose}
      width={980}
      footer={
        <>
          <span className="grow" />
          <Button onPress={onClose}>{say('editing.back')}</Button>
          <Button kind="first" onPress={join}>
            {say('editing.join')}
          </Button>
        </>
      }
    >
      <div className="modal-content meanwhile">
        <p>{say('editing.joined', { n: splices.length, meetings: meetings.length })}</p>
        {meetings.map((meeting) => (
          <MeetingChoice
            key={meeting.start}
            meeting={meeting}
            value={choices[meeting.start] ?? 'stored'}
            onChange={(value) => setChoices({ ...choices, [meeting.start]: value })}
          />
        ))}
        <div className="two-texts">
          <section>
            <h3>{say('editing.typed-here')}</h3>
            <Compare before={base} after={mine} />
          </section>
          <section>
            <h3>{say('editing.stored-now')}</h3>
            <Compare before={base} after={stored} />
          </section>
        </div>
      </div>
    </Dialog>
  );
}

interface MeetingChoiceProps {
  readonly meeting: Meeting;
  readonly value: 'mine' | 'stored';
  readonly onChange: (value: 'mine' | 'stored') => void;
}

function MeetingChoice({ meeting, value, onChange }: MeetingChoiceProps) {
  const { say } = useWords();
  return (
    <div className="meeting">
      <div className="two-texts">
        <blockquote>{meeting.mine || '—'}</blockquote>
        <blockquote>{meeting.theirs || '—'}</blockquote>
      </div>
      <Segments
        label={say('editing.which')}
        value={value}
        options={[
          { value: 'mine', text: say('editing.typed-here') },
          { value: 'stored', text: say('editing.stored-now') },
        ]}
        onChange={onChange}
      />
    </div>
  );
}
