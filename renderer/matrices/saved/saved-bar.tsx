// What can be done with the table or report in sight as a whole: save it, name it, duplicate it, look at it as it stood; and what it says of itself.
import { Bookmark, CalendarClock, Copy, Ellipsis, PencilLine, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { momentText } from '../../../shared/matrices/rule.ts';
import { act } from '../../acts.ts';
import { useStore } from '../../store.ts';
import { Button } from '../../ui/button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { windowState } from '../../window-state.ts';
import { useWords } from '../../words.ts';
import { AsOfDialog } from './as-of-dialog.tsx';
import { SaveDialog, type Saving } from './save-dialog.tsx';
import { inSight, openSaved, useSaved } from './use-saved.ts';

export function SavedActs({ title }: { readonly title: string }) {
  const { say } = useWords();
  const { current } = useSaved();
  const floating = useStore(windowState, (state) => state.floating);
  const [saving, setSaving] = useState<Saving | null>(null);
  const [isChoosingDay, setChoosingDay] = useState(false);
  const asked = floating === 'save' ? 'save' : saving;
  const close = (): void => {
    setSaving(null);
    if (floating === 'save') windowState.set({ floating: null });
  };
  const remove = (): void => {
    if (current) void act('matrices.remove', { matrix: current.uid });
  };
  const ofSaved = [
    { id: 'describe', icon: PencilLine, text: say('saved.describe'), run: () => setSaving('describe') },
    { id: 'duplicate', icon: Copy, text: say('saved.duplicate'), run: () => setSaving('duplicate') },
    { id: 'remove', icon: Trash2, text: say('saved.remove'), run: remove },
  ];
  return (
    <>
      {current ? null : (
        <Button kind="plain" icon={Bookmark} onPress={() => setSaving('save')}>
          {say('saved.save-short')}
        </Button>
      )}
      <Menu
        label={say('screen.more')}
        icon={Ellipsis}
        entries={[
          ...(current ? ofSaved.slice(0, 2) : []),
          { id: 'as-of', icon: CalendarClock, text: say('saved.as-of'), run: () => setChoosingDay(true) },
          ...(current ? ofSaved.slice(2) : []),
        ]}
      />
      {asked ? <SaveDialog saving={asked} current={current} title={title} onClose={close} /> : null}
      {isChoosingDay ? <AsOfDialog onClose={() => setChoosingDay(false)} /> : null}
    </>
  );
}

/** Beneath the question: its description, what differs from what is saved, and the day that is looked back to. */
export function SavedNotes() {
  const { say, language } = useWords();
  const { current, isChanged } = useSaved();
  const asOf = useStore(windowState, (state) => state.asOf);
  const keep = (): void => {
    if (current) void act('matrices.update', { matrix: current.uid, ...inSight() });
  };
  return (
    <>
      {current && current.description !== '' ? (
        <p className="question-note q2 measure described">{current.description}</p>
      ) : null}
      {asOf === null ? null : (
        <div className="question-note">
          <p className="note warn small" role="status">
            <CalendarClock className="i s" aria-hidden />
            <span className="grow">{say('saved.stood', { date: momentText(language, asOf) })}</span>
            <Button kind="plain" onPress={() => windowState.set({ asOf: null })}>
              {say('saved.to-now')}
            </Button>
          </p>
        </div>
      )}
      {current && isChanged && asOf === null ? (
        <div className="question-note">
          <p className="note small" role="status">
            <span className="grow">{say('saved.differs', { name: current.name })}</span>
            <Button kind="plain" onPress={() => openSaved(current)}>
              {say('saved.go-back')}
            </Button>
            <Button kind="plain" onPress={() => windowState.set({ saved: null, floating: 'save' })}>
              {say('saved.as-new')}
            </Button>
            <Button onPress={keep}>{say('saved.keep-changes')}</Button>
          </p>
        </div>
      ) : null}
    </>
  );
}
