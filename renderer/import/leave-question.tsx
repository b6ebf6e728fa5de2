// Asked once before an import is left in which something was set: what is set is stored with the files only.
import { useEffect, useRef } from 'react';
import { Button } from '../ui/button.tsx';
import { useWords } from '../words.ts';
import { closeImport } from './choose-files.ts';

interface LeaveQuestionProps {
  /** Files that are not stored. */
  readonly n: number;
  readonly onStay: () => void;
}

/** Stands in the foot of the dialog; Escape stays. The focus goes back to where it was. */
export function LeaveQuestion({ n, onStay }: LeaveQuestionProps) {
  const { say } = useWords();
  const foot = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    foot.current?.querySelector('button')?.focus();
    return () => {
      // The button that asked stands in the foot anew.
      const isThere = before !== document.body && before?.isConnected === true;
      const back = isThere ? before : document.querySelector('.import-foot button');
      if (back instanceof HTMLElement) back.focus();
    };
  }, []);
  const question = say('importing.would-be-lost', { n });
  return (
    <div ref={foot} className="rule import-foot" role="alertdialog" aria-label={question}>
      <span className="grow">{question}</span>
      <Button onPress={onStay}>{say('importing.go-on')}</Button>
      <Button kind="danger" onPress={closeImport}>
        {say('importing.give-up')}
      </Button>
    </div>
  );
}
