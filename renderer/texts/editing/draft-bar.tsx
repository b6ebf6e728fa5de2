// Drafts of the open text that no window is writing any more: offered beside the stored text, never put over it.
import { FileClock } from 'lucide-react';
import { useState } from 'react';
import type { DraftEntry } from '../../../shared/contract/editing.ts';
import { textDifferences } from '../../../shared/text/differences.ts';
import { mergeEdits } from '../../../shared/text/merge.ts';
import { applySplices } from '../../../shared/text/splices.ts';
import { act } from '../../acts.ts';
import { useValue } from '../../engine.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useWords } from '../../words.ts';
import type { OpenSource } from '../open-source.ts';
import { Compare } from './compare.tsx';
import { startEdit } from './edit.ts';
import { Meanwhile } from './meanwhile.tsx';

export function DraftBar({ open }: { readonly open: OpenSource }) {
  const { say } = useWords();
  const drafts = useValue('sources.drafts', { source: open.reading.uid })?.drafts ?? [];
  const others = drafts.filter(({ held }) => held).length;
  return (
    <>
      {drafts
        .filter(({ held, splices }) => !held && splices.length > 0)
        .map((draft) => (
          <Draft key={draft.id} open={open} draft={draft} />
        ))}
      {others > 0 ? <p className="edit-note q">{say('editing.edited-elsewhere')}</p> : null}
    </>
  );
}

function Draft({ open, draft }: { readonly open: OpenSource; readonly draft: DraftEntry }) {
  const { say, language } = useWords();
  const [shown, setShown] = useState<'compare' | 'meanwhile' | null>(null);
  const { id, base, baseText, splices } = draft;
  const { text, content } = open.reading;
  const typed = applySplices(baseText, splices);
  const at = new Date(draft.at).toLocaleString(language === 'zh' ? 'zh-CN' : 'en-GB', {
    dateStyle: 'medium',
    timeStyle: 'short',
  });
  const goOn = (): void => {
    if (base === content) return startEdit(open, { id, splices });
    const merged = mergeEdits(baseText, textDifferences(baseText, typed), textDifferences(baseText, text));
    if (merged.meetings.length > 0) setShown('meanwhile');
    else startEdit(open, { id, splices: merged.splices });
  };
  const drop = (): void => void act('sources.dropDraft', { id });
  return (
    <div className="edit-note" role="group" aria-label={say('editing.draft')}>
      <FileClock className="i s" aria-hidden />
      <span className="grow">
        {say(base === content ? 'editing.draft-found' : 'editing.draft-older', { at, coder: draft.coder })}
      </span>
      <Button kind="plain" onPress={() => setShown('compare')}>
        {say('editing.show')}
      </Button>
      <Button kind="plain" onPress={drop}>
        {say('editing.discard')}
      </Button>
      <Button onPress={goOn}>{say('editing.go-on')}</Button>
      {shown === 'compare' ? (
        <Dialog title={say('editing.draft')} width={760} onClose={() => setShown(null)}>
          <div className="modal-content">
            <Compare before={text} after={typed} />
          </div>
        </Dialog>
      ) : null}
      {shown === 'meanwhile' ? (
        <Meanwhile
          base={baseText}
          mine={typed}
          stored={text}
          onClose={() => setShown(null)}
          onJoin={(joined) => {
            setShown(null);
            startEdit(open, { id, splices: joined });
          }}
        />
      ) : null}
    </div>
  );
}
