import { type RefObject, useLayoutEffect, useRef } from 'react';

type Found = Element | null | undefined;

/**
 * Keeps a keyboard's place where a button goes away once it was pressed: a browser would put the focus back at the top
 * of the page. As soon as the element told is gone, or disabled, the first of those found that can take it has the focus;
 * not where the reader has meanwhile moved on. It is for a component that outlives the element and is drawn anew with
 * its going.
 */
export function useFocusAfter(): (held: Element, find: () => readonly Found[]) => void {
  const waiting = useRef<readonly [Element, () => readonly Found[]] | null>(null);
  // Before the drawing is shown: nobody sees, or is read, a page that has the focus nowhere.
  useLayoutEffect(() => {
    if (!waiting.current) return;
    const [held, find] = waiting.current;
    const { activeElement, body } = document;
    const hasMovedOn = activeElement !== null && activeElement !== body && activeElement !== held;
    if (!hasMovedOn && isThere(held)) return;
    const next = hasMovedOn ? undefined : find().find(isThere);
    // What it goes to may come later than the other went.
    if (next || hasMovedOn) waiting.current = null;
    if (next instanceof HTMLElement) focusOn(next);
  });
  return (held, find) => {
    waiting.current = [held, find];
  };
}

function isThere(element: Found): boolean {
  return element?.isConnected === true && !element.matches(':disabled');
}

/** A row or a notice takes the focus only this once, so that a click into it later takes none. */
export function focusOn(element: HTMLElement): void {
  if (element.tabIndex < 0 && !element.hasAttribute('tabindex')) {
    element.tabIndex = -1;
    element.addEventListener('blur', () => element.removeAttribute('tabindex'), { once: true });
  }
  element.focus();
}

/**
 * For lists whose items have a button that removes them: tell it the button as it is pressed. The focus goes to that of
 * the item after, else before it, else to what `adds` one.
 */
export function useFocusBeside(adds: RefObject<HTMLElement | null>): (button: Element) => void {
  const focusAfter = useFocusAfter();
  return (button) => {
    const beside = besideItem(button);
    focusAfter(button, () => [...beside, adds.current]);
  };
}

/** The same button of the item after this one's in a list, then of the one before: for a button that removes its item. */
export function besideItem(button: Element): readonly Found[] {
  const item = button.parentElement;
  return [item?.nextElementSibling, item?.previousElementSibling].map((other) =>
    other?.tagName === item?.tagName ? other?.querySelector(':scope > button') : null,
  );
}
