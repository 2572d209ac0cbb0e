import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { benchmark } from '../../src/domain/benchmark.ts';
import { buildFeeSchedule } from '../../src/domain/feeSchedule.ts';
import { medicareBenchmark } from '../../src/domain/medicareBenchmark.ts';
import { defaultScope } from '../../src/domain/scope.ts';
import { VoteSections } from '../../src/pages/VoteSections.tsx';
import { rateTable } from '../support/builders.ts';

const schedule = buildFeeSchedule({ rvus: [], gpcis: [], factors: [] });
const table = rateTable(
  '97110',
  (['cigna', 'aetna'] as const).flatMap((payer) =>
    [30, 40, 50, 60, 70].map((rate, at) => ({ rate, payer, provider: `H${at}` })),
  ),
);

test('the votes shown anyway are asked for by nothing: equal views have equal addresses', async () => {
  const onOpen = vi.fn();
  render(
    <VoteSections
      benchmark={benchmark(table, defaultScope, null, schedule)}
      medicare={medicareBenchmark(schedule, '97110', null, 2026, 'hospital')}
      table={table}
      place={null}
      outliers="in"
      onOutliers={() => undefined}
      open="cigna"
      onOpen={onOpen}
      published={[]}
      ratesFile="rates/97110/national.csv"
      origin="release test"
      address=""
      isOwn={false}
    />,
  );
  const select = screen.getByRole('combobox', { name: /Votes of|Payer/ });
  await userEvent.selectOptions(select, 'aetna');
  await userEvent.selectOptions(select, 'buca');
  expect(onOpen.mock.calls).toEqual([['aetna'], [null]]);
});
