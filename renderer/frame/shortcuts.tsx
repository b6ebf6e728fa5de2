// The sheet of keys.
import { Dialog } from '../ui/dialog.tsx';
import { Keys } from '../ui/keys.tsx';
import { windowState } from '../window-state.ts';
import { useWords } from '../words.ts';
import './frame.css';
import { shortcutGroups } from './shortcut-list.ts';

export function Shortcuts() {
  const { say } = useWords();
  return (
    <Dialog title={say('shortcuts.title')} width={1200} onClose={() => windowState.set({ floating: null })}>
      <div
        className="modal-content shortcut-sheet"
        role="group"
        aria-label={say('shortcuts.title')}
        tabIndex={0}
      >
        {shortcutGroups.map((group) => (
          <section key={group.title} aria-label={say(group.title)}>
            <h3>{say(group.title)}</h3>
            <dl>
              {group.keys.map(([keys, what]) => (
                <div key={what} className="hstack">
                  <dt className="grow">{say(what)}</dt>
                  <dd>
                    <Keys keys={keys} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
