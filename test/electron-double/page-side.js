// What runs inside the page: these functions are put there as source text, so they use nothing from outside themselves.

/**
 * One side of the contextBridge: values are copied, functions and promises become proxies. The worlds share only the
 * document, so they speak by its events, which are heard within the call.
 */
export function bridgeSide(out, inward, { encode, decode }) {
  const functions = new Map();
  const promises = new Map();
  let last = 0;
  let answer;
  const emit = (word) => document.dispatchEvent(new CustomEvent(out, { detail: JSON.stringify(word) }));
  const special = (value) => {
    if (typeof value === 'function') {
      functions.set(++last, value);
      return { call: last };
    }
    if (value instanceof Promise) {
      const id = ++last;
      value.then(
        (result) => emit({ k: 'resolved', id, v: toText(result) }),
        (error) => emit({ k: 'rejected', id, v: toText(error) }),
      );
      return { promise: id };
    }
    if (value instanceof File) return { file: leaveFile(value) };
    return undefined;
  };
  const proxy = (told) => {
    if ('call' in told) return (...given) => call(told.call, given);
    if ('file' in told) return takeFile(told.file);
    return new Promise((resolve, reject) => promises.set(told.promise, { resolve, reject }));
  };
  const toText = (value) => encode(value, special);
  const toValue = (text) => decode(text, proxy);

  /** An element's files are the same to both worlds. */
  const leaveFile = (file) => {
    const carrier = Object.assign(document.createElement('input'), { type: 'file', id: `${out}${++last}` });
    const transfer = new DataTransfer();
    transfer.items.add(file);
    carrier.files = transfer.files;
    document.documentElement.append(carrier);
    return carrier.id;
  };
  const takeFile = (id) => {
    const carrier = document.getElementById(id);
    carrier.remove();
    return carrier.files[0];
  };
  const call = (id, given) => {
    answer = undefined;
    emit({ k: 'call', id, given: toText(given) });
    const { returned, thrown } = answer;
    if (thrown !== undefined) throw toValue(thrown);
    return toValue(returned);
  };
  const freeze = (value) => {
    if (value === null || typeof value !== 'object') return value;
    for (const each of Object.values(value)) freeze(each);
    return Object.freeze(value);
  };
  const answers = {
    call: ({ id, given }) => {
      try {
        emit({ k: 'answer', returned: toText(functions.get(id)(...toValue(given))) });
      } catch (error) {
        emit({ k: 'answer', thrown: toText(error) });
      }
    },
    answer: (word) => (answer = word),
    expose: ({ key, v }) =>
      Object.defineProperty(window, key, { value: freeze(toValue(v)), enumerable: true }),
    resolved: ({ id, v }) => promises.get(id).resolve(toValue(v)),
    rejected: ({ id, v }) => promises.get(id).reject(toValue(v)),
  };
  document.addEventListener(inward, ({ detail }) => {
    const word = JSON.parse(detail);
    answers[word.k](word);
  });
  return { expose: (key, api) => emit({ k: 'expose', key, v: toText(api) }) };
}

/** The preload's world: `require('electron')`, `process`, and the wire to main. */
export function isolatedWorld({ secret, about, runPreload, makeCodec, bridgeSide }) {
  if (window !== window.top || location.href === 'about:blank') return;
  const { encode, decode } = makeCodec();
  const bridge = bridgeSide(`${secret}i`, `${secret}m`, { encode, decode });
  const wire = globalThis[`${secret}send`];
  delete globalThis[`${secret}send`];
  const send = (word) => wire(JSON.stringify(word));
  const listeners = new Map();
  const calls = new Map();
  const ports = new Map();
  const files = new Map();
  let last = 0;

  const adopt = (id, port) => {
    ports.set(id, port);
    port.addEventListener('message', (event) =>
      send({ t: 'port', id, data: encode(event.data), ports: event.ports.map(give) }),
    );
    port.start();
  };
  const give = (port) => {
    const id = `page-${secret}${++last}`;
    adopt(id, port);
    return id;
  };
  const take = (id) => {
    const { port1, port2 } = new MessageChannel();
    adopt(id, port1);
    return port2;
  };
  const heard = {
    reply: ({ id, v, error }) => {
      const { resolve, reject } = calls.get(id);
      calls.delete(id);
      if (error === undefined) resolve(decode(v));
      else reject(new Error(error));
    },
    event: ({ channel, given, ports: ids }) => {
      for (const listener of Array.from(listeners.get(channel) ?? []))
        listener({ sender: ipcRenderer, senderId: 0, ports: ids.map(take) }, ...decode(given));
    },
    port: ({ id, data, ports: ids }) => ports.get(id)?.postMessage(decode(data), ids.map(take)),
    close: ({ id }) => {
      ports.get(id)?.close();
      ports.delete(id);
    },
  };
  globalThis[`${secret}hear`] = (word) => heard[word.t](word);
  globalThis[`${secret}file`] = (id) => files.get(id);

  const strict = (object, name) =>
    new Proxy(object, {
      get: (target, key) => {
        if (key in target || typeof key === 'symbol') return target[key];
        throw new Error(`electron double: ${name}.${key} is not modelled`);
      },
    });
  const ipcRenderer = strict(
    {
      invoke: (channel, ...given) => {
        const text = encode(given);
        return new Promise((resolve, reject) => {
          calls.set(++last, { resolve, reject });
          send({ t: 'invoke', id: last, channel, given: text });
        });
      },
      on: (channel, listener) => {
        listeners.set(channel, [...(listeners.get(channel) ?? []), listener]);
        return ipcRenderer;
      },
      off: (channel, listener) => {
        listeners.set(
          channel,
          (listeners.get(channel) ?? []).filter((each) => each !== listener),
        );
        return ipcRenderer;
      },
    },
    'ipcRenderer',
  );
  const webUtils = strict(
    {
      // The page cannot know a path: main asks the browser for it when the message arrives.
      getPathForFile: (file) => {
        if (!(file instanceof File)) throw new TypeError('getPathForFile: not a File');
        files.set(++last, file);
        return `double-file:${last}`;
      },
    },
    'webUtils',
  );
  const contextBridge = strict({ exposeInMainWorld: (key, api) => bridge.expose(key, api) }, 'contextBridge');
  const electron = strict({ ipcRenderer, contextBridge, webUtils }, 'electron');
  const require = (name) => {
    if (name === 'electron') return electron;
    throw new Error(`module not found: ${name}`);
  };
  const process = { ...about, type: 'renderer', sandboxed: true, contextIsolated: true, env: {}, argv: [] };
  const module = { exports: {} };
  try {
    runPreload(require, module, module.exports, process);
  } catch (error) {
    send({ t: 'preload-error', error: String(error?.stack ?? error) });
  }
}
