import { fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { type PlaceCode, places } from '../../src/domain/place.ts';
import { StatePager } from '../../src/ui/StatePager.tsx';

function show(place: PlaceCode | null) {
  const onPlace = vi.fn();
  render(
    <StatePager
      place={place}
      hrefForPlace={(code) => `/code/97110/${code ?? ''}`}
      onPlace={onPlace}
      hasRates={new Set(['TX'])}
      places={places}
    />,
  );
  return onPlace;
}

test('says where the reader is among the 53 places', () => {
  show('AK');
  expect(screen.getByRole('navigation', { name: 'State' })).toBeInTheDocument();
  expect(screen.getByRole('status')).toHaveTextContent(/^AK 1 of 53$/);
  expect(screen.getByRole('combobox', { name: 'State' })).toHaveDisplayValue('Alaska (AK) — no payer rates');
});

test('the nation comes before the first and after the last', () => {
  show(null);
  expect(screen.getByRole('status')).toHaveTextContent(/^National$/);
  expect(screen.getByRole('link', { name: 'Next state: Alaska' })).toHaveAttribute('href', '/code/97110/AK');
  expect(screen.getByRole('link', { name: 'Previous state: Wyoming' })).toBeInTheDocument();
});

test('the ring of places closes: before Alaska comes Wyoming, after Wyoming Alaska', () => {
  show('AK');
  expect(screen.getByRole('link', { name: 'Previous state: Wyoming' })).toHaveAttribute(
    'href',
    '/code/97110/WY',
  );
  expect(screen.getByRole('link', { name: 'Next state: Alabama' })).toBeInTheDocument();
});

test('after Wyoming comes Alaska', () => {
  show('WY');
  expect(screen.getByRole('status')).toHaveTextContent(/^WY 53 of 53$/);
  expect(screen.getByRole('link', { name: 'Next state: Alaska' })).toBeInTheDocument();
});

test('a plain click moves; a click for a new tab is left to the browser', async () => {
  const onPlace = show('AK');
  const next = screen.getByRole('link', { name: /^Next/ });
  await userEvent.click(next);
  expect(onPlace).toHaveBeenCalledExactlyOnceWith('AL');
  let taken: boolean | undefined;
  // Looks at the click after the page did, then keeps the test's document where it is.
  window.addEventListener(
    'click',
    (event) => {
      taken = event.defaultPrevented;
      event.preventDefault();
    },
    { once: true },
  );
  fireEvent.click(next, { ctrlKey: true });
  expect(taken).toBe(false);
  expect(onPlace).toHaveBeenCalledTimes(1);
});

test('left and right arrows leaf while a link has focus', async () => {
  const onPlace = show('TX');
  screen.getByRole('link', { name: /^Next/ }).focus();
  await userEvent.keyboard('{ArrowRight}{ArrowLeft}{ArrowUp}');
  expect(onPlace.mock.calls).toEqual([['UT'], ['TN']]);
});

test('in the picker the arrows belong to the list', () => {
  const onPlace = show('TX');
  fireEvent.keyDown(screen.getByRole('combobox', { name: 'State' }), { key: 'ArrowRight' });
  expect(onPlace).not.toHaveBeenCalled();
});

test('the picker has the nation first, then all places, and marks those without payer rates', async () => {
  const onPlace = show('TX');
  const options = screen.getAllByRole('option').map((option) => option.textContent);
  expect(options).toHaveLength(54);
  expect(options[0]).toBe('National');
  expect(options).toContain('Texas (TX)');
  expect(options).toContain('Ohio (OH) — no payer rates');
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'State' }), 'National');
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'State' }), 'CA');
  expect(onPlace.mock.calls).toEqual([[null], ['CA']]);
});
