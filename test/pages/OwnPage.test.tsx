import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, test, vi } from 'vitest';
import { readOwnRates } from '../../src/data/ownRates.ts';
import { defaultScope } from '../../src/domain/scope.ts';
import { OwnPage, type OwnView } from '../../src/pages/OwnPage.tsx';
import { type DeskView, formatAddress } from '../../src/share/address.ts';
import { LinkProvider } from '../../src/ui/links.tsx';
import { contractFile } from '../support/contractFile.ts';
import { cellsOfRow } from '../support/rows.ts';
import { shippedLoader } from '../support/shippedLoader.ts';

const file = `code,payer,rate,state,provider,date
97110,Aetna PPO,100.00,TX,Lone Star Hospital,2026-01-15
97110,Aetna PPO,80.00,TX,Bayou Clinic,2026-01-15
97110,Aetna PPO,90.00,OK,Prairie Rehab,2026-01-15
97110,Aetna,110.00,OK,Red River PT,2026-01-15
97110,Aetna,120.00,TX,Pecan PT,2026-01-15
97110,,90.00,TX,Pecan PT,2026-01-15
97755,Cigna,abc,TX,Pecan PT,2026-01-15
97755,Cigna,52.25,TX,Pecan PT,2026-01-15
97001,Cigna,52.25,TX,Pecan PT,2026-01-15
`;

const standard = { ...defaultScope, site: 'all' } as const;

const onClear = vi.fn();

async function open(text: string | null, part: DeskView = 'contract') {
  const loader = shippedLoader();
  const { codes } = await loader.catalogue();
  const release = await loader.release();
  const schedule = await loader.schedule();
  const medicare = await loader.medicare();
  const rates =
    text === null
      ? null
      : readOwnRates(text, 'mine.csv', new Map([['97001', ['97161']]]), await loader.aliases());

  function Page() {
    const [view, setView] = useState<OwnView>({
      code: rates ? '97110' : null,
      place: null,
      scope: standard,
      standard,
      medicareYear: null,
      open: null,
      sort: null,
    });
    return (
      <LinkProvider hrefFor={(to) => `/${formatAddress(to)}`}>
        <OwnPage
          part={part}
          unread={[]}
          release={release}
          codes={codes}
          schedule={schedule}
          medicare={medicare}
          market={null}
          marketError=""
          file={contractFile({ rates, onClear })}
          view={view}
          onView={setView}
          published={{ view, onView: setView, isShown: true, onShown: () => {} }}
        />
      </LinkProvider>
    );
  }
  render(<Page />);
}

test('without a file: what to bring, and the promise', async () => {
  await open(null);
  expect(screen.getByRole('heading', { level: 1, name: 'Your rates' })).toBeInTheDocument();
  expect(screen.getByText('Your files stay in this browser.')).toBeInTheDocument();
  expect(screen.getByLabelText('Choose files')).toBeInTheDocument();
  expect(screen.queryByRole('table', { name: /benchmark/i })).not.toBeInTheDocument();
});

test('a file: what was read, what was not line by line, and the parts of the desk', async () => {
  await open(file);
  // Nine lines: two cannot be used, one has a deleted code and counts all the same.
  const read = screen.getByRole('region', { name: 'What was read from mine.csv' });
  expect(read).toHaveTextContent('7 rates read, 3 lines need a look');
  const problems = within(screen.getByRole('table', { name: 'Problems in mine.csv' }))
    .getAllByRole('row')
    .slice(1)
    .map((row) => row.textContent);
  expect(problems[0]).toMatch(/7payer.*The payer is blank.*Left out/);
  expect(problems[1]).toMatch(/8rate.*abc.*Left out/);
  expect(problems[2]).toMatch(/10code.*97001.*deleted.*97161.*Warning/);
  expect(screen.getByRole('link', { name: 'Impact' })).toHaveAttribute('href', '/own/?view=impact');
});

test('the benchmark of a code is marked as yours', async () => {
  await open(file, 'codes');
  await screen.findByRole('region', { name: 'Benchmark for 97110 (your file)' });
  // Votes 80 90 100 110 120: mean and median 100, P25 90, P75 110 (positions 1, 2 and 3 of 0 to 4).
  const aetna = cellsOfRow('Benchmark for 97110 (your file)', /^Aetna/);
  expect(aetna.slice(0, 7)).toEqual(['5', '5', '$100.00', '$90.00', '$100.00', '$110.00', '$20.00']);
  expect(screen.getByRole('region', { name: 'Benchmark for 97110 (your file)' })).toHaveTextContent(
    'your file mine.csv',
  );
});

test('another code and a state of the file can be chosen; the published page is one link away', async () => {
  await open(file, 'codes');
  expect(await screen.findByRole('link', { name: 'Published rates for 97110' })).toHaveAttribute(
    'href',
    '/code/97110/',
  );
  await userEvent.selectOptions(
    screen.getByRole('combobox', { name: 'State in your file' }),
    'Oklahoma (OK)',
  );
  expect(screen.getByRole('link', { name: 'Published rates for 97110' })).toHaveAttribute(
    'href',
    '/code/97110/OK/',
  );
  // 90 and 110: two votes, so a mean and no percentiles.
  const aetna = cellsOfRow('Oklahoma benchmark for 97110 (your file)', /^Aetna/);
  expect([aetna[0], aetna[2]]).toEqual(['2', '$100.00']);
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Code in your file' }), '97755');
  expect(cellsOfRow('Benchmark for 97755 (your file)', /^Cigna/)).toContain('$52.25');
});

test('a reset leads back to how the file was first shown', async () => {
  await open(file, 'codes');
  expect(await screen.findByRole('button', { name: 'Reset' })).toHaveAttribute('aria-disabled', 'true');
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Site' }), 'Office, professional');
  await userEvent.click(screen.getByRole('button', { name: 'Reset' }));
  expect(screen.getByRole('combobox', { name: 'Site' })).toHaveDisplayValue('All sites');
});

test('the rates can be taken away again', async () => {
  await open(file);
  await userEvent.click(screen.getByRole('button', { name: 'Remove my rates' }));
  expect(onClear).toHaveBeenCalledTimes(1);
});

test.each(['position', 'impact', 'codes'] as const)(
  '%s without a file says where to open one',
  async (part) => {
    await open(null, part);
    expect(screen.getByRole('link', { name: /^Open a file/ })).toHaveAttribute('href', '/own/');
    expect(screen.queryByLabelText('Choose a CSV file')).not.toBeInTheDocument();
  },
);
