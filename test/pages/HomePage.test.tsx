import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import type { BillingCode } from '../../src/domain/billingCode.ts';
import { absent, present } from '../../src/domain/cell.ts';
import type { CodeHeadline } from '../../src/domain/codeHeadline.ts';
import { Exportable } from '../../src/pages/Exportable.tsx';
import { HomePage } from '../../src/pages/HomePage.tsx';
import { LinkProvider } from '../../src/ui/links.tsx';

function code(number: string, title: string, family: string, more: Partial<BillingCode> = {}): BillingCode {
  return {
    code: number,
    codeType: 'CPT',
    title,
    family,
    unitMinutes: 15,
    timing: 'timed',
    status: 'active',
    replacedBy: [],
    note: '',
    keywords: [],
    ...more,
  };
}

const codes = [
  code('97001', 'PT evaluation (retired)', 'Evaluations', {
    status: 'deleted',
    replacedBy: ['97161', '97162'],
  }),
  code('97110', 'Therapeutic exercise', 'Procedures'),
  code('97755', 'Assistive technology assessment', 'Tests'),
];

function headline(number: string, rates: number, more: Partial<CodeHeadline> = {}): [string, CodeHeadline] {
  return [
    number,
    {
      code: number,
      rates,
      providers: 84,
      places: 16,
      bucaVotes: 129,
      bucaMedian: present(9023),
      bucaMean: present(11148),
      percentOfMedicare: present(3.401),
      ...more,
    },
  ];
}

const headlines = new Map([
  headline('97110', 1031),
  headline('97755', 270, { bucaVotes: 3, bucaMedian: absent('too-few', '3 votes: fewer than 5') }),
]);

const release = { id: '2026-11-22.9f0cbe38', date: '2026-11-22' };

function show(props: Partial<Parameters<typeof HomePage>[0]> = {}) {
  render(
    <LinkProvider
      hrefFor={(address) => (address.page === 'code' ? `/code/${address.code}/` : `/${address.page}`)}
    >
      <Exportable release={release} scope="" address="https://example.org/">
        <HomePage codes={codes} headlines={headlines} release={release} files={7} recent={[]} {...props} />
      </Exportable>
    </LinkProvider>,
  );
}

function cellsOf(name: RegExp): (string | null)[] {
  const row = screen.getByRole('row', { name });
  return within(row)
    .getAllByRole('cell')
    .map((cell) => cell.textContent);
}

test('promises, finds and lists', () => {
  show({ placesWithRates: 17 });
  expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('What payers really pay');
  expect(screen.getByRole('searchbox', { name: 'Find a billing code' })).toBeInTheDocument();
  expect(screen.getByRole('table', { name: 'All billing codes' })).toBeInTheDocument();
  expect(screen.getByText(/a convenience pool of 17 states’ published files/)).toBeInTheDocument();
  // 1,031 + 270
  expect(screen.getByText('1,301')).toBeInTheDocument();
});

test('names no number of states when it was not told one', () => {
  show();
  expect(screen.getByText(/a convenience pool of published files/)).toBeInTheDocument();
  expect(screen.queryByText('States with payer rates')).not.toBeInTheDocument();
});

test('a code’s row has its link, unit, headline and coverage', () => {
  show();
  expect(screen.getByRole('link', { name: '97110' })).toHaveAttribute('href', '/code/97110/');
  expect(screen.getByRole('rowheader', { name: /97110 ?Therapeutic exercise ?15 min/ })).toBeInTheDocument();
  expect(cellsOf(/97110/)).toEqual(['$90.23', '129', '340.1%', '16', '84', '1,031']);
});

test('too few votes are said, not hidden', () => {
  show();
  expect(cellsOf(/97755/)).toEqual(['3 votes: fewer than 5', '3', '340.1%', '16', '84', '270']);
});

test('a deleted code leads to what took its place; without rates it says so', () => {
  show();
  const header = screen.getByRole('rowheader', { name: /97001/ });
  expect(header).toHaveTextContent('deleted, now 97161, 97162');
  expect(within(header).getByRole('link', { name: '97161' })).toHaveAttribute('href', '/code/97161/');
  expect(cellsOf(/97001/)).toEqual(['Data not available in the input']);
});

test('families stand in order of how much there is, until the table is sorted', async () => {
  show();
  const codesShown = () =>
    screen
      .getAllByRole('rowheader')
      .map((each) => /\d{5}/.exec(each.textContent ?? '')?.[0] ?? each.textContent);
  expect(codesShown()).toEqual(['Procedures', '97110', 'Tests', '97755', 'Evaluations', '97001']);
  await userEvent.click(screen.getByRole('button', { name: 'Code' }));
  expect(codesShown()).toEqual(['97001', '97110', '97755']);
});

test('recent codes that still exist are links', () => {
  show({ recent: ['97755', '00000'] });
  const recent = screen.getByRole('navigation', { name: 'Recent codes' });
  expect(
    within(recent)
      .getAllByRole('link')
      .map((link) => link.textContent),
  ).toEqual(['97755']);
});

test('why Medicare is no measure is said in short in the rows, and once in full below', async () => {
  const opps = absent('not-comparable', 'Medicare pays hospitals by another system');
  show({
    headlines: new Map([
      headline('97110', 1031, { percentOfMedicare: opps }),
      headline('97755', 270, { percentOfMedicare: opps }),
    ]),
  });
  expect(cellsOf(/97110/)[2]).toBe('Not comparable');
  const notes = await screen.findByRole('list', { name: 'Notes on All billing codes' });
  expect(
    within(notes)
      .getAllByRole('listitem')
      .map((note) => note.textContent),
  ).toEqual([
    '% of Medicare for 97110 and 97755: Not comparable: Medicare pays hospitals by another system.',
  ]);
});

test('the catalogue says how it is made and from what, and leaves the page with what stands beside a code', async () => {
  const written: Blob[] = [];
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    written.push(blob as Blob);
    return 'blob:catalogue';
  });
  show({ placesWithRates: 17 });
  const card = screen.getByRole('region', { name: 'All billing codes' });
  expect(within(card).getByText(/^National medians in the default scope, for 1 of 3 codes\./)).toBeVisible();
  expect(await within(card).findByText('Method and sources')).toBeVisible();
  expect(within(card).getByText(/headlines\.csv of release 2026/)).toBeInTheDocument();
  await userEvent.click(within(card).getByText('Export'));
  await userEvent.click(await within(card).findByRole('button', { name: 'CSV, every digit' }));
  await vi.waitFor(() => expect(written).toHaveLength(1));
  const lines = (await written[0]?.text())?.split('\r\n') ?? [];
  expect(lines.find((line) => line.startsWith('97110'))).toBe(
    '97110,Therapeutic exercise,Procedures,15 min,active,90.23,129,3.401,16,84,1031',
  );
  expect(lines.find((line) => line.startsWith('97001'))).toMatch(
    /^97001,PT evaluation \(retired\),Evaluations,15 min,"deleted, now 97161, 97162",Data not available in the input,/,
  );
});
