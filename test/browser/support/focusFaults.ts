import type { Page } from '@playwright/test';

/**
 * Gives each stop of the Tab key the focus, in its order, and tells those that are then out of sight, or covered by
 * something else by more than half (WCAG 2.2, 2.4.11 asks that they are not covered whole).
 *
 * @returns how many stops there are, and what is wrong with which
 */
export async function focusFaults(page: Page): Promise<{ stops: number; faults: string[] }> {
  // The first one by key: what a script focuses after it has its ring, as if the key had come there.
  await page.keyboard.press('Tab');
  return page.evaluate(() => {
    const faults: string[] = [];
    let stops = 0;
    for (const stop of document.querySelectorAll<HTMLElement | SVGElement>(
      'a[href], button, input, select, textarea, summary, [tabindex]',
    )) {
      if (
        stop.tabIndex < 0 ||
        stop.matches(':disabled') ||
        !stop.checkVisibility({ visibilityProperty: true })
      )
        continue;
      stop.focus();
      // One that opens or goes as it is focused is another test's.
      if (document.activeElement !== stop) continue;
      stops += 1;
      // A radio button may be drawn by its label.
      const drawn = stop.getBoundingClientRect().width > 4 ? stop : (stop.closest('label') ?? stop);
      const box = drawn.getBoundingClientRect();
      // A table may be higher than the window: what counts is the part of it that is in the window.
      const [left, top] = [Math.max(box.left, 0), Math.max(box.top, 0)];
      const [width, height] = [
        Math.min(box.right, innerWidth) - left,
        Math.min(box.bottom, innerHeight) - top,
      ];
      const isInSight = width >= Math.min(box.width / 5, 24) && height >= Math.min(box.height / 5, 24);
      const inSight = [0.1, 0.3, 0.5, 0.7, 0.9].flatMap((x) =>
        [0.2, 0.5, 0.8].map((y) => ({ x: left + width * x, y: top + height * y })),
      );
      const own = inSight.filter(({ x, y }) => {
        const found = document.elementFromPoint(x, y);
        // A link that breaks over lines has points between them that are its paragraph's.
        return found !== null && (drawn.contains(found) || found.contains(drawn));
      });
      const name = `${stop.localName} "${stop.getAttribute('aria-label') ?? stop.textContent?.trim().slice(0, 40)}"`;
      if (!isInSight) faults.push(`out of sight: ${name}`);
      else if (own.length * 2 < inSight.length) faults.push(`covered: ${name}`);
    }
    return { stops, faults };
  });
}
