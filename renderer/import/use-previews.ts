// Looks into the files that wait, a few at a time; a file with another encoding is looked into again.
import { useEffect, useRef, useState } from 'react';
import type { ImportPreview } from '../../shared/contract/import.ts';
import { Refused } from '../../shared/refused.ts';
import { sayFailure } from '../acts.ts';
import { engine } from '../engine.ts';
import type { PendingFile } from '../window-state.ts';
import type { Reading } from './import-plan.ts';

export interface PreviewRequest extends PendingFile, Reading {}

/** How many files are looked into at a time: the next one travels while one is read. */
const AT_A_TIME = 2;

/** Milliseconds between two pictures of the list: hundreds of small files are not drawn one by one. */
const shortest = 60;

/** What is known so far of the requests. */
export function usePreviews(requests: readonly PreviewRequest[]): ReadonlyMap<string, ImportPreview> {
  const [previews, setPreviews] = useState<ReadonlyMap<string, ImportPreview>>(new Map());
  const asked = useRef(new Set<string>());
  const waiting = useRef<PreviewRequest[]>([]);
  const running = useRef(0);
  const fresh = useRef(new Map<string, ImportPreview>());
  useEffect(() => {
    for (const request of requests) {
      const key = previewKey(request);
      if (asked.current.has(key)) continue;
      asked.current.add(key);
      waiting.current.push(request);
    }
    while (running.current < AT_A_TIME && waiting.current.length > 0) void work();
    async function work(): Promise<void> {
      running.current += 1;
      for (let request = waiting.current.shift(); request; request = waiting.current.shift()) {
        const key = previewKey(request);
        const preview = await look(request);
        if (fresh.current.size === 0) setTimeout(show, shortest);
        fresh.current.set(key, preview);
      }
      running.current -= 1;
    }
    function show(): void {
      const came = fresh.current;
      fresh.current = new Map();
      setPreviews((known) => new Map([...known, ...came]));
    }
  }, [requests]);
  return previews;
}

export function previewKey({ token, encoding, pattern }: Omit<PreviewRequest, 'name'>): string {
  return `${token} ${encoding ?? ''} ${pattern ?? ''}`;
}

async function look({ token, name, encoding, pattern }: PreviewRequest): Promise<ImportPreview> {
  try {
    return await engine.call('import.preview', { token, name, encoding, speakers: pattern });
  } catch (error) {
    if (error instanceof Refused) return { outcome: 'refused', refusal: error.refusal };
    sayFailure('import.preview', error);
    const refusal = { key: 'refused.import-could-not-be-read', values: { file: name } } as const;
    return { outcome: 'refused', refusal };
  }
}
