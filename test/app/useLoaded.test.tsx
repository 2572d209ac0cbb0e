import { act, renderHook } from '@testing-library/react';
import { expect, test } from 'vitest';
import { useLoaded } from '../../src/app/useLoaded.ts';

/** A place of loads that arrive when the test says so. */
function loads() {
  const asked: string[] = [];
  const waiting = new Map<string, (value: string) => void>();
  return {
    asked,
    load: (key: string) =>
      new Promise<string>((resolve) => {
        asked.push(key);
        waiting.set(key, resolve);
      }),
    arrive: (key: string) => act(async () => waiting.get(key)?.(`what ${key} has`)),
  };
}

test('what came before is back in the very render that asks for it, and stays until the next has come', async () => {
  const { asked, load, arrive } = loads();
  const { result, rerender } = renderHook(({ key }) => useLoaded(key, () => load(key)), {
    initialProps: { key: 'TX' },
  });
  const shown = () => [result.current.key, result.current.value];
  expect(shown()).toEqual([null, null]);
  await arrive('TX');
  rerender({ key: 'TN' });
  expect(shown()).toEqual(['TX', 'what TX has']);
  await arrive('TN');
  expect(shown()).toEqual(['TN', 'what TN has']);

  rerender({ key: 'TX' });
  expect(shown()).toEqual(['TX', 'what TX has']);
  expect(asked).toEqual(['TX', 'TN']);

  // Texas was on the page last, though Tennessee arrived last.
  rerender({ key: 'OH' });
  expect(shown()).toEqual(['TX', 'what TX has']);
  await arrive('OH');
  expect(shown()).toEqual(['OH', 'what OH has']);
});

test('a load that was overtaken does not take the page over', async () => {
  const { load, arrive } = loads();
  const { result, rerender } = renderHook(({ key }) => useLoaded(key, () => load(key)), {
    initialProps: { key: 'TX' },
  });
  rerender({ key: 'TN' });
  await arrive('TN');
  await arrive('TX');
  expect([result.current.key, result.current.value]).toEqual(['TN', 'what TN has']);
});

test('an error of before is not that of the load that runs now', async () => {
  let fails = true;
  const { load, arrive } = loads();
  const { result, rerender } = renderHook(
    ({ key }) =>
      useLoaded(key, () => (key === 'TX' && fails ? Promise.reject(new Error('offline')) : load(key))),
    { initialProps: { key: 'TX' } },
  );
  await act(async () => {});
  expect(result.current.error?.message).toBe('offline');
  rerender({ key: 'TN' });
  await arrive('TN');
  expect(result.current.error).toBeNull();
  fails = false;
  rerender({ key: 'TX' });
  expect(result.current.error).toBeNull();
  await arrive('TX');
  expect(result.current.value).toBe('what TX has');
});
