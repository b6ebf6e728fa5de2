// The answering side of a wire in a process of its own.
import { processWire } from '../../electron/engine/import/process-wire.ts';
import { Refused } from '../../shared/refused.ts';
import { serve, type Handler } from '../../shared/wire.ts';

const handlers: Readonly<Record<string, Handler>> = {
  echo: (input) => input,
  refuse: () => {
    throw new Refused('refused.import-empty', { file: 'c.txt' });
  },
  countTo: async function* (input) {
    for (let n = 1; n <= Number(input); n += 1) yield n;
    return 'counted';
  },
  wait: () => new Promise(() => {}),
};

serve(processWire(process), (name) => handlers[name]);
