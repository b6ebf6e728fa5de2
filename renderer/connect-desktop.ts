// The wire to the engine of a desktop window: a port that main hands over; files are known by their paths there.
import { enginePort } from '../shared/contract/shell-names.ts';
import type { Reply, Shell } from '../shared/contract/shell.ts';
import { Refused } from '../shared/refused.ts';
import { connect, type Wire } from '../shared/wire.ts';
import type { Connection, Desktop } from './connect.ts';
import { keepUp, type Opened } from './keep-up.ts';

export function connectToShell(shell: Shell): Connection {
  return {
    ...keepUp(() => openLink(shell)),
    upload: async (file, name) => answerOf(await shell.grantFile(file, name)),
    destination: async (name) => {
      const token = answerOf(await shell.chooseSave(name));
      return token === null ? null : { token, deliver: () => Promise.resolve() };
    },
    desktop: desktopOf(shell),
  };
}

function desktopOf(shell: Shell): Desktop {
  return {
    chooseProject: async () => answerOf(await shell.chooseProject()),
    showProject: async (path) => answerOf(await shell.showProject(path)),
    onLeaving: (finish) =>
      shell.onLeaving(() => {
        void finish().finally(() => void shell.left());
      }),
    showMenu: async (menu) => {
      answerOf(await shell.showMenu(menu));
    },
    onCommand: (listener) => shell.onCommand(listener),
    printToPdf: async (name) => answerOf(await shell.printToPdf(name)),
  };
}

/** What the shell answered. Throws its refusal. */
function answerOf<T>(reply: Reply<T>): T {
  if ('value' in reply) return reply.value;
  throw new Refused(reply.refusal.key, reply.refusal.values);
}

/** The port comes as a message of this window to itself; a port cannot come as an answer. */
async function openLink(shell: Shell): Promise<Opened> {
  const listening = new AbortController();
  const port = new Promise<MessagePort>((resolve) => {
    window.addEventListener(
      'message',
      ({ source, data, ports: [sent] }) => {
        if (source === window && data === enginePort && sent) resolve(sent);
      },
      { signal: listening.signal },
    );
  });
  const ended = Promise.withResolvers<void>();
  const forget = shell.onEngineEnded(() => ended.resolve());
  void ended.promise.then(forget);
  try {
    answerOf(await shell.connect());
    return openedOn(await port, ended.promise);
  } catch {
    ended.resolve();
    return 'failed';
  } finally {
    listening.abort();
  }
}

/** A port does not tell that its other end is gone: the shell does. */
function openedOn(port: MessagePort, ended: Promise<void>): Opened {
  let isOpen = true;
  const closed = close();

  async function close(): Promise<void> {
    await ended;
    isOpen = false;
    port.close();
  }

  const wire: Wire = {
    post: (message) => port.postMessage(message),
    onMessage: (handler) => port.addEventListener('message', ({ data }) => handler(data)),
    onClose: (handler) => void closed.then(handler),
  };
  const client = connect(wire);
  port.start();
  return { link: { client, isOpen: () => isOpen }, closed };
}
