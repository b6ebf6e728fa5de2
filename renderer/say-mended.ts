// After a desktop window's engine has ended and was started again, one sentence stays until it is put away.
import { connectionStatus, desktop } from './engine-client.ts';
import { notify } from './window-state.ts';
import { words } from './words.ts';

/** From now on; the browser's own sentence stands while its host does not answer. */
export function sayWhenMended(): void {
  if (desktop === null) return;
  let last = connectionStatus.get().state;
  connectionStatus.subscribe(() => {
    const { state } = connectionStatus.get();
    if (last === 'lost' && state === 'open')
      notify({ tone: 'bad', text: words().say('desktop.engine-back') });
    last = state;
  });
}
