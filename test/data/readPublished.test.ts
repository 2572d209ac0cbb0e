import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { createReleaseLoader } from '../../src/data/loadRelease.ts';
import { publishedColumns, readPublished } from '../../src/data/readPublished.ts';
import { absent, present } from '../../src/domain/cell.ts';
import { agreesWith, exactAmount, type PrintedAmount, spreadOf } from '../../src/domain/published.ts';

function read(cells: Readonly<Record<string, string>>) {
  const line = publishedColumns.map((column) => cells[column] ?? '').join(',');
  return readPublished(`${publishedColumns.join(',')}\n${line}\n`, 'published/97755.csv');
}

const good = { document: 'A', title: 'A page', payer: 'Cigna', payer_id: 'cigna', class: 'commercial' };

describe('a line of published figures', () => {
  test('keeps the care each amount was printed with, and each gap', () => {
    const { rows, problems } = read({ ...good, mean: '42.01', p25: '37', p75: '>99.00', spread: '~23.84' });
    expect(problems).toEqual([]);
    const [row] = rows;
    expect(row?.amounts.mean).toEqual(present({ cents: 4201, printed: 'exact' }));
    expect(row?.amounts.p25).toEqual(present({ cents: 3700, printed: 'whole-dollars' }));
    expect(row?.amounts.p75).toEqual(present({ cents: 9900, printed: 'above' }));
    expect(row?.amounts.spread).toEqual(present({ cents: 2384, printed: 'about' }));
    expect(row?.amounts.median).toEqual(absent('not-in-input'));
    expect([row?.place, row?.date, row?.n]).toEqual([null, '', absent('not-in-input')]);
  });

  test('keeps where it is of, for what years, and what it says of itself', () => {
    const { rows, problems } = read({
      ...good,
      place: 'US',
      years: '2024|2025',
      date: '2024-05',
      n: '12',
      n_unit: 'clinics',
      payer_id: '',
      claims: 'highest-mean|widest-spread',
    });
    expect(problems).toEqual([]);
    expect(rows[0]).toMatchObject({
      id: 'A-2',
      place: 'US',
      years: [2024, 2025],
      date: '2024-05',
      n: present(12),
      nUnit: 'clinics',
      payerId: null,
      claims: ['highest-mean', 'widest-spread'],
    });
    expect(read({ ...good, place: 'TX' }).rows[0]?.place).toBe('TX');
    expect(read({ ...good, claims: 'best' }).problems[0]?.message).toBe(
      'This is not a list of highest-mean, lowest-mean, widest-spread, smallest-spread.',
    );
    expect(read({ ...good, years: '24' }).problems[0]?.message).toBe(
      'This is not a list of years such as 2024|2025.',
    );
  });

  test.each([
    ['mean', { mean: 'n/a' }],
    ['mean', { mean: '-3.00' }],
    ['mean', { mean: '>' }],
    ['place', { place: 'USA' }],
    ['class', { class: 'insurer' }],
    ['payer_id', { payer_id: 'cygna' }],
    ['claims', { claims: 'highest' }],
    ['years', { years: '24' }],
    ['date', { date: 'last year' }],
    ['n_unit', { n: '12' }],
  ])('is left out at a %s it cannot use', (column, cells) => {
    const { rows, problems } = read({ ...good, ...cells });
    expect(rows).toEqual([]);
    expect(problems.map((problem) => problem.column)).toEqual([column]);
  });
});

describe('a printed amount', () => {
  const whole: PrintedAmount = { cents: 3700, printed: 'whole-dollars' };

  test('in whole dollars agrees with what rounds to it, to the cent only with itself, a bound with nothing', () => {
    expect([3650, 3728, 3749, 3750, 3649].map((cents) => agreesWith(whole, cents))).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
    expect(agreesWith({ cents: 4522, printed: 'exact' }, 4522)).toBe(true);
    expect(agreesWith({ cents: 4522, printed: 'exact' }, 4523)).toBe(false);
    expect(agreesWith({ cents: 9900, printed: 'above' }, 9900)).toBe(false);
  });

  test('a spread is as printed, else P75 − P25, and never made from a bound', () => {
    const [printed] = read({ ...good, p25: '30', p75: '59', spread: '29' }).rows;
    const [made] = read({ ...good, p25: '31.20', p75: '33.05' }).rows;
    const [bound] = read({ ...good, p25: '31.20', p75: '>99.00' }).rows;
    expect(printed && spreadOf(printed)).toEqual(present({ cents: 2900, printed: 'whole-dollars' }));
    expect(made && spreadOf(made)).toEqual(present({ cents: 185, printed: 'exact' }));
    expect(bound && spreadOf(bound)).toEqual(absent('not-in-input'));
    expect(bound && exactAmount(bound, 'p75')).toBeUndefined();
  });
});

test('the loader hands out what is published for a code, and nothing for a code without any', async () => {
  const requests: string[] = [];
  const loader = createReleaseLoader('data', async (url) => {
    requests.push(url);
    return new Response(new Uint8Array(await readFile(`public/${url}`)));
  });
  expect((await loader.published('97760')).filter((row) => row.document === 'D')).toHaveLength(12);
  expect(await loader.published('5823')).toEqual([]);
  expect(requests).toEqual(['data/release.json', 'data/published/97760.csv']);
  expect(loader.problems()).toEqual([]);
});
