import type { Page } from '@playwright/test';

/**
 * What a reader could not see, or only by scrolling both ways (WCAG 2.2, 1.4.10 and 1.4.12): a page wider than its
 * window, a part that scrolls sideways without being a named stop of the Tab key with a table or drawing in it, words
 * cut off by a box, past the window's edge or lying on each other in a drawing.
 */
export function layoutFaults(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    // A drawing far below takes its window's measure when it comes near: a reader has been everywhere.
    for (const part of document.querySelectorAll('main section')) {
      part.scrollIntoView();
      for (let frames = 0; frames < 2; frames++) await new Promise(requestAnimationFrame);
    }
    scrollTo(0, 0);
    const faults: string[] = [];
    const width = document.documentElement.clientWidth;
    const wide = document.documentElement.scrollWidth;
    if (wide > width) faults.push(`the page is ${wide} px wide in a window of ${width}`);
    const called = (element: Element) =>
      `${element.localName} "${(element.textContent ?? '').trim().slice(0, 50)}"`;
    // Kept for who hears the page: a pixel of room, clipped away.
    const onlyHeard = [...document.body.querySelectorAll('*')].filter(
      (element) => getComputedStyle(element).clipPath === 'inset(50%)',
    );
    const isSeen = (element: Element) =>
      element.checkVisibility({ visibilityProperty: true }) &&
      !onlyHeard.some((box) => box.contains(element));
    const sideways = new Set<Element>();
    for (const element of document.body.querySelectorAll('*')) {
      const { overflowX } = getComputedStyle(element);
      const isTooWide = element.scrollWidth > element.clientWidth + 1;
      const isTooHigh = element.scrollHeight > element.clientHeight + 1;
      if (!isSeen(element)) continue;
      if (overflowX === 'auto' || overflowX === 'scroll') {
        if (!isTooWide) continue;
        sideways.add(element);
        const isNamedStop =
          element instanceof HTMLElement && element.tabIndex === 0 && element.hasAttribute('aria-label');
        if (!isNamedStop) faults.push(`scrolls sideways and is no named stop: ${called(element)}`);
        if (!element.querySelector('table, svg')) faults.push(`scrolls words sideways: ${called(element)}`);
      } else if (
        (overflowX === 'hidden' || overflowX === 'clip') &&
        (isTooWide || isTooHigh) &&
        element.localName !== 'input'
      ) {
        faults.push(`cuts what it holds: ${called(element)}`);
      } else if (element instanceof HTMLSelectElement && element.clientWidth < 40) {
        faults.push(`too narrow to read: ${called(element)}`);
      }
    }
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const parent = texts.currentNode.parentElement;
      if (!parent || parent.localName === 'option' || !texts.currentNode.textContent?.trim()) continue;
      if (!isSeen(parent)) continue;
      let box: Element | null = parent;
      while (box && !sideways.has(box)) box = box.parentElement;
      if (box) continue;
      const range = document.createRange();
      range.selectNodeContents(texts.currentNode);
      for (const { left, right, width: taken } of range.getClientRects()) {
        if (taken > 1 && (left < -1 || right > width + 1)) {
          faults.push(
            `past the window's edge, ${Math.round(left)} to ${Math.round(right)}: ${called(parent)}`,
          );
        }
      }
    }
    for (const drawing of document.querySelectorAll('svg')) {
      const words = [...drawing.querySelectorAll('text')]
        .filter((text) => isSeen(text) && text.textContent !== '')
        .map((text) => ({ text: text.textContent, box: text.getBoundingClientRect() }));
      words.forEach(({ text, box }, index) => {
        for (const other of words.slice(0, index)) {
          const across = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
          const down = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
          // Boxes of letters are higher than what is drawn of them.
          if (across > 1 && down > 5)
            faults.push(`lie on each other in a drawing: "${other.text}", "${text}"`);
        }
      });
    }
    return [...new Set(faults)];
  });
}
