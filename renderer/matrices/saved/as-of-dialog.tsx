// Chooses a day of the project's history, as of whose end tables are then shown.
import { useState } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import { useCall } from '../../engine.ts';
import { dayOf, daysAgo } from '../../history/when.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { windowState } from '../../window-state.ts';
import { useWords } from '../../words.ts';

/** Most acts that are looked through for days of work. */
const most = 1000;

export function AsOfDialog({ onClose }: { readonly onClose: () => void }) {
  const { say, language } = useWords();
  const acts = useCall('history.list', { limit: most, before: null }).value?.acts ?? [];
  const [typed, setTyped] = useState('');
  const days = [...Map.groupBy(acts, ({ at }) => new Date(at).toDateString())].map(([id, group]) => ({
    id,
    at: group[0]?.at ?? '',
    n: group.length,
  }));
  const show = (day: Date): void => {
    windowState.set({ asOf: endOf(day).toISOString() });
    onClose();
  };
  const chosen = dayTyped(typed);
  return (
    <Dialog
      title={say('saved.as-of')}
      onClose={onClose}
      footer={
        <>
          <span className="grow" />
          <Button onPress={onClose}>{say('screen.cancel')}</Button>
          <Button kind="first" disabled={chosen === null} onPress={() => chosen && show(chosen)}>
            {say('saved.show-then')}
          </Button>
        </>
      }
    >
      <div className="modal-content code-pair-stack">
        <p className="q2">{say('saved.as-of-what')}</p>
        <ListBox
          className="menu as-of-days"
          aria-label={say('saved.days')}
          items={days}
          onAction={(id) => show(new Date(String(id)))}
        >
          {({ at, n }) => (
            <ListBoxItem className="row menu-row" textValue={dayOf(language, at)}>
              <span className="t">{dayOf(language, at)}</span>
              <span className="count">
                {say('saved.acts', { n })} · {daysAgo(language, at)}
              </span>
            </ListBoxItem>
          )}
        </ListBox>
        <Field
          label={say('saved.other-day')}
          value={typed}
          onChange={setTyped}
          placeholder="2026-05-14"
          onEnter={() => chosen && show(chosen)}
        />
      </div>
    </Dialog>
  );
}

function endOf(day: Date): Date {
  return new Date(day.getFullYear(), day.getMonth(), day.getDate(), 23, 59, 59, 999);
}

function dayTyped(typed: string): Date | null {
  const [, year, month, date] = /^(\d{4})\D(\d{1,2})\D(\d{1,2})\D?$/.exec(typed.trim()) ?? [];
  const day = new Date(Number(year), Number(month) - 1, Number(date));
  return day.getDate() === Number(date) ? day : null;
}
