import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { NextFrame as NextFrameComponent } from '../../src/ui/NextFrame.tsx';
import { nextFrame } from '../support/nextFrame.ts';

let NextFrame: typeof NextFrameComponent;

beforeEach(async () => {
  vi.useFakeTimers();
  vi.stubGlobal('requestIdleCallback', () => 0);
  vi.resetModules();
  ({ NextFrame } = await import('../../src/ui/NextFrame.tsx'));
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const page = (place: string) => (
  <>
    <p>Table of {place}</p>
    <NextFrame>
      <p>Chart of {place}</p>
    </NextFrame>
  </>
);

test('a chart comes with its table at first, and a frame after the table from then on', () => {
  const { rerender } = render(page('Texas'));
  expect(screen.getByText('Chart of Texas')).toBeInTheDocument();
  rerender(page('Utah'));
  expect(screen.getByText('Table of Utah')).toBeInTheDocument();
  expect(screen.getByText('Chart of Texas')).toBeInTheDocument();
  nextFrame();
  expect(screen.getByText('Chart of Utah')).toBeInTheDocument();
  expect(screen.queryByText('Chart of Texas')).toBeNull();
});

test('of two choices within a frame, the chart of the first is never drawn', () => {
  const { rerender } = render(page('Texas'));
  rerender(page('Utah'));
  rerender(page('Vermont'));
  act(() => void vi.advanceTimersByTime(1000));
  expect(screen.getByText('Chart of Vermont')).toBeInTheDocument();
});

test('in a browser that cannot say when it is idle the chart comes with its table', async () => {
  vi.stubGlobal('requestIdleCallback', undefined);
  vi.resetModules();
  ({ NextFrame } = await import('../../src/ui/NextFrame.tsx'));
  const { rerender } = render(page('Texas'));
  rerender(page('Utah'));
  expect(screen.getByText('Chart of Utah')).toBeInTheDocument();
});
