import { describe, expect, test } from 'vitest';
import { type CodeArrivals, codeStage, showsFirstView } from '../../src/app/codeStage.ts';
import type { PlaceCode } from '../../src/domain/place.ts';
import type { CodePageData, CodePageHead, CodePageModel } from '../../src/figures/codePage.ts';
import { type CodeAddress, codeAddress } from '../../src/share/address.ts';

/** Of what has come only the place of its head is asked; the rest is handed on as it is. */
const headOf = (place: PlaceCode | null) => ({ place }) as CodePageHead;
const viewOf = (place: PlaceCode | null) => ({ head: headOf(place) }) as CodePageModel;
const ratesOf = (place: PlaceCode | null, data: CodePageData) => ({
  code: '97110',
  found: { data, head: headOf(place) },
});
const data = { name: 'rates' } as unknown as CodePageData;

const nothing: CodeArrivals = { own: null, first: null, rates: null, error: null };
const error = new Error('The server is gone.');
const texas = codeAddress('97110', 'TX');
const framed: CodeAddress = { ...texas, embed: 'chart' };
/** Asks for more than the first view shows. */
const compared: CodeAddress = { ...texas, medicareYear: 2025 };

describe('what stands on a code’s page', () => {
  test('nothing until something has come, and nothing where nothing will', () => {
    expect(codeStage(texas, nothing)).toEqual({ kind: 'waiting' });
    expect(codeStage(texas, { ...nothing, error })).toEqual({ kind: 'waiting' });
  });

  test('that the release has no such code, whatever else has come', () => {
    const rates = { code: '97110', found: null };
    const first = viewOf('TX');
    expect(codeStage(texas, { ...nothing, rates })).toEqual({ kind: 'no-code' });
    expect(codeStage(texas, { own: first, first, rates, error })).toEqual({ kind: 'no-code' });
  });

  test('the first view, which is all that is asked for', () => {
    const first = viewOf('TX');
    expect(codeStage(texas, { ...nothing, own: first, first })).toEqual({
      kind: 'shown',
      head: first.head,
      data: null,
      isBusy: false,
    });
  });

  test('the first view as busy where the address asks for more', () => {
    const first = viewOf('TX');
    expect(codeStage(compared, { ...nothing, own: first, first })).toMatchObject({
      kind: 'shown',
      data: null,
      isBusy: true,
    });
  });

  test('the view of another place as busy until that of the place has come', () => {
    const own = viewOf(null);
    expect(codeStage(texas, { ...nothing, own })).toEqual({
      kind: 'shown',
      head: own.head,
      data: null,
      isBusy: true,
    });
    const before = ratesOf('AK', data);
    expect(codeStage(texas, { ...nothing, own, rates: before })).toEqual({
      kind: 'shown',
      head: before.found.head,
      data,
      isBusy: true,
    });
  });

  test('the rates once they have come, in place of the first view', () => {
    const first = viewOf('TX');
    const rates = ratesOf('TX', data);
    expect(codeStage(compared, { own: first, first, rates, error: null })).toEqual({
      kind: 'shown',
      head: rates.found.head,
      data,
      isBusy: false,
    });
  });

  test('the first view, readable, where the rates did not come; not in a frame', () => {
    const first = viewOf('TX');
    const arrived = { ...nothing, own: first, first, error };
    expect(codeStage(compared, arrived)).toEqual({
      kind: 'shown',
      head: first.head,
      data: null,
      isBusy: false,
    });
    expect(codeStage(framed, arrived)).toEqual({ kind: 'waiting' });
    expect(codeStage(framed, { ...arrived, error: null })).toMatchObject({ kind: 'shown', isBusy: false });
  });

  test('nothing of another place where the rates did not come', () => {
    expect(codeStage(texas, { ...nothing, own: viewOf(null), error })).toEqual({ kind: 'waiting' });
  });
});

test('an address asks for the first view in whatever order, framed or not, pinned or not', () => {
  expect(showsFirstView(texas)).toBe(true);
  expect(showsFirstView(codeAddress('97110', null))).toBe(true);
  expect(showsFirstView(framed)).toBe(true);
  expect(showsFirstView({ ...texas, sort: { column: 'median', descending: true } })).toBe(true);
  expect(showsFirstView({ ...texas, pin: '0123456789abcdef' })).toBe(true);
  expect(showsFirstView(compared)).toBe(false);
});
