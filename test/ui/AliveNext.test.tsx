import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { AliveNext } from '../../src/ui/AliveNext.tsx';
import { AliveContext, useAlive } from '../../src/ui/useAlive.ts';
import { nextFrame } from '../support/nextFrame.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

function Control({ name }: { readonly name: string }) {
  return useAlive() ? <button type="button">{name}</button> : <span>{name}</span>;
}

const page = (isAlive: boolean) => (
  <AliveContext value={isAlive}>
    <Control name="Place" />
    <AliveNext>
      <Control name="Sort" />
    </AliveNext>
  </AliveContext>
);

test('what is below the first controls of a page taken over answers a frame after them', () => {
  const { rerender } = render(page(false));
  nextFrame();
  expect(screen.queryByRole('button')).toBeNull();
  rerender(page(true));
  expect(screen.getByRole('button', { name: 'Place' })).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'Sort' })).toBeNull();
  nextFrame();
  expect(screen.getByRole('button', { name: 'Sort' })).toBeInTheDocument();
});

test('on a page that is alive it answers at once', () => {
  render(page(true));
  expect(screen.getByRole('button', { name: 'Sort' })).toBeInTheDocument();
});
