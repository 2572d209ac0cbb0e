import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { beforeEach, expect, it, vi } from 'vitest';
import { benchmark } from '../../src/domain/benchmark.ts';
import { buildFeeSchedule } from '../../src/domain/feeSchedule.ts';
import { defaultScope } from '../../src/domain/scope.ts';
import { recomputeModel } from '../../src/figures/recompute.ts';
import { measureOfColumn, RecomputeCell } from '../../src/pages/RecomputeCell.tsx';
import { RecomputePanel } from '../../src/pages/RecomputePanel.tsx';
import { recomputeFacts } from '../../src/pages/recomputeFacts.tsx';
import { rateTable } from '../support/builders.ts';
import { giveDialogMethods } from '../support/dialogMethods.ts';

const schedule = buildFeeSchedule({ rvus: [], gpcis: [], factors: [] });
const table = rateTable('97110', [
  ...[40, 50, 60, 70, 80].map((rate, index) => ({ rate, provider: `Hospital ${index}` })),
  { rate: 90, line: 'Medicaid / CHIP' as const },
]);
const here = benchmark(table, defaultScope, null, schedule);
const [, aetna] = here.rows;
if (aetna?.id !== 'aetna') throw new Error('no Aetna row');

function modelOf(measure: 'median' | 'percent-of-medicare') {
  if (!aetna) throw new Error('no Aetna row');
  return recomputeModel({
    benchmark: here,
    row: aetna,
    measure,
    table,
    ratesFile: 'rates/97110/national.csv',
    origin: 'release test',
    address: 'https://example.org/code/97110/',
  });
}

beforeEach(giveDialogMethods);

it('opens from the figure and shows formula, Excel, votes, what was left out, and the file', async () => {
  const user = userEvent.setup();
  function Page() {
    const [isOpen, setIsOpen] = useState(false);
    return (
      <>
        <RecomputeCell text="$60.00" name="Median of Aetna" onOpen={() => setIsOpen(true)} />
        {isOpen ? <RecomputePanel model={modelOf('median')} onClose={() => setIsOpen(false)} /> : null}
      </>
    );
  }
  render(<Page />);
  await user.click(
    screen.getByRole('button', { name: '$60.00', description: 'Recompute this: Median of Aetna' }),
  );
  const panel = screen.getByRole('dialog', { name: 'Recompute this: Median of Aetna for 97110, National' });
  expect(within(panel).getByText('$60.00', { selector: 'p' })).toBeInTheDocument();
  expect(within(panel).getByText('=MEDIAN(D15:D19)')).toBeInTheDocument();
  expect(within(panel).getByText(/type 7; Excel PERCENTILE\.INC/)).toBeInTheDocument();
  expect(within(panel).getByText(/^1 rate of other plan lines/)).toBeInTheDocument();
  const votes = within(panel).getByRole('table', { name: 'The votes behind it (5)' });
  expect(within(votes).getByRole('row', { name: /^Hospital 2 TX Aetna \$60\.00/ })).toHaveTextContent(
    'line 4',
  );
  await user.click(within(panel).getByRole('button', { name: 'Close' }));
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
});

it('hands over the CSV under a name that says what it is', async () => {
  const user = userEvent.setup();
  const onDownload = vi.fn<(name: string, text: string) => void>();
  render(<RecomputePanel model={modelOf('median')} onClose={() => {}} onDownload={onDownload} />);
  await user.click(screen.getByRole('button', { name: 'Download the CSV that reproduces it' }));
  const [name, text] = onDownload.mock.calls[0] ?? [];
  expect(name).toBe('recompute-median-of-aetna-for-97110-national.csv');
  expect(text).toContain('Hospital 4,TX,Aetna,80.00');
});

it('names the absence of a figure instead of an Excel formula', () => {
  render(<RecomputePanel model={modelOf('percent-of-medicare')} onClose={() => {}} />);
  expect(screen.getByText(/^No figure: no Medicare tables for 2026/)).toBeInTheDocument();
  expect(screen.getByText(/0 of them have a Medicare amount/)).toBeInTheDocument();
});

it('knows which columns of a benchmark are figures of the votes', () => {
  expect(['mean', 'p25', 'providers', 'grade', 'percent-of-medicare'].map(measureOfColumn)).toEqual([
    'mean',
    'p25',
    undefined,
    undefined,
    'percent-of-medicare',
  ]);
});

it.each([
  [
    'providers',
    '5 votes from 6 published rates. A vote is the median (type 7) of a provider’s distinct rates.',
  ],
  ['rates', '6 published rates, each a vote of its own.'],
] as const)('by %s it says what was counted', (basis, words) => {
  const twice = rateTable('97110', [
    ...[40, 50, 60, 70, 80].map((rate, index) => ({ rate, provider: `Hospital ${index}` })),
    { rate: 90, provider: 'Hospital 4' },
  ]);
  const counted = benchmark(twice, { ...defaultScope, basis }, null, schedule);
  const row = counted.rows.find(({ id }) => id === 'aetna');
  if (!row) throw new Error('no Aetna row');
  const at = { ratesFile: 'a.csv', origin: 'a test', address: '' };
  const model = recomputeModel({ ...at, benchmark: counted, row, measure: 'median', table: twice });
  expect(recomputeFacts(model).find(({ term }) => term === 'Counted')?.text).toBe(words);
});
