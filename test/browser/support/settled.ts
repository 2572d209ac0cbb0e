import type { Page } from '@playwright/test';
import { expect } from './test.ts';

/** Opens an address below the site's root and waits until the page says it is no longer loading. */
export async function openPage(page: Page, address: string): Promise<void> {
  await page.goto(address === '/' ? './' : address);
  await waitUntilSettled(page);
}

/** Settled: the main heading is there and nothing in the page is marked busy. */
export async function waitUntilSettled(page: Page): Promise<void> {
  await expect(page.getByRole('main')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
}
