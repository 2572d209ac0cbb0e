import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import type { PublishedSource } from '../../src/data/readSources.ts';
import { DataPage } from '../../src/pages/DataPage.tsx';
import { LinkProvider } from '../../src/ui/links.tsx';

const source: PublishedSource = {
  publisher: 'General Hospital',
  path: 'data/general.csv',
  rows: 31,
  flags: ['above_gross 3', 'per_diem 1'],
  id: 's1',
  name: 'general_standardcharges.csv',
  place: 'TX',
  kind: 'hospital',
  date: '2026-04-01',
  year: 2026,
  publishedUrl: 'https://hospital.example/general_standardcharges.csv',
  sha256: 'a'.repeat(64),
  carriedBy: 'someone/archive',
  confidence: 'high',
};

type DataPageProps = Parameters<typeof DataPage>[0];

function show(props: Partial<DataPageProps> = {}) {
  render(
    <LinkProvider
      hrefFor={(address) => (address.page === 'code' ? `/code/${address.code}/` : `/${address.page}/`)}
    >
      <DataPage
        release={{
          id: '2026-11-22.1a2b3c4d',
          date: '2026-11-22',
          inputs: [
            {
              path: 'sources/rates.csv',
              bytes: 1234,
              sha256: 'b'.repeat(64),
              provenance: 'Published rates.',
            },
          ],
          files: [],
        }}
        sources={[source]}
        coverage={[
          { code: '97110', title: 'Therapeutic exercise', rates: 1031, providers: 84, places: ['TX', 'AZ'] },
          { code: '97001', title: 'PT evaluation (retired)', rates: 0, providers: 0, places: [] },
        ]}
        coverageRows={[
          { place: 'TX', payer: 'aetna', line: 'Commercial', year: 2026, rates: 12 },
          { place: 'TX', payer: 'bcbs', line: 'Exchange / individual', year: 2021, rates: 5 },
          { place: 'AZ', payer: 'aetna', line: 'Commercial', year: 2021, rates: 3 },
        ]}
        aliases={[]}
        plans={[]}
        problems={[]}
        {...props}
      />
    </LinkProvider>,
  );
}

function cellsOf(table: string, name: RegExp): (string | null)[] {
  const row = within(screen.getByRole('table', { name: table })).getByRole('row', { name });
  return within(row)
    .getAllByRole('cell')
    .map((cell) => cell.textContent);
}

test('says which release it is, of what, with the hash of each input', () => {
  show();
  expect(screen.getByRole('heading', { level: 1, name: 'Data' })).toBeInTheDocument();
  expect(screen.getByText('2026-11-22.1a2b3c4d')).toBeInTheDocument();
  const inputs = screen.getByRole('region', { name: 'What this release was built from' });
  expect(inputs).toHaveTextContent('sources/rates.csv 1,234 bytes');
  expect(inputs).toHaveTextContent('Published rates.');
  expect(within(inputs).getByText('b'.repeat(64))).toBeInTheDocument();
});

test('shows coverage by code, with the places by name in order, and says where there is nothing', () => {
  show();
  expect(cellsOf('Payer rates by code and state', /97110/)).toEqual(['1,031', '84', '2', 'AZ TX']);
  expect(cellsOf('Payer rates by code and state', /97001/)).toEqual(['Data not available in the input']);
});

test('every table of the page says how it was made and of what, under its own name', async () => {
  show({
    problems: [{ file: 'places.csv', line: 0, column: '', found: '', message: 'is empty', leftOut: false }],
  });
  const tables = screen.getAllByRole('table');
  expect(tables.length).toBeGreaterThanOrEqual(8);
  for (const table of tables) {
    const card = table.closest<HTMLElement>('section[id^="figure-"]') ?? document.body;
    expect(within(card).getByRole('heading', { level: 2 })).toHaveTextContent(
      table.querySelector('caption')?.textContent ?? 'no caption',
    );
    const method = (await within(card).findByText('Method and sources')).closest('details');
    expect(method?.querySelectorAll('p')[0]?.textContent).toMatch(/\w{4}/);
    expect(method?.querySelectorAll('p')[1]).toHaveTextContent(/2026-⁠?11-⁠?22/u);
  }
});

test('lists the published files and links those with a web address, without a trace', () => {
  show();
  const link = screen.getByRole('link', { name: 'general_standardcharges.csv' });
  expect(link).toHaveAttribute('href', source.publishedUrl);
  expect(link).toHaveAttribute('rel', 'noreferrer noopener');
  expect(cellsOf('Published files', /general/)).toEqual([
    'General Hospital',
    'TX',
    '31',
    'above gross 3, per diem 1',
    '2026-04-01',
    'Hospital',
    'high',
    'aaaaaaaaaaaa',
    'someone/archive',
  ]);
});

test('an address that is not a web address stays text, and blanks are said in words', () => {
  const odd = { ...source, publishedUrl: 'javascript:alert(1)', date: '', carriedBy: '' };
  show({ sources: [odd] });
  expect(screen.queryByRole('link', { name: source.name })).not.toBeInTheDocument();
  expect(cellsOf('Published files', /general/)).toEqual([
    'General Hospital',
    'TX',
    '31',
    'above gross 3, per diem 1',
    'no date stated',
    'Hospital',
    'high',
    'aaaaaaaaaaaa',
    'not stated',
  ]);
});

test('is glad of no problems and lists those there are', () => {
  show();
  expect(screen.getByText('None: every line of the release was read.')).toBeInTheDocument();
});

test('a problem keeps its file, line, column, text and fate', () => {
  show({
    problems: [
      {
        file: 'rates/97110/TX.csv',
        line: 12,
        column: 'rate',
        found: '12.3.4',
        message: 'is not one dollar amount',
        leftOut: true,
      },
      { file: 'places.csv', line: 0, column: '', found: '', message: 'is empty', leftOut: false },
    ],
  });
  expect(cellsOf('Problems found while reading', /TX\.csv/)).toEqual([
    '12',
    'rate',
    '12.3.4',
    'is not one dollar amount',
    'left out',
  ]);
  expect(cellsOf('Problems found while reading', /places/)).toEqual([
    'whole file',
    'the whole line',
    'nothing there',
    'is empty',
    'counted',
  ]);
});

test('warns that there is no national payer file and tells the quirks', () => {
  show();
  expect(screen.getByText('There is no national payer file.')).toBeInTheDocument();
  const quirks = screen.getByRole('region', { name: 'What to know about these files' });
  expect(within(quirks).getAllByRole('term').length).toBeGreaterThan(8);
});

test('of a release made of a payer’s file and one’s own, says nothing about files it does not hold', () => {
  show({ sources: [{ ...source, kind: 'payer', place: '', carriedBy: '' }] });
  expect(screen.queryByText('There is no national payer file.')).toBeNull();
  expect(screen.queryByText(/Alaska/)).toBeNull();
  expect(screen.queryByRole('region', { name: 'What to know about these files' })).toBeNull();
  expect(screen.getByText('several places')).toBeInTheDocument();
});

test('counts the rates by state, payer, line and year', () => {
  show();
  expect(cellsOf('Payer rates by state', /Texas/)).toEqual(['17', '12', '2021 2026']);
  expect(cellsOf('Payer rates by payer', /Aetna/)).toEqual(['15', '15', '2021 2026']);
  expect(cellsOf('Payer rates by payer', /BCBS/)).toEqual(['5', '0', '2021']);
  expect(cellsOf('Payer rates by file year', /2021/)).toEqual(['8', '3']);
});

const files = ['codes.csv', 'rates/97110/TX.csv', 'rates/97110/national.csv', 'rates/97140/TX.csv'].map(
  (path) => ({ path, bytes: 10, rows: 2, sha256: 'c'.repeat(64) }),
);
const listed = { id: '2026-11-22.1a2b3c4d', date: '2026-11-22', inputs: [], files };

test('every file of the release is a link that saves it, and is found by what it holds', async () => {
  show({ release: listed });
  const card = screen.getByRole('region', { name: 'Files to download' });
  const link = within(card).getByRole('link', { name: 'rates/97110/TX.csv' });
  expect(link).toHaveAttribute('href', '/data/rates/97110/TX.csv');
  expect(link).toHaveAttribute('download', 'rates-97110-TX.csv');
  await userEvent.type(within(card).getByRole('searchbox', { name: 'Find a file' }), '97110 texas');
  expect(within(card).getByRole('status', { name: 'Found: files' })).toHaveTextContent('1 file of 4 files');
  expect(within(card).getAllByRole('link')).toEqual([link]);
});

test('in an offline pack the files of other codes are listed, not linked', () => {
  show({ release: { ...listed, pack: { code: '97110' } } });
  const card = screen.getByRole('region', { name: 'Files to download' });
  expect(within(card).queryByRole('link', { name: 'rates/97140/TX.csv' })).not.toBeInTheDocument();
  expect(within(card).getByRole('rowheader', { name: /97140/ })).toHaveTextContent(
    'not in this offline pack',
  );
});
