import { useEffect } from 'react';

/**
 * A table that scrolls sideways keeps each row's name in place, over what scrolls under it. What the keyboard reaches
 * there is moved out from under the name (WCAG 2.2, 2.4.11); past the other edge the browser sees to it.
 */
export function useFocusInSight(): void {
  useEffect(() => {
    document.addEventListener('focusin', moveFromUnderName);
    return () => document.removeEventListener('focusin', moveFromUnderName);
  }, []);
}

function moveFromUnderName({ target }: FocusEvent): void {
  // Not under a pointer: a press that moves what is pressed is no press.
  if (!(target instanceof HTMLElement) || !target.matches(':focus-visible')) return;
  const name = target.closest('tr')?.querySelector('th');
  const box = name?.closest('table')?.parentElement;
  if (!name || !box || name.contains(target) || getComputedStyle(name).position !== 'sticky') return;
  const covered = name.getBoundingClientRect().right - target.getBoundingClientRect().left;
  // With room for the ring around it.
  if (covered > 0) box.scrollLeft -= covered + 4;
}
