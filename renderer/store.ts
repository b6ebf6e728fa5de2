// A value that React can watch: what the window itself remembers (never project data, which lives in the engine).
import { useSyncExternalStore } from 'react';

export interface Store<T> {
  get(): T;
  /** Changes some of the value; listeners are told when anything differs. */
  set(change: Partial<T>): void;
  subscribe(listener: () => void): () => void;
}

export function createStore<T extends object>(initial: T): Store<T> {
  let value = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    set: (change) => {
      const differs = Object.entries(change).some(([key, next]) => !Object.is(next, value[key as keyof T]));
      if (!differs) return;
      value = { ...value, ...change };
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Watches one part of a store. `pick` must return the same thing for the same value. */
export function useStore<T, P>(store: Store<T>, pick: (value: T) => P): P {
  return useSyncExternalStore(store.subscribe, () => pick(store.get()));
}
