import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { mapLayout, squarePlaces } from '../../src/charts/mapLayout.ts';
import { SmallMultiples } from '../../src/charts/SmallMultiples.tsx';
import { UsMap } from '../../src/charts/UsMap.tsx';
import { board } from '../../src/domain/board.ts';
import { defaultScope } from '../../src/domain/scope.ts';
import { payerMaps, stateMap } from '../../src/figures/stateMap.ts';
import { rateTable } from '../support/builders.ts';
import { shippedSchedule } from '../support/releaseData.ts';

/** Aetna pays 40 to five providers in Texas and 60 to six in Ohio: 60 nationally, the sixth of eleven votes. */
const rates = rateTable('97110', [
  ...Array.from({ length: 5 }, (_, index) => ({ rate: 40, place: 'TX', provider: `TX ${index}` })),
  ...Array.from({ length: 6 }, (_, index) => ({ rate: 60, place: 'OH', provider: `OH ${index}` })),
  { rate: 50, place: 'PR', provider: 'PR', payer: 'cigna' as const },
]);
const all = board(rates, defaultScope, shippedSchedule());
const view = { measure: 'median', comparison: 'national', origin: 'test' } as const;

function show(width = 700) {
  const map = stateMap(all, { ...view, payer: 'aetna' });
  return render(<UsMap map={map} width={width} hrefForPlace={(place) => `/code/97110/${place}/`} />);
}

test('every place is a link that says its figure or its absence', () => {
  show();
  const map = screen.getByRole('group', { name: 'Aetna median for 97110 by state, against national, map' });
  expect(within(map).getAllByRole('link')).toHaveLength(53);
  expect(within(map).getByRole('link', { name: 'Texas: $40.00, n 5, −33.3% from national' })).toHaveAttribute(
    'href',
    '/code/97110/TX/',
  );
  expect(within(map).getByRole('link', { name: 'Ohio: $60.00, n 6, 0.0% from national' })).toBeVisible();
  expect(
    within(map).getByRole('link', { name: 'Puerto Rico: Data not available in the input' }),
  ).toHaveAttribute('href', '/code/97110/PR/');
});

test('the key names all classes and the absences that occur, with their counts', () => {
  show();
  const key = screen.getByRole('list', { name: 'Key to the map' });
  expect(
    within(key)
      .getAllByRole('listitem')
      .map((item) => item.textContent),
  ).toEqual([
    '30% or more below national (1 place)',
    'Over 10%, under 30% below (0 places)',
    'Within 10% of national (1 place)',
    'Over 10%, under 30% above (0 places)',
    '30% or more above national (0 places)',
    'Data not available in the input (51 places)',
  ]);
});

test('classes are filled by their token, absences by a pattern that is in the drawing', () => {
  const { container } = show();
  const fillOf = (name: RegExp) =>
    screen.getByRole('link', { name }).querySelector('path')?.getAttribute('fill');
  expect(fillOf(/^Texas/)).toBe('var(--map-deviation-1)');
  expect(fillOf(/^Ohio/)).toBe('var(--map-deviation-3)');
  const pattern = /^url\(#(.+)\)$/.exec(fillOf(/^Alaska/) ?? '')?.[1] ?? '';
  expect(container.ownerDocument.getElementById(pattern)?.tagName).toBe('pattern');
});

test('one stop of the Tab key; arrows, Home and End step through the places in a ring', async () => {
  show();
  await userEvent.tab();
  expect(screen.getByRole('link', { name: /^Alaska/ })).toHaveFocus();
  await userEvent.keyboard('{ArrowRight}');
  expect(screen.getByRole('link', { name: /^Alabama/ })).toHaveFocus();
  await userEvent.keyboard('{ArrowLeft}{ArrowLeft}');
  expect(screen.getByRole('link', { name: /^Wyoming/ })).toHaveFocus();
  await userEvent.keyboard('{Home}');
  expect(screen.getByRole('link', { name: /^Alaska/ })).toHaveFocus();
  await userEvent.keyboard('{End}{ArrowUp}');
  expect(screen.getByRole('link', { name: /^West Virginia/ })).toHaveFocus();
  await userEvent.tab();
  expect(document.body).toHaveFocus();
  await userEvent.tab({ shift: true });
  expect(screen.getByRole('link', { name: /^West Virginia/ })).toHaveFocus();
});

test('what the pointer is on is written below the map', async () => {
  show();
  expect(screen.getByText(/^Point at a place/)).toBeInTheDocument();
  await userEvent.hover(screen.getByRole('link', { name: /^Texas/ }));
  expect(screen.getByText('Texas: $40.00, n 5, −33.3% from national')).toBeInTheDocument();
});

test.each([280, 340, 700, 1200])('at %d pixels the squares stand inside the map, side by side', (width) => {
  const { squares, labels, height } = mapLayout(width);
  expect(squares.map(({ place }) => place)).toEqual(squarePlaces);
  for (const [index, box] of squares.entries()) {
    expect(box.x).toBeGreaterThanOrEqual(0);
    expect(box.x + box.width).toBeLessThanOrEqual(width);
    expect(box.y + box.height).toBeLessThanOrEqual(height);
    // WCAG 2.5.8: at least 24 by 24 pixels.
    expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(24);
    const next = squares[index + 1];
    if (next) expect(next.x).toBeGreaterThan(box.x + box.width);
  }
  expect(labels.length > 0).toBe(width >= 520);
});

test('small multiples: one button a payer, the large map’s payer pressed', async () => {
  const onPayer = vi.fn();
  render(<SmallMultiples maps={payerMaps(all, view)} payer="aetna" onPayer={onPayer} />);
  const list = screen.getByRole('list', { name: 'One map per payer' });
  expect(
    within(list)
      .getAllByRole('button')
      .map((button) => button.textContent),
  ).toEqual([
    'BUCA2 of 53 places compared',
    'Aetna2 of 53 places compared',
    'BCBS0 of 53 places compared',
    'Cigna0 of 53 places compared',
    'UnitedHealth Group0 of 53 places compared',
  ]);
  expect(within(list).getByRole('button', { name: /^Aetna/ })).toHaveAttribute('aria-pressed', 'true');
  await userEvent.click(within(list).getByRole('button', { name: /^Cigna/ }));
  expect(onPayer).toHaveBeenCalledExactlyOnceWith('cigna');
});

test('small multiples: the key has the hatchings of every map, each once', () => {
  // Five votes of BUCA in Texas, three of Aetna's and two of Cigna's: too few for either, and not for the pool.
  const few = board(
    rateTable('97110', [
      ...[1, 2, 3].map((n) => ({ rate: 40, place: 'TX', provider: `TX ${n}` })),
      ...[4, 5].map((n) => ({ rate: 50, place: 'TX', provider: `TX ${n}`, payer: 'cigna' as const })),
      ...[1, 2, 3, 4, 5].map((n) => ({ rate: 60, place: 'OH', provider: `OH ${n}` })),
    ]),
    defaultScope,
    shippedSchedule(),
  );
  const maps = payerMaps(few, view);
  expect(maps[0]?.legend.map(({ label }) => label)).not.toContain('Fewer than 5 votes');
  render(<SmallMultiples maps={maps} payer="buca" onPayer={vi.fn()} />);
  const key = within(screen.getByRole('list', { name: 'Key to the map' }));
  expect(key.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
    '30% or more below national',
    'Over 10%, under 30% below',
    'Within 10% of national',
    'Over 10%, under 30% above',
    '30% or more above national',
    'Data not available in the input',
    'Fewer than 5 providers',
  ]);
});
