import { useEffect, useState } from 'react';
import { type Theme, themes } from '../ui/ThemeSwitch.tsx';
import { readStored, writeStored } from './stored.ts';

/**
 * The theme the reader chose; `system` follows the device and leaves no mark on the page. `theme.js` sets the mark
 * before the first paint; the switch shows the choice as soon as the page is alive.
 */
export function useTheme(): readonly [Theme, (theme: Theme) => void] {
  const [theme, setTheme] = useState<Theme>('system');
  useEffect(() => {
    const stored = themes.find((known) => known === readStored('theme'));
    if (stored) setTheme(stored);
  }, []);
  return [
    theme,
    (chosen) => {
      setTheme(chosen);
      if (chosen === 'system') document.documentElement.removeAttribute('data-theme');
      else document.documentElement.setAttribute('data-theme', chosen);
      writeStored('theme', chosen === 'system' ? '' : chosen);
    },
  ];
}
