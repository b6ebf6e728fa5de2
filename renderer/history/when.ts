// How a moment is told: its day, its time, how long ago it was; in the reader's language and time zone.
import type { Language } from '../../shared/words/say.ts';

const locales: Readonly<Record<Language, string>> = { en: 'en-GB', zh: 'zh-CN' };

/** '14:05' */
export function timeOf(language: Language, at: string): string {
  return new Date(at).toLocaleTimeString(locales[language], { hour: '2-digit', minute: '2-digit' });
}

/** 'Sunday, 31 May 2026' */
export function dayOf(language: Language, at: string): string {
  return new Date(at).toLocaleDateString(locales[language], {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });
}

/** '31 May 2026' */
export function dateOf(language: Language, at: string): string {
  return new Date(at).toLocaleDateString(locales[language], {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });
}

/** 'today', 'yesterday', '3 days ago'. */
export function daysAgo(language: Language, at: string, now = new Date()): string {
  const days = Math.round((midnight(new Date(at)) - midnight(now)) / 86_400_000);
  return new Intl.RelativeTimeFormat(locales[language], { numeric: 'auto' }).format(days, 'day');
}

/** 'now', '3 minutes ago', '2 hours ago', '5 days ago'. */
export function ago(language: Language, at: string, now = Date.now()): string {
  const minutes = Math.round((new Date(at).getTime() - now) / 60_000);
  const format = new Intl.RelativeTimeFormat(locales[language], { numeric: 'auto' });
  if (Math.abs(minutes) < 1) return format.format(0, 'second');
  if (Math.abs(minutes) < 60) return format.format(minutes, 'minute');
  if (Math.abs(minutes) < 24 * 60) return format.format(Math.round(minutes / 60), 'hour');
  return daysAgo(language, at, new Date(now));
}

function midnight(day: Date): number {
  return new Date(day.getFullYear(), day.getMonth(), day.getDate()).getTime();
}
