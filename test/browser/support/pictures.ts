import type { Page } from '@playwright/test';
import { openPage } from './settled.ts';

export interface Picture {
  readonly width: number;
  readonly theme: 'light' | 'dark';
}

/** The widths and themes every page is looked at in. */
export const pictures: readonly Picture[] = [
  { width: 1440, theme: 'light' },
  { width: 1440, theme: 'dark' },
  { width: 390, theme: 'light' },
  { width: 390, theme: 'dark' },
];

/** The pages that are judged in every picture, by axe too. */
export const addressesInPictures: readonly string[] = [
  '/',
  'code/97110/',
  'code/97110/TX/',
  'code/97755/AK/',
  'own/',
  'methodology/',
  'data/',
];

/** Opens the address at that width and theme, ready for a check of its layout. */
export async function openAs(page: Page, address: string, { width, theme }: Picture): Promise<void> {
  await page.setViewportSize({ width, height: width < 600 ? 844 : 900 });
  await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
  await openPage(page, address);
}
