// The memo on what is about to be made: Tab leads to it, Enter makes.
import { Keys } from '../ui/keys.tsx';
import { useWords } from '../words.ts';
import { closeFloating } from './pop-place.ts';

interface PopMemoProps {
  readonly placeholder: string;
  readonly value: string;
  readonly onChange: (memo: string) => void;
  readonly onEnter: () => void;
}

export function PopMemo({ placeholder, value, onChange, onEnter }: PopMemoProps) {
  const { say } = useWords();
  return (
    <div className="picker-memo">
      <textarea
        rows={1}
        aria-label={say('texts.memo')}
        placeholder={placeholder}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Escape') closeFloating();
          else if (event.key === 'Enter' && !event.shiftKey) onEnter();
          else return;
          event.preventDefault();
          event.stopPropagation();
        }}
      />
      <Keys keys={['Tab']} />
    </div>
  );
}

export function focusMemo(): void {
  document.querySelector<HTMLElement>('.picker-memo textarea')?.focus();
}
