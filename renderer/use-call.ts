// What the engine answers to a read, for components: asked when shown, asked again when the project changes.
import { useCallback, useSyncExternalStore } from 'react';
import type { WindowInput, WindowOutput } from '../shared/contract/host.ts';
import type { ConnectionState } from './connect.ts';
import { connectionStatus, keyOf, known, watch, type Answer, type ReadName } from './engine-client.ts';
import { useStore } from './store.ts';

/** The answer to a read; `input` null asks nothing yet. `value` keeps the last answer while a newer one is on its way. */
export function useCall<N extends ReadName>(name: N, input: WindowInput<N> | null): Answer<N> {
  const [key, subscribe] = useWatch(name, input);
  return useSyncExternalStore(subscribe, () => (key === null ? nothingAsked : known<N>(key)));
}

/** What a read answered last; drawn anew only when that differs, not while a newer answer is on its way. */
export function useValue<N extends ReadName>(
  name: N,
  input: WindowInput<N> | null,
): WindowOutput<N> | undefined {
  const [key, subscribe] = useWatch(name, input);
  return useSyncExternalStore(subscribe, () => (key === null ? undefined : known<N>(key).value));
}

function useWatch<N extends ReadName>(name: N, input: WindowInput<N> | null) {
  const key = input === null ? null : keyOf(name, input);
  const subscribe = useCallback(
    (listener: () => void) => (key === null || input === null ? () => {} : watch(name, input, listener)),
    // The key stands for name and input: an equal input written anew is no other question.
    [key],
  );
  return [key, subscribe] as const;
}

const nothingAsked = { value: undefined, refusal: null, error: null, loading: false } as const;

/** Whether the engine can be reached. */
export function useConnected(): ConnectionState {
  return useStore(connectionStatus, ({ state }) => state);
}
