// Language and theme, switched at once.
import { settings, type Settings } from '../settings.ts';
import { useStore } from '../store.ts';
import { Segments } from '../ui/segments.tsx';
import { useWords } from '../words.ts';

// Each language is named in itself, for those who read no other.
const languages = [
  { value: 'en', text: 'English' },
  { value: 'zh', text: '中文' },
] as const;

export function LanguageSwitch() {
  const { say, language } = useWords();
  return (
    <Segments
      label={say('preferences.language')}
      value={language}
      options={languages}
      onChange={(chosen) => settings.set({ language: chosen })}
    />
  );
}

export function ThemeSwitch() {
  const { say } = useWords();
  const theme = useStore(settings, (value) => value.theme);
  const options: readonly { readonly value: Settings['theme']; readonly text: string }[] = [
    { value: 'light', text: say('preferences.light') },
    { value: 'dark', text: say('preferences.dark') },
    { value: 'contrast', text: say('preferences.contrast') },
    { value: 'system', text: say('preferences.system') },
  ];
  return (
    <Segments
      label={say('preferences.theme')}
      value={theme}
      options={options}
      onChange={(chosen) => settings.set({ theme: chosen })}
    />
  );
}
