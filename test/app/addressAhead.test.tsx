import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { addressAhead, goTo, subscribeAhead, whenWritten, writeAddress } from '../../src/app/addressAhead.ts';

beforeEach(() => {
  vi.useFakeTimers();
  history.replaceState(null, '', '/code/97110/');
});
afterEach(() => {
  writeAddress();
  vi.useRealTimers();
  vi.restoreAllMocks();
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
  dispatchEvent(new PopStateEvent('popstate'));
  expect(ahead()).toBeNull();
  vi.advanceTimersByTime(1000);
  expect(bar()).toBe('/code/97110/');
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

test('an address that the browser refuses leaves the page where the bar says', () => {
  vi.spyOn(history, 'pushState').mockImplementation(() => {
    throw new DOMException('too many', 'SecurityError');
  });
  goTo('/code/97110/TX/');
  expect(writeAddress).toThrow('too many');
  expect(ahead()).toBeNull();
  expect(writeAddress).not.toThrow();
});
