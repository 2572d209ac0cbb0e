import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Later as LaterComponent } from '../../src/ui/Later.tsx';
import { type IdleTime, idleTime } from '../support/idleTime.ts';

const drawn: string[] = [];

function Part({ name }: { readonly name: string }) {
  drawn.push(name);
  return <p>{name}</p>;
}

describe('what may follow the rest, in a browser with idle time', () => {
  let Later: typeof LaterComponent;
  let idle: IdleTime;

  beforeEach(async () => {
    drawn.length = 0;
    idle = idleTime();
    ({ Later } = await import('../../src/ui/Later.tsx'));
  });
  afterEach(() => {
    cleanup();
    vi.unstubAllGlobals();
  });

  const page = (name: string) => (
    <Later>
      <Part name={name} />
    </Later>
  );

  test('is there at once, and keeps what it shows until the browser is idle', () => {
    const { rerender } = render(page('Texas'));
    expect(screen.getByText('Texas')).toBeInTheDocument();
    rerender(page('Utah'));
    expect(screen.getByText('Texas')).toBeInTheDocument();
    expect(drawn).not.toContain('Utah');
    act(idle.come);
    expect(screen.getByText('Utah')).toBeInTheDocument();
    expect(screen.queryByText('Texas')).toBeNull();
  });

  test('of three choices in a row draws the first and the last', () => {
    const { rerender } = render(page('Texas'));
    rerender(page('Utah'));
    rerender(page('Vermont'));
    act(idle.come);
    expect(screen.getByText('Vermont')).toBeInTheDocument();
    expect(drawn).not.toContain('Utah');
  });

  test('a choice that comes while the one before is about to be drawn takes its place', () => {
    const { rerender } = render(page('Texas'));
    rerender(page('Utah'));
    act(() => {
      idle.come();
      rerender(page('Vermont'));
    });
    expect(drawn).not.toContain('Utah');
    expect(screen.getByText('Texas')).toBeInTheDocument();
    act(idle.come);
    expect(screen.getByText('Vermont')).toBeInTheDocument();
    expect(drawn).not.toContain('Utah');
  });
});
