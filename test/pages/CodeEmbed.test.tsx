import { render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { codeBenchmarks } from '../../src/domain/codeBenchmarks.ts';
import { defaultScope } from '../../src/domain/scope.ts';
import { benchmarkPart } from '../../src/figures/codeView.ts';
import { CodeEmbed } from '../../src/pages/CodeEmbed.tsx';
import { StatesEmbed } from '../../src/pages/StatesEmbed.tsx';
import { codeAddress, formatAddress, statesAddress } from '../../src/share/address.ts';
import { LinkProvider } from '../../src/ui/links.tsx';
import { shippedRates, shippedSchedule } from '../support/releaseData.ts';

const nationalRates = shippedRates('97110');
const schedule = shippedSchedule();
const benchmarks = codeBenchmarks({
  nationalRates,
  placeRates: null,
  place: null,
  scope: defaultScope,
  schedule,
  medicareYear: 2026,
});
const part = benchmarkPart(benchmarks.here, 'release test', false);

it.each(['chart', 'table'] as const)(
  'shows the %s alone, with its source and a link to the page',
  (embed) => {
    const address = { ...codeAddress('97110'), embed };
    render(
      <LinkProvider hrefFor={(to) => `/${formatAddress(to)}`}>
        <CodeEmbed address={address} part={part} releaseId="2026-11-22.9f0cbe38" unread={[]} />
      </LinkProvider>,
    );
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('National benchmark for 97110');
    expect(screen.queryAllByRole('table')).toHaveLength(embed === 'table' ? 1 : 0);
    expect(screen.queryAllByRole('group', { name: /, chart$/ })).toHaveLength(embed === 'chart' ? 1 : 0);
    expect(screen.getByText(/^Sources: .*release test/)).toBeInTheDocument();
    const link = screen.getByRole('link', { name: /^Rate Atlas/ });
    expect(link).toHaveAttribute('href', '/code/97110/');
    // In a frame a link must leave it.
    expect(link).toHaveAttribute('target', '_blank');
    expect(screen.queryByRole('navigation')).toBeNull();
  },
);

it('shows the states as their list, each leading to a figure that fits the frame', () => {
  render(
    <LinkProvider hrefFor={(to) => `/${formatAddress(to)}`}>
      <StatesEmbed
        address={{ ...statesAddress('97110'), embed: 'table', pin: '2025-01-01.00000000' }}
        table={nationalRates}
        schedule={schedule}
        releaseId="2026-11-22.9f0cbe38"
        unread={[{ part: 'payer=nobody', reason: 'not a payer; buca is shown' }]}
      />
    </LinkProvider>,
  );
  expect(screen.getByRole('link', { name: 'Texas' })).toHaveAttribute('href', '/code/97110/TX/?embed=table');
  const [unread, made] = screen.getAllByRole('status');
  expect(unread).toHaveTextContent('payer=nobody: not a payer; buca is shown.');
  expect(made).toHaveTextContent('This frame was made on release 2025-01-01.00000000');
  expect(screen.getByText(/^What counts: Commercial plans; /)).toBeInTheDocument();
  expect(screen.queryByRole('checkbox')).toBeNull();
});
