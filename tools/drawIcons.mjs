import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { chromiumFlags, findChromium } from './findChromium.mjs';
import { projectRoot } from './runStep.mjs';

/**
 * Draws the PNG icons of `public/manifest.webmanifest` from `public/icon.svg`: `npm run icons`. A maskable icon is cut
 * to any shape by the phone: its ground reaches every edge and what matters stays within the middle 80%.
 */

const folder = path.join(projectRoot, 'public');
const svg = readFileSync(path.join(folder, 'icon.svg'), 'utf8');
const ground = /fill="(#[0-9a-f]{6})"/.exec(svg)?.[1];
if (!ground) throw new Error('icon.svg has no ground colour');

/** @type {readonly (readonly [file: string, size: number, drawn: number, ground: string])[]} */
const icons = [
  ['icon-192.png', 192, 192, 'transparent'],
  ['icon-512.png', 512, 512, 'transparent'],
  ['icon-maskable-512.png', 512, 400, ground],
];

const browser = await chromium.launch({
  executablePath: findChromium(),
  args: chromiumFlags,
});
const page = await browser.newPage();
for (const [file, size, drawn, background] of icons) {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(`<style>html, body { margin: 0; block-size: 100%; background: ${background} }
    body { display: grid; place-items: center } svg { inline-size: ${drawn}px; block-size: ${drawn}px }</style>${svg}`);
  writeFileSync(path.join(folder, file), await page.screenshot({ omitBackground: true }));
}
await browser.close();
