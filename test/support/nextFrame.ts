import { act } from '@testing-library/react';
import { vi } from 'vitest';

/** With fake timers: the frame being made is drawn, and what waited for it is done. */
export function nextFrame(): void {
  act(() => void vi.advanceTimersToNextFrame());
  act(() => void vi.advanceTimersByTime(1));
}
