import { render, screen } from '@testing-library/react';
import fc from 'fast-check';
import jsQr from 'jsqr';
import { describe, expect, it } from 'vitest';
import { QrCode } from '../../src/charts/QrCode.tsx';

/** Pixels per module: a reader needs a few. */
const scale = 4;

/** What a camera would see: the path's level runs painted on white. */
function photographed(svg: Element): { pixels: Uint8ClampedArray; side: number } {
  const modules = Number(svg.getAttribute('viewBox')?.split(' ')[2]);
  const side = modules * scale;
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
  const path = svg.querySelector('path[fill="black"]')?.getAttribute('d') ?? '';
  for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3Z/g)) {
    for (let row = Number(y) * scale; row < (Number(y) + 1) * scale; row++) {
      for (let column = Number(x) * scale; column < (Number(x) + Number(width)) * scale; column++) {
        pixels.fill(0, (row * side + column) * 4, (row * side + column) * 4 + 3);
      }
    }
  }
  return { pixels, side };
}

function readBack(text: string): string | undefined {
  const { container, unmount } = render(<QrCode text={text} label="link" size={84} />);
  const { pixels, side } = photographed(container.querySelector('svg') as Element);
  unmount();
  return jsQr(pixels, side, side)?.data;
}

describe('a QR code', () => {
  it('is a picture with a name', () => {
    render(<QrCode text="https://example.org/" label="QR code of the link" size={84} />);
    expect(screen.getByRole('img', { name: 'QR code of the link' })).toHaveAttribute('width', '84');
  });

  it('reads back as its link', () => {
    const link = 'https://example.org/atlas/code/97110/TX/?site=office&pin=2026-11-22.696ea443';
    expect(readBack(link)).toBe(link);
  });

  it('reads back at every length a link may have', () => {
    const part = fc.stringMatching(/^[a-z0-9=&.-]{1,270}$/);
    fc.assert(
      fc.property(part, (rest) => {
        expect(readBack(`https://example.org/?${rest}`)).toBe(`https://example.org/?${rest}`);
      }),
      { numRuns: 15 },
    );
  });
});
