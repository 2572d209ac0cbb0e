import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, test, vi } from 'vitest';
import { benchmark } from '../../src/domain/benchmark.ts';
import type { PlaceCode } from '../../src/domain/place.ts';
import { defaultScope } from '../../src/domain/scope.ts';
import { OutlierSection } from '../../src/pages/OutlierSection.tsx';
import { PublishedSection } from '../../src/pages/PublishedSection.tsx';
import { RateChecksSection } from '../../src/pages/RateChecksSection.tsx';
import { rateTable } from '../support/builders.ts';
import { shippedPublished } from '../support/publishedFigures.ts';
import { shippedSchedule } from '../support/releaseData.ts';

const schedule = shippedSchedule();

function show(code: string, place: PlaceCode | null) {
  const table = rateTable(code, [{ rate: 30, payer: 'bcbs' }]);
  render(
    <PublishedSection
      code={code}
      place={place}
      figures={shippedPublished(code)}
      benchmarkOf={(where) => benchmark(table, defaultScope, where, schedule)}
      schedule={schedule}
      origin="the release"
      address={`/code/${code}/`}
    />,
  );
}

describe('PublishedSection', () => {
  test('97760: the twelve payers, the effect of the odd one, and the checks', () => {
    show('97760', null);
    const region = screen.getByRole('region', { name: 'What others print for 97760' });
    const table = within(region).getByRole('table');
    expect(
      within(table)
        .getAllByRole('row')
        .filter((row) => row.id !== ''),
    ).toHaveLength(12);
    expect(within(table).getByRole('row', { name: /NC BCBS.*\$155\.55 344\.0%/ })).toBeInTheDocument();

    const effect = screen.getByRole('region', { name: 'What flagged votes do for 97760 as others print it' });
    expect(within(effect).getByRole('row', { name: /114\.1% 70\.9% 65\.7%/ })).toBeInTheDocument();
    expect(
      within(effect).getByRole('row', { name: /NC BCBS.*above the upper fence.*70\.9%/ }),
    ).toBeInTheDocument();

    const checks = screen.getByRole('region', { name: 'Checks on the figures for 97760' });
    const items = within(checks).getAllByRole('listitem');
    expect(items.filter((item) => item.textContent.startsWith('Fails'))).toHaveLength(3);
    expect(items.filter((item) => item.textContent.startsWith('Passes'))).toHaveLength(1);
  });

  test('a state shows what is printed for it, and nothing where nobody prints any', () => {
    show('97755', 'AK');
    expect(screen.getByRole('region', { name: 'What others print for 97755, Alaska' })).toBeInTheDocument();
    expect(
      screen.getByRole('row', { name: /UnitedHealth Group.*\$95\.49 above \$99\.00/ }),
    ).toBeInTheDocument();
    expect(screen.queryByText('Twin Cities payer files', { exact: false })).not.toBeInTheDocument();
  });

  test('a place nobody prints figures for shows no section', () => {
    show('97755', 'WY');
    expect(screen.queryByRole('region')).not.toBeInTheDocument();
  });
});

describe('OutlierSection', () => {
  const rates = [30, 31, 32, 33, 34, 400].map((rate, index) => ({ rate, provider: `Hospital ${index}` }));

  function showEffect(table: ReturnType<typeof rateTable>, onOutliers = vi.fn()) {
    render(
      <OutlierSection
        benchmark={benchmark(table, defaultScope, null, schedule)}
        table={table}
        outliers="in"
        onOutliers={onOutliers}
        origin="the release"
        address="/code/97110/"
      />,
    );
    return onOutliers;
  }

  test('shows each payer with and without, and asks the page to leave flagged votes out', async () => {
    const onOutliers = showEffect(rateTable('97110', rates));
    // (30 + … + 34 + 400) ÷ 6 = 93.33; without 400, 160 ÷ 5 = 32.
    expect(screen.getByRole('row', { name: /^Aetna.* 6 1 \$93\.33 \$32\.00/ })).toBeInTheDocument();
    await userEvent.click(screen.getByRole('checkbox', { name: 'Leave flagged votes out of this page' }));
    expect(onOutliers).toHaveBeenCalledWith('out');
  });

  test('without a flagged vote there is nothing to switch', () => {
    showEffect(rateTable('97110', rates.slice(0, 5)));
    expect(screen.getByText('No vote is flagged: leaving out changes nothing.')).toBeInTheDocument();
    expect(screen.queryByRole('checkbox')).not.toBeInTheDocument();
  });

  test('without votes there is no section', () => {
    showEffect(rateTable('97110', []));
    expect(screen.queryByRole('region')).not.toBeInTheDocument();
  });
});

test('RateChecksSection tells of a Medicare row in the user’s file that is not the schedule’s', () => {
  const table = rateTable('97760', [
    { rate: 41.81, payer: 'medicare', line: 'Medicare (traditional)', place: 'VA', date: '2024-04-01' },
  ]);
  render(<RateChecksSection table={table} schedule={schedule} origin="your file" />);
  const [item] = screen.getAllByRole('listitem');
  expect(item).toHaveTextContent('Fails');
  expect(item).toHaveTextContent(
    'The fee schedule of 2024 does not give it. Beside it: 2024 $47.06 (printed is 88.8% of it).',
  );
});
