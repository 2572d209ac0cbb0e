import { useCallback, useState } from 'react';
import { type Theme, themes } from '../ui/themes.ts';
import { useStored, writeStored } from './stored.ts';

/**
 * The theme the reader chose; `system` follows the device and leaves no mark on the page. `firstPaint.js` sets the mark
 * before the first paint; the switch shows the choice as soon as the page is alive.
 */
export function useTheme(): readonly [Theme, (theme: Theme) => void] {
  const stored = useStored('theme');
  // Where nothing can be stored, the choice holds as long as the page.
  const [chosen, setChosen] = useState<Theme | null>(null);
  const theme = chosen ?? themes.find((known) => known === stored) ?? 'system';
  const choose = useCallback((next: Theme) => {
    setChosen(next);
    if (next === 'system') document.documentElement.removeAttribute('data-theme');
    else document.documentElement.setAttribute('data-theme', next);
    writeStored('theme', next === 'system' ? '' : next);
  }, []);
  return [theme, choose];
}
