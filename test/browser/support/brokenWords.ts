import type { Page } from '@playwright/test';

/** Words in a page's tables that go on in the next line: each with the table's caption. */
export function brokenWords(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const broken = new Set<string>();
    for (const table of document.querySelectorAll<HTMLTableElement>('main table')) {
      const texts = document.createTreeWalker(table, NodeFilter.SHOW_TEXT);
      const range = document.createRange();
      while (texts.nextNode()) {
        const text = texts.currentNode.textContent ?? '';
        // Letters and digits: a line may end after a hyphen.
        for (const { 0: word, index } of text.matchAll(/[\p{L}\d$.,%]+/gu)) {
          range.setStart(texts.currentNode, index);
          range.setEnd(texts.currentNode, index + word.length);
          const tops = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
          if (tops.size > 1) broken.add(`${word}: ${table.caption?.textContent ?? ''}`);
        }
      }
    }
    return [...broken];
  });
}
