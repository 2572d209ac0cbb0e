import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect } from './test.ts';

/**
 * Fails with each rule that is broken and where, so the message alone says what to mend.
 *
 * @param only one of axe's rules instead of all that are on by themselves
 */
export async function expectAccessible(page: Page, only?: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    // The same rules run inside the page, three times quicker: the other way writes out every element that passes and
    // judges the list in a second page, which is for frames of other origins, and there are none here.
    .setLegacyMode()
    .options({ ...(only === undefined ? {} : { runOnly: [only] }), resultTypes: ['violations'] })
    .analyze();
  const lines = violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help}\n  ${node.target.join(' ')}\n  ${node.failureSummary ?? ''}`),
  );
  expect(lines, lines.join('\n')).toEqual([]);
}
