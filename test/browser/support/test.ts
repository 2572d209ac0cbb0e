import { test as base, type Page } from '@playwright/test';

export { expect } from '@playwright/test';

/**
 * A page under watch: a console warning or error, an uncaught exception, a request to another origin or a request
 * that fails makes the test fail when it ends, even if everything it looked for was there.
 */
export const test = base.extend<{ faults: string[] }>({
  faults: [
    async ({ page, baseURL }, use) => {
      const faults: string[] = [];
      watch(page, new URL(baseURL ?? '').origin, faults);
      await use(faults);
      if (faults.length > 0) throw new Error(`The page had faults:\n${faults.join('\n')}`);
    },
    { auto: true },
  ],
});

function watch(page: Page, origin: string, faults: string[]): void {
  page.on('console', (message) => {
    // Playwright's own word for a worker it was told to block.
    if (message.text() === 'Service Worker registration blocked by Playwright') return;
    if (message.type() === 'warning' || message.type() === 'error') {
      faults.push(`console ${message.type()}: ${message.text()} (${message.location().url})`);
    }
  });
  page.on('pageerror', (error) => {
    faults.push(`uncaught: ${error.message}`);
  });
  page.on('request', (request) => {
    const url = new URL(request.url());
    const staysHere = url.origin === origin || url.protocol === 'data:' || url.protocol === 'blob:';
    if (!staysHere) faults.push(`request to another origin: ${request.url()}`);
  });
  page.on('response', (response) => {
    // A test that means to ask for a missing page empties `faults` itself.
    if (response.status() >= 400) faults.push(`status ${response.status()}: ${response.url()}`);
  });
}
