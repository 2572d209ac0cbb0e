import { afterEach, expect, test, vi } from 'vitest';
import { registerServiceWorker } from '../../src/app/registerServiceWorker.ts';

afterEach(() => {
  Reflect.deleteProperty(navigator, 'serviceWorker');
  vi.unstubAllGlobals();
});

test('a waiting worker that never answers keeps the page neither from hearing of the next nor from being kept', async () => {
  const heard: string[] = [];
  const posted: unknown[] = [];
  const registration = {
    waiting: { postMessage: () => undefined },
    addEventListener: (kind: string) => heard.push(kind),
  };
  Object.defineProperty(navigator, 'serviceWorker', {
    configurable: true,
    value: {
      addEventListener: () => undefined,
      register: async () => registration,
      ready: Promise.resolve({ active: { postMessage: (message: unknown) => posted.push(message) } }),
    },
  });
  vi.stubGlobal('caches', { match: async () => undefined });
  void registerServiceWorker('/');
  await vi.waitFor(() => expect(heard).toEqual(['updatefound']));
  await vi.waitFor(() => expect(posted).toHaveLength(1), { timeout: 4500 });
});
