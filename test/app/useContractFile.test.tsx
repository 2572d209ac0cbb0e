import { act, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { intake, ownFile, useContractFile } from '../../src/app/useContractFile.ts';
import type { ImportState } from '../../src/ui/ImportPanel.tsx';

const none: readonly never[] = [];
afterEach(() => {
  vi.restoreAllMocks();
  localStorage.clear();
});

describe('a contract and published files are told together', () => {
  const failed: ImportState = { kind: 'failed', message: 'bad.json.gz is damaged.', isOpen: false };
  const open: ImportState = { kind: 'done', name: 'mine.csv', count: 1, isContract: true };

  function told(contract: ImportState, published: ImportState): ImportState {
    // The same object each time, as the stores give it.
    const own = { ...ownFile.state(), state: contract };
    const others = { ...intake.state(), state: published };
    vi.spyOn(ownFile, 'state').mockReturnValue(own);
    vi.spyOn(intake, 'state').mockReturnValue(others);
    return renderHook(() => useContractFile(none, none)).result.current.state;
  }

  test('what fails beside an open file says that something is open: it can still be removed', () => {
    expect(told(open, failed)).toEqual({ ...failed, isOpen: true });
  });

  test('nothing is open where both failed or one is idle', () => {
    expect(told(failed, { kind: 'idle' })).toEqual(failed);
  });

  test('what is being read comes first', () => {
    const reading: ImportState = { kind: 'reading', name: 'b.json', fraction: 0.5, progress: null };
    expect(told(failed, reading)).toBe(reading);
  });
});

describe('a failure is forgotten', () => {
  beforeEach(() => {
    vi.spyOn(intake, 'offer').mockResolvedValue(null);
  });

  test('once other files come', () => {
    const cancel = vi.spyOn(ownFile, 'cancel');
    const failed = { ...ownFile.state(), state: { kind: 'failed', message: 'no', isOpen: false } as const };
    vi.spyOn(ownFile, 'state').mockReturnValue(failed);
    const { result } = renderHook(() => useContractFile(none, none));
    act(() => result.current.onFiles([]));
    expect(cancel).toHaveBeenCalledOnce();
  });
});

test('columns that another tab remembered stay', () => {
  const { result } = renderHook(() => useContractFile(none, none));
  const of = (heading: string) => ({
    headings: [heading],
    fields: { code: heading },
    lines: 'rates' as const,
  });
  localStorage.setItem('rate-atlas.columns', JSON.stringify([of('of another tab')]));
  act(() => result.current.onRemember('contract', ['mine'], of('mine')));
  const stored = JSON.parse(localStorage.getItem('rate-atlas.columns') ?? '[]') as { headings: string[] }[];
  expect(new Set(stored.map(({ headings }) => headings[0]))).toEqual(new Set(['mine', 'of another tab']));
});
