import type { ReactElement } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';

/**
 * A drawing as text, made by the React that already runs in the page: `react-dom/server` would be a second one.
 * Not to be called while rendering.
 */
export function markupInPage(drawing: ReactElement): string {
  const box = document.createElement('div');
  const root = createRoot(box);
  flushSync(() => root.render(drawing));
  // An SVG file is XML, which knows no `&nbsp;`; nothing else of the two languages differs in a drawing.
  const text = box.innerHTML.replaceAll('&nbsp;', '&#160;');
  root.unmount();
  return text;
}
