import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { benchmark } from '../../src/domain/benchmark.ts';
import { buildFeeSchedule } from '../../src/domain/feeSchedule.ts';
import { defaultScope } from '../../src/domain/scope.ts';
import type { DeviationAsk } from '../../src/figures/deviationAsk.ts';
import { deviationFigure } from '../../src/figures/deviationFigure.ts';
import { explainDeviation } from '../../src/figures/explainDeviation.ts';
import { amountInputs, localityAmountWorking } from '../../src/figures/medicareWorking.ts';
import { ChargesCard } from '../../src/pages/ChargesCard.tsx';
import { DeviationCard } from '../../src/pages/DeviationCard.tsx';
import { MedicareCard } from '../../src/pages/MedicareCard.tsx';
import { RecomputePanel } from '../../src/pages/RecomputePanel.tsx';
import { useExplained } from '../../src/pages/useExplained.tsx';
import { twoStates } from '../support/builders.ts';
import { giveDialogMethods } from '../support/dialogMethods.ts';
import { shippedSchedule } from '../support/releaseData.ts';

const at = { origin: 'release test', address: 'code/97755/AK/?medicare=2025' } as const;

beforeEach(giveDialogMethods);

describe('a Medicare amount', () => {
  it('opens from the table with its formula, every number and where it is from', async () => {
    const user = userEvent.setup();
    render(<MedicareCard {...at} schedule={shippedSchedule()} code="97755" place="AK" year={2025} />);
    const row = screen.getByRole('row', { name: /^Alaska|^ALASKA/ });
    await user.click(within(row).getByRole('button', { description: /^Recompute this: Non-facility/ }));
    const panel = await screen.findByRole('dialog', {
      name: 'Recompute this: Non-facility amount of 97755, Alaska, 2025',
    });
    expect(within(panel).getByText('$48.65', { selector: 'p' })).toBeInTheDocument();
    expect(within(panel).getByText(/^round\(\(work × work GPCI \+ PE × PE GPCI/)).toBeInTheDocument();
    const numbers = within(panel).getByRole('table', { name: 'The numbers in it' });
    expect(within(numbers).getByRole('row', { name: /^Work RVU 0\.62 RVU CMS RVU25D/ })).toBeInTheDocument();
    expect(within(numbers).getByRole('row', { name: /^PE GPCI 1\.081 index/ })).toBeInTheDocument();
    const steps = within(panel).getByRole('table', { name: 'Step by step, unrounded' });
    // 0.93 + 0.56212 + 0.01184 = 1.50396 RVU; × 32.3465 = 48.64784214 USD.
    expect(
      within(steps).getByRole('row', { name: /^Work, adjusted 0\.62 × 1\.500 0\.93 RVU/ }),
    ).toBeVisible();
    expect(within(steps).getByRole('row', { name: /48\.64784214 USD$/ })).toBeInTheDocument();
  });

  it('hands over a sheet that computes it', async () => {
    const user = userEvent.setup();
    const onDownload = vi.fn<(name: string, text: string) => void>();
    const inputs = amountInputs(shippedSchedule(), '97755', 2025);
    const [locality] = shippedSchedule().localities(2025, 'AK');
    const working =
      inputs && locality && localityAmountWorking({ ...at, ...inputs, locality, key: 'nonFacility' });
    if (!working) throw new Error('no amount');
    render(<RecomputePanel model={working} onClose={() => {}} onDownload={onDownload} />);
    await user.click(screen.getByRole('button', { name: 'Download the CSV that reproduces it' }));
    const [name, text] = onDownload.mock.calls[0] ?? [];
    expect(name).toBe('recompute-non-facility-amount-of-97755-alaska-2025.csv');
    expect(text).toMatch(/Computed by this sheet,"=ROUND\(\$B\$\d+,2\)"/);
    expect(text).toContain('Page,code/97755/AK/?medicare=2025');
  });
});

it('a hospital charge says where it comes from, and what is not known', async () => {
  const user = userEvent.setup();
  const charge = {
    place: 'AK',
    kind: 'gross',
    hospitals: 12,
    meanCents: 26_830,
    p25Cents: 18_589,
    medianCents: 26_250,
    p75Cents: 31_073,
  } as const;
  render(<ChargesCard {...at} code="97110" place="AK" charges={[charge]} />);
  await user.click(screen.getByRole('button', { name: '$262.50', description: /Median, Gross charge$/ }));
  const panel = await screen.findByRole('dialog', {
    name: 'Where this comes from: Median gross charge for 97110, Alaska',
  });
  expect(within(panel).getByText('Nothing to compute: shown as published.')).toBeInTheDocument();
  expect(within(panel).getByText('charges/97110.csv, place AK, kind gross')).toBeInTheDocument();
  expect(within(panel).getByText('12 hospitals')).toBeInTheDocument();
  expect(within(panel).getByText(/^The percentile definition/)).toBeInTheDocument();
  expect(within(panel).queryByRole('table')).not.toBeInTheDocument();
});

it('a difference leads on to the votes of both sides, and back', async () => {
  const user = userEvent.setup();
  const schedule = buildFeeSchedule({ rvus: [], gpcis: [], factors: [] });
  const table = twoStates();
  const nation = benchmark(table, defaultScope, null, schedule);
  const texas = benchmark(table, defaultScope, 'TX', schedule);
  const figure = deviationFigure(texas, nation, at.origin);
  function Page() {
    const { open, panel } = useExplained();
    const explain = (ask: DeviationAsk) =>
      explainDeviation(
        { benchmark: texas, table, ratesFile: 'TX.csv' },
        { benchmark: nation, table, ratesFile: 'national.csv' },
        ask,
        at,
      );
    return (
      <>
        <DeviationCard figure={figure} onWork={(ask) => open(() => explain(ask))} />
        {panel}
      </>
    );
  }
  render(<Page />);
  const row = screen.getByRole('row', { name: /^Aetna/ });
  // Medians 60 and (40 + 50) ÷ 2 = 45: 15 more, a third of 45.
  await user.click(within(row).getByRole('button', { name: '+33.3%', description: /Median, %/ }));
  const panel = await screen.findByRole('dialog', { name: /^Recompute this: % deviation of the median/ });
  expect(within(panel).getByText('+33.3%', { selector: 'p' })).toBeInTheDocument();
  await user.click(within(panel).getByRole('button', { name: '60.00' }));
  expect(screen.getByRole('dialog', { name: 'Recompute this: Median of Aetna for 97110, Texas' })).toBe(
    panel,
  );
  expect(within(panel).getByRole('table', { name: 'The votes behind it (5)' })).toBeInTheDocument();
  await user.click(within(panel).getByRole('button', { name: 'Back' }));
  await user.click(within(panel).getByRole('button', { name: '45.00' }));
  expect(within(panel).getByRole('table', { name: 'The votes behind it (10)' })).toBeInTheDocument();
  await user.click(within(panel).getByRole('button', { name: 'Close' }));
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
});
