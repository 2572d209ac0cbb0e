import { act, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { MeasuredChart } from '../../src/charts/MeasuredChart.tsx';

/** jsdom has no layout: the box's width is what the test says it is. */
let width = 0;
let announce: () => void = () => {};

function observeBoxes() {
  vi.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockImplementation(
    () => ({ width, height: 300 }) as DOMRect,
  );
  const disconnect = vi.fn();
  vi.stubGlobal(
    'ResizeObserver',
    class {
      readonly disconnect = disconnect;
      constructor(callback: () => void) {
        announce = callback;
      }
      observe() {}
    },
  );
  return disconnect;
}

function draw() {
  return render(<MeasuredChart height={300}>{(measured) => <p>{measured} wide</p>}</MeasuredChart>);
}

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('MeasuredChart', () => {
  it('assumes 720 pixels where nothing can be measured, and keeps the height free', () => {
    draw();
    expect(screen.getByText('720 wide').parentElement).toHaveStyle({ minHeight: '300px' });
  });

  it('draws for the measured width at once, in whole pixels', () => {
    observeBoxes();
    width = 358.6;
    draw();
    expect(screen.getByText('358 wide')).toBeInTheDocument();
  });

  it('follows its box, and keeps the last width while hidden', () => {
    const disconnect = observeBoxes();
    width = 900;
    const { unmount } = draw();
    width = 1200;
    act(() => announce());
    expect(screen.getByText('1200 wide')).toBeInTheDocument();
    width = 0;
    act(() => announce());
    expect(screen.getByText('1200 wide')).toBeInTheDocument();
    unmount();
    expect(disconnect).toHaveBeenCalledOnce();
  });

  it('is no wider than paper while the page is printed, and as wide as its box again after', () => {
    observeBoxes();
    width = 1166;
    draw();
    dispatchEvent(new Event('beforeprint'));
    expect(screen.getByText('680 wide')).toBeInTheDocument();
    act(() => void dispatchEvent(new Event('afterprint')));
    expect(screen.getByText('1166 wide')).toBeInTheDocument();
  });

  it('on a phone it prints as narrow as it is', () => {
    observeBoxes();
    width = 358;
    draw();
    dispatchEvent(new Event('beforeprint'));
    expect(screen.getByText('358 wide')).toBeInTheDocument();
  });
});
