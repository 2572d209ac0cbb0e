import { act, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { addressAhead, goTo, subscribeAhead, whenWritten, writeAddress } from '../../src/app/addressAhead.ts';
import { watchAddress } from '../../src/app/noticeBoard.tsx';

beforeEach(() => {
  vi.useFakeTimers();
  history.replaceState(null, '', '/code/97110/');
});
afterEach(() => {
  vi.restoreAllMocks();
  writeAddress();
  vi.useRealTimers();
});

const bar = () => location.pathname + location.search;

function ahead(): string | null {
  const place = addressAhead();
  return place && place.pathname + place.search;
}

test('the page is where it goes at once, and the address bar says so after the frame', () => {
  const tell = vi.fn();
  const unsubscribe = subscribeAhead(tell);
  const before = history.length;
  goTo('/code/97110/?site=all');
  expect(ahead()).toBe('/code/97110/?site=all');
  expect(bar()).toBe('/code/97110/');
  expect(tell).toHaveBeenCalledOnce();
  vi.advanceTimersByTime(100);
  expect(bar()).toBe('/code/97110/?site=all');
  expect(ahead()).toBeNull();
  expect(tell).toHaveBeenCalledTimes(2);
  expect(history.length).toBe(before + 1);
  unsubscribe();
  goTo('/');
  expect(tell).toHaveBeenCalledTimes(2);
});

test('an address is held as the bar will say it, so that writing it there is no other one', () => {
  goTo('/code/97110/?pick=a b"ü');
  const said = ahead();
  writeAddress();
  expect(bar()).toBe(said);
});

test('each of two choices within a frame is a step to go back to', () => {
  const before = history.length;
  goTo('/code/97110/TX/');
  goTo('/code/97110/UT/');
  expect(bar()).toBe('/code/97110/TX/');
  expect(ahead()).toBe('/code/97110/UT/');
  vi.advanceTimersByTime(100);
  expect(bar()).toBe('/code/97110/UT/');
  expect(history.length).toBe(before + 2);
});

test('going back overtakes what was not written, and what waited for it', () => {
  const title = vi.fn();
  goTo('/code/97110/TX/');
  whenWritten(title);
  goBackTo('/code/97112/');
  expect(ahead()).toBeNull();
  vi.advanceTimersByTime(1000);
  expect(bar()).toBe('/code/97112/');
  expect(title).not.toHaveBeenCalled();
});

test('a title comes with its address, at once where that stands', () => {
  const seen: string[] = [];
  whenWritten(() => seen.push(bar()));
  expect(seen).toEqual(['/code/97110/']);
  goTo('/code/97110/TX/');
  whenWritten(() => seen.push(bar()));
  expect(seen).toHaveLength(1);
  vi.advanceTimersByTime(100);
  expect(seen).toEqual(['/code/97110/', '/code/97110/TX/']);
});

/** As the browser does it: the bar first, then the event. */
function goBackTo(address: string): void {
  history.replaceState(null, '', address);
  dispatchEvent(new PopStateEvent('popstate'));
}

/** Safari throws where it was given too many addresses, Chrome does nothing. */
const refusals = {
  thrown: () => {
    throw new DOMException('too many', 'SecurityError');
  },
  silent: () => {},
};

describe.each(Object.entries(refusals))('a browser that takes no address (%s)', (_, refuse) => {
  function refuseAll() {
    const push = history.pushState.bind(history);
    const spy = vi.spyOn(history, 'pushState').mockImplementation(refuse);
    return () => spy.mockImplementation(push);
  }

  test('leaves the page at what was chosen, and gets the newest address as soon as it takes one', () => {
    const before = history.length;
    const takeAgain = refuseAll();
    const title = vi.fn();
    goTo('/code/97110/TX/');
    expect(writeAddress).not.toThrow();
    vi.advanceTimersByTime(30_000);
    expect(ahead()).toBe('/code/97110/TX/');
    goTo('/code/97110/UT/?site=all');
    whenWritten(title);
    vi.advanceTimersByTime(30_000);
    expect(ahead()).toBe('/code/97110/UT/?site=all');
    expect(bar()).toBe('/code/97110/');
    expect(title).not.toHaveBeenCalled();
    takeAgain();
    vi.advanceTimersToNextTimer();
    expect(bar()).toBe('/code/97110/UT/?site=all');
    expect(ahead()).toBeNull();
    expect(title).toHaveBeenCalledOnce();
    // One step back, to where the bar was.
    expect(history.length).toBe(before + 1);
    expect(vi.getTimerCount()).toBe(0);
  });

  test('a link within the page keeps what was chosen; going back leaves it', () => {
    refuseAll();
    goTo('/code/97110/TX/');
    vi.advanceTimersByTime(5000);
    goBackTo('/code/97110/#votes');
    expect(ahead()).toBe('/code/97110/TX/');
    goBackTo('/');
    expect(ahead()).toBeNull();
    expect(vi.getTimerCount()).toBe(0);
  });

  test('the reader is told after a while, quietly, until the address is there', () => {
    const wait = (time: number) =>
      act(() => {
        vi.advanceTimersByTime(time);
      });
    watchAddress();
    const takeAgain = refuseAll();
    goTo('/code/97110/TX/');
    wait(5000);
    expect(screen.queryByText(/address bar/)).toBeNull();
    wait(10_000);
    expect(screen.getByText(/The page shows what you chose/).closest('[role]')).toHaveRole('status');
    takeAgain();
    wait(1000);
    expect(bar()).toBe('/code/97110/TX/');
    expect(screen.queryByText(/address bar/)).toBeNull();
  });
});
