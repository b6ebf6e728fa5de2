// Settings live with the host: read when the window connects, stored a moment after each change.
import { useEffect, useState } from 'react';
import { sayFailure } from '../acts.ts';
import { engine, useCall } from '../engine.ts';
import { settings } from '../settings.ts';

/** Milliseconds without a further change before settings are stored. */
const QUIET = 400;

/** Keeps the settings; false until those of this computer are known. */
export function useKeptSettings(): boolean {
  const { value, loading } = useCall('settings.get', {});
  const [isKnown, setKnown] = useState(false);
  useEffect(() => {
    if (loading || isKnown) return;
    if (value) settings.set(value);
    setKnown(true);
  }, [value, loading, isKnown]);
  useEffect(() => {
    if (!isKnown) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = settings.subscribe(() => {
      clearTimeout(timer);
      timer = setTimeout(() => void store(), QUIET);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [isKnown]);
  return isKnown;
}

async function store(): Promise<void> {
  const { coder, pinned, ...chosen } = settings.get();
  const rest = { ...chosen, pinned: [...pinned] };
  try {
    await engine.call('settings.set', coder.trim() === '' ? rest : { ...rest, coder });
  } catch (error) {
    sayFailure('settings.set', error);
  }
}
