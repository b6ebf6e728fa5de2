// One sentence at the foot of the window: what was done, or what was refused and what to do.
import { X } from 'lucide-react';
import { useEffect } from 'react';
import { useStore } from '../store.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { windowState } from '../window-state.ts';
import { useWords } from '../words.ts';

/** Milliseconds that a plain notice stays; a refusal, or what shall be answered, stays until it is closed. */
const STAY = 6000;

export function Notice() {
  const { say } = useWords();
  const notice = useStore(windowState, (state) => state.notice);
  const close = (): void => windowState.set({ notice: null });
  useEffect(() => {
    if (notice?.tone !== 'plain' || notice.stays === true) return;
    const timer = setTimeout(close, STAY);
    return () => clearTimeout(timer);
  }, [notice]);
  if (!notice) return null;
  const { act, text, tone } = notice;
  return (
    <div
      className={`notice-bar toast ${tone === 'bad' ? 'is-bad' : ''}`}
      role={tone === 'bad' ? 'alert' : 'status'}
    >
      <span className="grow">{text}</span>
      {act ? (
        <Button
          kind="plain"
          onPress={() => {
            close();
            act.run();
          }}
        >
          {act.label}
        </Button>
      ) : null}
      <IconButton icon={X} label={say('screen.close')} small onPress={close} />
    </div>
  );
}
