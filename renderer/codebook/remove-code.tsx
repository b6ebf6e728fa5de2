// Deleting a code: with codings on it the person says what becomes of them.
import { useMemo } from 'react';
import type { CodeEntry } from '../../shared/contract/coding.ts';
import { act } from '../acts.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useWords } from '../words.ts';
import { useFate } from './fate.tsx';

interface RemoveCodeProps {
  readonly code: CodeEntry;
  readonly codes: readonly CodeEntry[];
  readonly onClose: () => void;
}

export function RemoveCode({ code, codes, onClose }: RemoveCodeProps) {
  const { say } = useWords();
  const family = useMemo(() => withSubCodes(codes, code), [codes, code]);
  const others = codes.filter((each) => !family.has(each.uid));
  const codings = codes.reduce((sum, each) => sum + (family.has(each.uid) ? each.codings : 0), 0);
  const targets = others.map(({ uid, shortId, name }) => ({
    value: uid,
    text: [shortId, name].filter(Boolean).join(' '),
  }));
  const { choice, asked } = useFate(targets, {
    label: say('codebook.remove'),
    move: say('codebook.move-to'),
    remove: say('codebook.remove-too'),
    target: say('codebook.target'),
  });
  const remove = (): void => {
    onClose();
    void act('codes.remove', { code: code.uid, codings: codings === 0 ? 'refuse' : asked });
  };
  return (
    <Dialog
      title={say('codebook.remove-title', { name: code.name })}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{say('screen.cancel')}</Button>
          <Button kind="danger" onPress={remove}>
            {say('screen.delete')}
          </Button>
        </>
      }
    >
      <div className="modal-content code-pair-stack">
        {codings === 0 ? (
          <p>{say('codebook.remove-plain')}</p>
        ) : (
          <>
            <p>{say('codebook.remove-codings', { n: codings })}</p>
            {choice}
          </>
        )}
      </div>
    </Dialog>
  );
}

function withSubCodes(codes: readonly CodeEntry[], code: CodeEntry): ReadonlySet<string> {
  const family = new Set([code.uid]);
  for (const { uid, parent } of codes) if (parent !== null && family.has(parent)) family.add(uid);
  return family;
}
