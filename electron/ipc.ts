// The one way from a page into main: only our own top frame is heard, and only what the contract allows.
import { ipcMain, type WebContents } from 'electron';
import {
  shellInputs,
  type Reply,
  type ShellCall,
  type ShellInput,
  type ShellOutputs,
} from '../shared/contract/shell.ts';
import { Refused } from '../shared/refused.ts';
import { isTrusted } from './lock-down.ts';

export type ShellHandlers = {
  readonly [N in ShellCall]: (input: ShellInput<N>, from: WebContents) => Promise<ShellOutputs[N]>;
};

/** Answers the calls of the contract; a refusal travels as a value, since an error would lose its kind. */
export function answerPages(handlers: ShellHandlers): void {
  for (const name of Object.keys(shellInputs) as ShellCall[]) answerCall(name, handlers);
}

function answerCall<N extends ShellCall>(name: N, handlers: ShellHandlers): void {
  ipcMain.handle(name, async (event, input: unknown): Promise<Reply<ShellOutputs[N]>> => {
    if (!isTrusted(event)) throw new Error(`${name}: the sender is no page of ours`);
    const checked = shellInputs[name].safeParse(input);
    if (!checked.success) {
      const detail = checked.error.issues
        .map(({ path, message }) => `${path.join('.')}: ${message}`)
        .join('; ');
      return { refusal: { key: 'refused.bad-input', values: { call: name, detail } } };
    }
    try {
      return { value: await handlers[name](checked.data as ShellInput<N>, event.sender) };
    } catch (error) {
      if (error instanceof Refused) return { refusal: error.refusal };
      throw error;
    }
  });
}
