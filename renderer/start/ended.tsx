// The page after its session has ended: says how to come back.
import { Unplug } from 'lucide-react';
import { useWords } from '../words.ts';

export function Ended() {
  const { say, refusal } = useWords();
  return (
    <main className="empty-place" role="alert">
      <Unplug className="i xl q" aria-hidden />
      <h1 className="read start-ended">{say('start.ended-title')}</h1>
      <p>{refusal({ key: 'refused.session-ended', values: {} })}</p>
    </main>
  );
}
