import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { SeenFirst as SeenFirstComponent } from '../../src/ui/SeenFirst.tsx';
import { nextFrame } from '../support/nextFrame.ts';

let SeenFirst: typeof SeenFirstComponent;
/** As if the reader had scrolled the part into the window or out of it. */
let scroll: (isIntersecting: boolean) => void;
let watched = 0;

class Observer {
  constructor(tell: (entries: { isIntersecting: boolean }[]) => void) {
    scroll = (isIntersecting) => act(() => tell([{ isIntersecting: !isIntersecting }, { isIntersecting }]));
  }
  observe() {
    watched++;
  }
  disconnect() {
    watched--;
  }
}

beforeEach(async () => {
  vi.useFakeTimers();
  vi.stubGlobal('requestIdleCallback', () => 0);
  vi.stubGlobal('IntersectionObserver', Observer);
  vi.resetModules();
  ({ SeenFirst } = await import('../../src/ui/SeenFirst.tsx'));
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const page = (place: string) => (
  <>
    <p>Headline of {place}</p>
    <SeenFirst>
      <p>Table of {place}</p>
    </SeenFirst>
  </>
);

test('a table in the window comes with the rest', () => {
  const { rerender } = render(page('Texas'));
  rerender(page('Utah'));
  expect(screen.getByText('Table of Utah')).toBeInTheDocument();
  scroll(true);
  rerender(page('Vermont'));
  expect(screen.getByText('Table of Vermont')).toBeInTheDocument();
});

test('a table out of sight comes a frame later, and at once when it is scrolled to before', () => {
  const { rerender } = render(page('Texas'));
  scroll(false);
  rerender(page('Utah'));
  expect(screen.getByText('Headline of Utah')).toBeInTheDocument();
  expect(screen.getByText('Table of Texas')).toBeInTheDocument();
  nextFrame();
  expect(screen.getByText('Table of Utah')).toBeInTheDocument();
  rerender(page('Vermont'));
  scroll(true);
  expect(screen.getByText('Table of Vermont')).toBeInTheDocument();
  expect(screen.queryByText('Table of Utah')).toBeNull();
});

test('a table scrolled out of sight stays what it was last, from that moment on', () => {
  const { rerender } = render(page('Texas'));
  scroll(true);
  rerender(page('Utah'));
  scroll(false);
  expect(screen.getByText('Table of Utah')).toBeInTheDocument();
  act(() => void vi.advanceTimersByTime(1000));
  expect(screen.getByText('Table of Utah')).toBeInTheDocument();
});

test('nothing is watched once the page is left', () => {
  const { unmount } = render(page('Texas'));
  expect(watched).toBe(1);
  unmount();
  expect(watched).toBe(0);
});

test('in a browser that cannot say when it is idle the table comes with the rest', async () => {
  vi.stubGlobal('requestIdleCallback', undefined);
  vi.resetModules();
  ({ SeenFirst } = await import('../../src/ui/SeenFirst.tsx'));
  const { rerender } = render(page('Texas'));
  rerender(page('Utah'));
  expect(screen.getByText('Table of Utah')).toBeInTheDocument();
});
