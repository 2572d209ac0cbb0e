import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import {
  areAllOfBuild,
  asksForBuild,
  atDepth,
  buildOf,
  isOfAnotherBuild,
  isVersion,
} from '../../src/app/serviceWorkerPages.ts';

describe('the pages a service worker keeps', () => {
  test('name their build, or none', () => {
    expect(buildOf('<head>\n<meta name="build" content="2026-11-22.9f0cbe38.43f6deca" /></head>')).toBe(
      '2026-11-22.9f0cbe38.43f6deca',
    );
    expect(buildOf('<html><p>Sign in to this network</p></html>')).toBeUndefined();
  });

  test('find the root from any depth', () => {
    const shell = '<meta name="depth" content="./" /><script src="./assets/a.js"></script><a href="#x">';
    expect(atDepth(shell, '')).toBe(shell);
    expect(atDepth(shell, 'own/')).toBe(
      '<meta name="depth" content="../" /><script src="../assets/a.js"></script><a href="#x">',
    );
    expect(atDepth(shell, 'code/97110/TX/')).toContain('src="../../../assets/a.js"');
  });
});

test('data are kept only when they are the version asked for', async () => {
  const bytes = new TextEncoder().encode('state,rate\nTX,26.06\n');
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  expect(await isVersion(bytes.buffer, sha256.slice(0, 16))).toBe(true);
  expect(
    await isVersion(new TextEncoder().encode('state,rate\nTX,26.07\n').buffer, sha256.slice(0, 16)),
  ).toBe(false);
  // Without a version anything would match.
  expect(await isVersion(bytes.buffer, '')).toBe(false);
});

describe('a waiting worker and the pages that are open', () => {
  /** A page that answers as registerServiceWorker does. */
  const page = (build: string) => ({
    postMessage(message: unknown, [port]: Transferable[]) {
      if (asksForBuild(message) && port instanceof MessagePort) port.postMessage(build);
    },
  });
  /** Asleep, or older than the question. */
  const silent = { postMessage: () => {} };

  test('it takes over when every page says that it is of its build', async () => {
    expect(await areAllOfBuild([page('two'), page('two')], 'two')).toBe(true);
    expect(await areAllOfBuild([page('two'), page('one')], 'two')).toBe(false);
  });

  test('a page that does not answer in time is another build’s', async () => {
    expect(await areAllOfBuild([page('two'), silent], 'two', 20)).toBe(false);
  });

  test('only a page of another build has a newer version to be told of', () => {
    expect(isOfAnotherBuild({ isSameBuild: false, hasTakenOver: false })).toBe(true);
    expect(isOfAnotherBuild({ isSameBuild: true, hasTakenOver: false })).toBe(false);
    expect(isOfAnotherBuild({ isSameBuild: true, hasTakenOver: true })).toBe(false);
    // As older workers answer.
    expect(isOfAnotherBuild(false)).toBe(false);
  });

  test('no other message is taken for the question', () => {
    for (const message of [null, 'which-build', {}, { type: 'take-over' }])
      expect(asksForBuild(message)).toBe(false);
  });
});
