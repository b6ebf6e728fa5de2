// What a project says of itself.
import { must } from '../../../shared/must.ts';
import type { Language } from '../../../shared/words/say.ts';
import type { Writable } from '../store/change.ts';
import type { Readable } from '../store/connection.ts';

export type Setting = 'uid' | 'name' | 'language' | 'framework' | 'coder';

export function setting(db: Readable, key: Setting): string {
  return must(db.value<string>('SELECT value FROM settings WHERE key = ?', key), `the setting ${key}`);
}

/** The language of the project: of its code names, and of what a rate is counted in. */
export function projectLanguage(db: Readable): Language {
  return setting(db, 'language') === 'zh' ? 'zh' : 'en';
}

export function changeSetting(db: Writable, key: 'name' | 'coder', value: string): void {
  const id = must(db.value<number>('SELECT id FROM settings WHERE key = ?', key), `the setting ${key}`);
  db.update('settings', id, { value });
}
