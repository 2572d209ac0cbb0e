import { render, screen, within } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { methodologyData } from '../../src/app/pageData.ts';
import { MethodologyPage } from '../../src/pages/MethodologyPage.tsx';
import { formatAddress } from '../../src/share/address.ts';
import { LinkProvider } from '../../src/ui/links.tsx';
import { cellsOfRow } from '../support/rows.ts';
import { shippedLoader } from '../support/shippedLoader.ts';

/** The examples are computed by the code that serves the figures; here they are compared with sums done apart. */
beforeEach(async () => {
  const data = await methodologyData(shippedLoader());
  render(
    <LinkProvider hrefFor={(to) => `/${formatAddress(to)}`}>
      <MethodologyPage {...data} />
    </LinkProvider>,
  );
});

test('the default scope is printed in words', () => {
  const section = screen.getByRole('region', { name: 'Which rates count' });
  expect(section).toHaveTextContent(/Commercial plans; CPT and HCPCS rows; hospital outpatient rates/);
  expect(within(section).getByRole('link', { name: 'data page' })).toHaveAttribute('href', '/data/');
});

test('every column of a benchmark has its definition', () => {
  const terms = within(screen.getByRole('region', { name: 'Terms' }))
    .getAllByRole('term')
    .map((term) => term.textContent);
  expect(terms).toEqual(
    expect.arrayContaining([
      'Vote',
      'Votes',
      'Providers',
      'Rates',
      'Mean',
      'P25',
      'Median',
      'P75',
      'Spread',
      '% of Medicare',
      'BUCA',
    ]),
  );
});

test('the same 12 amounts have other quartiles under each definition', () => {
  // Sorted: 25.72 26.44 26.44 27.45 28.56 35.20 35.97 37.91 38.50 41.81 45.22 155.55, n = 12.
  const table = 'Quartiles of the same 12 amounts by definition';
  // Type 7, position (12 − 1) × p: 2.75 → 26.44 + 0.75 × 1.01 = 27.1975; 5.5 → 35.585; 8.25 → 38.50 + 0.25 × 3.31
  expect(cellsOfRow(table, /^Type 7/)).toEqual(['$27.20', '$35.59', '$39.33']);
  // Type 6, position (12 + 1) × p: 3.25 → 26.44 + 0.25 × 1.01 = 26.6925; 9.75 → 38.50 + 0.75 × 3.31 = 40.9825
  expect(cellsOfRow(table, /^Type 6/)).toEqual(['$26.69', '$35.59', '$40.98']);
  // Nearest rank, ⌈12 × p⌉: the 3rd, 6th and 9th.
  expect(cellsOfRow(table, /^Nearest rank/)).toEqual(['$26.44', '$35.20', '$38.50']);
});

test('Medicare’s amount for 97755 in Alaska is a sum one can follow', () => {
  // (0.62 × 1.5 + 0.50 × 1.065 + 0.01 × 0.551) × 33.4009 = 1.46801 × 33.4009 = 49.03; the later unit pays half of
  // the practice expense: (0.93 + 0.26625 + 0.00551) × 33.4009 = 40.14
  expect(screen.getByRole('region', { name: 'Medicare' })).toHaveTextContent(
    '97755 in Alaska, 2026: (0.62 × 1.500 + 0.50 × 1.065 + 0.01 × 0.551) × 33.4009 = $49.03; a later unit $40.14.',
  );
});

test('a ratio of sums is shown against a mean of ratios', () => {
  // (30 + 90) ÷ (40 + 60) = 1.2; (0.75 + 1.5) ÷ 2 = 1.125
  const section = screen.getByRole('region', { name: 'Percent of Medicare' });
  expect(section).toHaveTextContent('= 120.0%');
  expect(section).toHaveTextContent('The mean of the two single ratios, 112.5%,');
});

test('the outlier example and the grading policy are printed from the running code', () => {
  // 332.77 ÷ 7 = 47.54 and 177.22 ÷ 6 = 29.54 against 124.94 ÷ 3 = 41.65; fence 35.585 + 1.5 × 9.145.
  expect(screen.getByText(/come to 114\.1% of Medicare’s mean with the row of \$155\.55/)).toHaveTextContent(
    'to 70.9% without it; the upper fence is $49.30',
  );
  expect(
    screen.getByText('Fewer than 5 votes: no percentiles; the cell says so. Grade: insufficient.'),
  ).toBeVisible();
});
