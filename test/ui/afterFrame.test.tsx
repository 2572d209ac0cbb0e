import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { afterFrame } from '../../src/ui/afterFrame.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

test('an act waits for the next frame and for what is drawn in it', () => {
  const act = vi.fn();
  afterFrame(act);
  vi.advanceTimersToNextFrame();
  expect(act).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(act).toHaveBeenCalledOnce();
  vi.advanceTimersByTime(5000);
  expect(act).toHaveBeenCalledOnce();
});

test('where no frame is drawn, as in a tab behind others, it comes half a second later', () => {
  vi.spyOn(window, 'requestAnimationFrame').mockReturnValue(7);
  const act = vi.fn();
  afterFrame(act);
  vi.advanceTimersByTime(499);
  expect(act).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(act).toHaveBeenCalledOnce();
});

test('it can be called off, before its frame and in it', () => {
  const [early, late] = [vi.fn(), vi.fn()];
  afterFrame(early)();
  const callOff = afterFrame(late);
  vi.advanceTimersToNextFrame();
  callOff();
  vi.advanceTimersByTime(5000);
  expect(early).not.toHaveBeenCalled();
  expect(late).not.toHaveBeenCalled();
});
