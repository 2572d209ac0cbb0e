import { useEffect, useState } from 'react';
import { type Theme, themes } from '../ui/ThemeSwitch.tsx';
import { readStored, writeStored } from './stored.ts';

/** The theme the reader chose; `system` follows the device and leaves no mark on the page. */
export function useTheme(): readonly [Theme, (theme: Theme) => void] {
  const [theme, setTheme] = useState<Theme>(
    () => themes.find((known) => known === readStored('theme')) ?? 'system',
  );
  useEffect(() => {
    if (theme === 'system') document.documentElement.removeAttribute('data-theme');
    else document.documentElement.setAttribute('data-theme', theme);
    writeStored('theme', theme === 'system' ? '' : theme);
  }, [theme]);
  return [theme, setTheme];
}
