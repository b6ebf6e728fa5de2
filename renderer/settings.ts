// What the person chose for the window: language, theme, text size, widths of panes. Kept by the host, not by the page.
import type { Language } from '../shared/words/say.ts';
import { createStore } from './store.ts';

export interface Settings {
  readonly language: Language;
  readonly theme: 'light' | 'dark' | 'contrast' | 'system';
  /** Size of the reading text in px. */
  readonly readSize: number;
  /** Width of its lines in em. */
  readonly readWidth: number;
  readonly listWidth: number;
  readonly inspectorWidth: number;
  /** The counting rule beneath a table stands whole, not folded to two lines. */
  readonly wholeRule: boolean;
  /** The coder's name that a new project is offered; '' until one was given. */
  readonly coder: string;
  /** uids of the codes that are pinned to a digit, of every project on this computer. */
  readonly pinned: readonly string[];
}

/** The panes at the sides of the desk. */
export type PaneSide = 'list' | 'inspector';

/** px; at these the styles decide, which take less in a narrow window. */
export const defaultWidths: Readonly<Record<PaneSide, number>> = { list: 248, inspector: 324 };

export const settings = createStore<Settings>({
  language: navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en',
  theme: 'system',
  readSize: 17,
  readWidth: 32,
  listWidth: defaultWidths.list,
  inspectorWidth: defaultWidths.inspector,
  wholeRule: false,
  coder: '',
  pinned: [],
});

/** Puts language, theme and sizes on the page; called on every change. */
export function applySettings({
  language,
  theme,
  readSize,
  readWidth,
  listWidth,
  inspectorWidth,
}: Settings): void {
  const root = document.documentElement;
  const dark = matchMedia('(prefers-color-scheme: dark)').matches;
  root.lang = language === 'zh' ? 'zh-CN' : 'en';
  root.dataset['theme'] = theme === 'system' ? (dark ? 'dark' : 'light') : theme;
  root.style.setProperty('--read-size', `${readSize}px`);
  root.style.setProperty('--read-measure', `${readWidth}em`);
  for (const [side, width] of [
    ['list', listWidth],
    ['inspector', inspectorWidth],
  ] as const) {
    if (width === defaultWidths[side]) root.style.removeProperty(`--${side}`);
    else root.style.setProperty(`--${side}`, `${width}px`);
  }
}

/** px that a pane would take if nothing limited it: what was chosen, else what the styles give it. */
export function wishedWidth(side: PaneSide): number {
  return parseFloat(getComputedStyle(document.documentElement).getPropertyValue(`--${side}`));
}
