// Keeps a link to the host open: what breaks is opened again, with pauses that grow while nobody answers.
import { Refused } from '../shared/refused.ts';
import type { Connection, ConnectionState, Link } from './connect.ts';
import { createStore } from './store.ts';

/** An attempt: a link and its end, or why there is none. 'refused' is final. */
export type Opened = { readonly link: Link; readonly closed: Promise<void> } | 'refused' | 'failed';

const longestPause = 5000;

/** Opens links with `open`, one after the other, until one is refused. */
export function keepUp(open: () => Promise<Opened>): Pick<Connection, 'status' | 'link' | 'onLink'> {
  const status = createStore<{ readonly state: ConnectionState }>({ state: 'connecting' });
  const listeners = new Set<(link: Link) => void>();
  let awaited = Promise.withResolvers<Link>();
  let current: Link | null = null;
  void run();

  async function run(): Promise<void> {
    for (let pause = 0; ; pause = Math.min(longestPause, pause * 2 + 100)) {
      const opened = await open();
      if (opened === 'refused') return end();
      if (opened !== 'failed') {
        pause = 0;
        status.set({ state: 'open' });
        current = opened.link;
        awaited.resolve(current);
        for (const listener of listeners) listener(opened.link);
        await opened.closed;
        awaited = Promise.withResolvers<Link>();
        current = null;
      }
      status.set({ state: 'lost' });
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }

  function end(): void {
    status.set({ state: 'ended' });
    // Nobody may be waiting, and then nobody hears it.
    awaited.promise.catch(() => {});
    awaited.reject(new Refused('refused.session-ended'));
  }

  return {
    status,
    link: () => current ?? awaited.promise,
    onLink: (listener) => void listeners.add(listener),
  };
}
