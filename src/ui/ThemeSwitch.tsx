import { type ReactNode, useEffect, useId } from 'react';
import styles from './ThemeSwitch.module.css';
import { type Theme, themeKey, themes } from './themes.ts';

interface ThemeSwitchProps {
  readonly theme: Theme;
  readonly onTheme: (theme: Theme) => void;
}

const names: Readonly<Record<Theme, string>> = { system: 'System', light: 'Light', dark: 'Dark' };

const outlines: Readonly<Record<Theme, string>> = {
  system: 'M2.5 3h11v8h-11z M6 13.5h4 M8 11v2.5',
  light:
    'M8 5.2a2.8 2.8 0 1 1 0 5.6 2.8 2.8 0 0 1 0-5.6z M8 1.2v1.6 M8 13.2v1.6 M1.2 8h1.6 M13.2 8h1.6 M3.2 3.2l1.1 1.1 M11.7 11.7l1.1 1.1 M3.2 12.8l1.1-1.1 M11.7 4.3l1.1-1.1',
  dark: 'M13.2 9.6A5.6 5.6 0 0 1 6.4 2.8a5.6 5.6 0 1 0 6.8 6.8z',
};

/** Three radio buttons in the place of one: arrow keys, names and state come with the browser's own control. */
export function ThemeSwitch({ theme, onTheme }: ThemeSwitchProps): ReactNode {
  const group = useId();
  useEffect(() => {
    // Chosen in another tab: else the switch would say so the next time it is drawn, and the page show another theme.
    const follow = ({ key, newValue }: StorageEvent) => {
      if (key === themeKey) onTheme(themes.find((known) => known === newValue) ?? 'system');
    };
    addEventListener('storage', follow);
    return () => removeEventListener('storage', follow);
  }, [onTheme]);
  return (
    <fieldset className={styles['switch']}>
      <legend className="visually-hidden">Theme</legend>
      {themes.map((option) => (
        <label key={option} className={styles['option']} title={`${names[option]} theme`}>
          <input
            type="radio"
            name={group}
            className="visually-hidden"
            checked={theme === option}
            onChange={() => onTheme(option)}
          />
          <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
            <path d={outlines[option]} />
          </svg>
          <span className="visually-hidden">{names[option]}</span>
        </label>
      ))}
    </fieldset>
  );
}
