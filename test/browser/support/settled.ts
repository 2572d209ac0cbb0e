import type { Page } from '@playwright/test';
import { expect } from './test.ts';

/** Opens an address below the site's root and waits until the page says it is no longer loading. */
export async function openPage(page: Page, address: string): Promise<void> {
  await page.goto(address === '/' ? './' : address);
  await waitUntilSettled(page);
}

/** Alive: the script has taken the page over; before that, links are relative and controls do not answer. */
export async function waitUntilAlive(page: Page): Promise<void> {
  await expect(page.getByRole('link', { name: 'Rate Atlas', exact: true })).toHaveAttribute('href', /^\//);
}

/** Settled: alive, with the parts that come late, what the link asks for, and nothing in the page is marked busy. */
export async function waitUntilSettled(page: Page): Promise<void> {
  await waitUntilAlive(page);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  // In the page: between a look and a click from outside the button may go by itself.
  await page.evaluate(() => {
    for (const button of document.querySelectorAll('button')) {
      if (button.textContent === 'Load them now') button.click();
    }
  });
  await expect(page.getByRole('button', { name: 'Load them now' })).toHaveCount(0);
  await expect(page.locator('[aria-busy="true"], html[data-asked]')).toHaveCount(0);
}
