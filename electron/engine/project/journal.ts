// The journal that a killed process or a lost power supply left: it may belong to another state of the file, brought by a copy or a sync.
import { randomUUID } from 'node:crypto';
import { copyFileSync, existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { Refused } from '../../../shared/refused.ts';
import { isSoundFile } from './verify.ts';

const journalOf = (path: string): string => `${path}-journal`;

/** True when SQLite would roll something back on opening. */
export function hasJournal(path: string): boolean {
  return (statSync(journalOf(path), { throwIfNoEntry: false })?.size ?? 0) > 0;
}

/**
 * Tries on copies what opening would do. A journal that does not lead to a sound project while the file without it is
 * one is put aside; where neither is sound both stay as they are and opening is refused.
 */
export function settleJournal(path: string): void {
  if (!hasJournal(path) || isSound(path, true)) return;
  if (!isSound(path, false)) throw new Refused('refused.journal', { file: basename(path) });
  renameSync(journalOf(path), freeName(`${path} (journal put aside)`));
}

function isSound(path: string, withJournal: boolean): boolean {
  const copy = `${path}.${randomUUID().slice(0, 8)}.part`;
  try {
    copyFileSync(path, copy);
    if (withJournal) copyFileSync(journalOf(path), journalOf(copy));
    return isSoundFile(copy);
  } finally {
    for (const file of [copy, journalOf(copy)]) rmSync(file, { force: true });
  }
}

function freeName(wanted: string): string {
  let free = wanted;
  for (let n = 2; existsSync(free); n++) free = `${wanted} ${n}`;
  return free;
}
