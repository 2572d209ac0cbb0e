import '@testing-library/jest-dom/vitest';
import { cleanup, configure } from '@testing-library/react';
import { afterEach, beforeEach, expect, vi } from 'vitest';

// A page's parts load one after the other, and a look for a role through a whole page takes a second of its own: on a
// machine that is four times slower for a minute, ten seconds were short for a dialog. What never comes fails all the same.
configure({ asyncUtilTimeout: 40_000 });

/** Any console warning or error fails the test that caused it: React and Recharts report real faults this way. */
let messages: string[] = [];

beforeEach(() => {
  messages = [];
  for (const level of ['warn', 'error'] as const) {
    vi.spyOn(console, level).mockImplementation((...parts: unknown[]) => {
      messages.push(`console.${level}: ${parts.map(String).join(' ')}`);
    });
  }
});

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  expect(messages).toEqual([]);
});
