import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Later as LaterComponent } from '../../src/ui/Later.tsx';

const drawn: string[] = [];

function Part({ name }: { readonly name: string }) {
  drawn.push(name);
  return <p>{name}</p>;
}

describe('what may follow the rest, in a browser with idle time', () => {
  let Later: typeof LaterComponent;
  const waiting = new Map<number, () => void>();
  let last = 0;

  beforeEach(async () => {
    drawn.length = 0;
    waiting.clear();
    vi.stubGlobal('requestIdleCallback', (draw: () => void) => {
      waiting.set(++last, draw);
      return last;
    });
    vi.stubGlobal('cancelIdleCallback', (handle: number) => waiting.delete(handle));
    vi.resetModules();
    ({ Later } = await import('../../src/ui/Later.tsx'));
  });
  afterEach(() => {
    cleanup();
    vi.unstubAllGlobals();
  });

  function becomeIdle() {
    for (const [handle, run] of waiting) {
      waiting.delete(handle);
      run();
    }
  }
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
    act(becomeIdle);
    expect(screen.getByText('Utah')).toBeInTheDocument();
    expect(screen.queryByText('Texas')).toBeNull();
  });

  test('of three choices in a row draws the first and the last', () => {
    const { rerender } = render(page('Texas'));
    rerender(page('Utah'));
    rerender(page('Vermont'));
    act(becomeIdle);
    expect(screen.getByText('Vermont')).toBeInTheDocument();
    expect(drawn).not.toContain('Utah');
  });

  test('a choice that comes while the one before is about to be drawn takes its place', () => {
    const { rerender } = render(page('Texas'));
    rerender(page('Utah'));
    act(() => {
      becomeIdle();
      rerender(page('Vermont'));
    });
    expect(drawn).not.toContain('Utah');
    expect(screen.getByText('Texas')).toBeInTheDocument();
    act(becomeIdle);
    expect(screen.getByText('Vermont')).toBeInTheDocument();
    expect(drawn).not.toContain('Utah');
  });
});
