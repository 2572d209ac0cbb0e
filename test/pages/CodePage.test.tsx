import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, test, vi } from 'vitest';
import { codePageData } from '../../src/data/codePageData.ts';
import type { PlaceCode } from '../../src/domain/place.ts';
import { defaultScope } from '../../src/domain/scope.ts';
import { type CodePageData, codePageHead } from '../../src/figures/codePage.ts';
import { CodePage } from '../../src/pages/CodePage.tsx';
import { type CodeAddress, codeAddress, formatAddress } from '../../src/share/address.ts';
import { LinkProvider } from '../../src/ui/links.tsx';
import { giveDialogMethods } from '../support/dialogMethods.ts';
import { cellsOfRow, rowNames } from '../support/rows.ts';
import { shippedLoader } from '../support/shippedLoader.ts';

const loader = shippedLoader();

/** The page of a shipped code, with an address that changes as the app's would while the place stays. */
async function open(
  code: string,
  place: PlaceCode | null = null,
  more: Partial<Parameters<typeof CodePage>[0]> = {},
) {
  const data = await codePageData(loader, code, place);
  if (!data) throw new Error(`the release has no ${code}`);
  const onAddress = vi.fn<(address: CodeAddress) => void>();
  render(<Page data={data} start={codeAddress(code, place)} onAddress={onAddress} more={more} />);
  await screen.findAllByRole('table', { name: new RegExp(`benchmark for ${code}$`) });
  return onAddress;
}

function Page(props: {
  data: CodePageData;
  start: CodeAddress;
  onAddress: (address: CodeAddress) => void;
  more: Partial<Parameters<typeof CodePage>[0]>;
}) {
  const [address, setAddress] = useState(props.start);
  return (
    <LinkProvider hrefFor={(to) => `/${formatAddress(to)}`}>
      <CodePage
        address={address}
        unread={[]}
        head={codePageHead(props.data, address.place)}
        first={null}
        data={props.data}
        onNeed={() => {}}
        onAddress={(next) => {
          props.onAddress(next);
          if (next.place === address.place) setAddress(next);
        }}
        ownRates={0}
        {...props.more}
      />
    </LinkProvider>
  );
}

function card(name: string): HTMLElement {
  return screen.getByRole('region', { name });
}

test('97110 nationally: the worked values stand in the table, Medicare among them', async () => {
  await open('97110');
  expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('97110 Therapeutic exercise');
  const table = screen.getByRole('table', { name: 'National benchmark for 97110' });
  const columns = within(table).getAllByRole('columnheader');
  expect(columns.slice(0, 9).map((column) => column.textContent)).toEqual([
    'Payer',
    'Votes',
    'Rates',
    'Mean',
    'P25',
    'Median',
    'P75',
    'Spread',
    '% of Medicare',
  ]);
  const buca = cellsOfRow('National benchmark for 97110', /^BUCA/);
  expect([buca[0], ...buca.slice(2, 6)]).toEqual(['129', '$111.48', '$61.80', '$90.23', '$147.00']);
  // 147.00 − 61.80
  expect(buca[6]).toBe('$85.20');
  const aetna = cellsOfRow('National benchmark for 97110', /^Aetna/);
  expect([aetna[0], ...aetna.slice(2, 6)]).toEqual(['31', '$104.72', '$67.22', '$94.00', '$150.70']);
  const medicare = cellsOfRow('National benchmark for 97110', /^Medicare 2026/);
  expect(medicare[0]).toBe('109 localities');
});

test('97110 nationally: chart, scope in words, sources and what the pool is', async () => {
  await open('97110');
  const national = card('National benchmark for 97110');
  const name = 'National benchmark for 97110';
  expect(within(national).getByRole('img', { name })).toBeInTheDocument();
  // A pointer on the drawing brings the chart that answers, in its place.
  await userEvent.hover(within(national).getByRole('group', { name: `${name}, chart` }));
  expect(await within(national).findByRole('application', { name }, { timeout: 10_000 })).toBeInTheDocument();
  expect(within(national).queryByRole('img', { name })).not.toBeInTheDocument();
  expect(screen.getByRole('region', { name: 'What counts' })).toHaveTextContent(
    /Commercial plans.*hospital outpatient.*one vote per provider and payer/,
  );
  expect(national).toHaveTextContent('a pool of 17 states’ published files, not a national sample');
  expect(national).toHaveTextContent(/Sources: .*release/);
  expect(within(national).getByText('Method and sources')).toBeInTheDocument();
});

test('97110 in Texas: beside the nation, with a mean outside its quartiles flagged', async () => {
  await open('97110', 'TX');
  expect(screen.getByText('TX 45 of 53')).toBeInTheDocument();
  const cigna = cellsOfRow('Texas benchmark for 97110', /^Cigna/);
  expect([cigna[0], ...cigna.slice(2, 6)]).toEqual(['11', '$245.38', '$51.78', '$120.00', '$130.09']);
  const header = within(screen.getByRole('table', { name: 'Texas benchmark for 97110' })).getByRole(
    'rowheader',
    { name: /^Cigna/ },
  );
  expect(header).toHaveTextContent('mean outside P25–P75');
  expect(screen.getByRole('region', { name: 'Key insights' })).toHaveTextContent(
    'Cigna: the mean $245.38 lies above its own P75 $130.09',
  );
  // 120.00 − 102.87 = 17.13, from unrounded medians 17.135; 17.135 ÷ 102.865 = 16.7%
  const against = cellsOfRow('Texas against national for 97110', /^Cigna/);
  expect(against).toEqual(expect.arrayContaining(['11', '26', '$120.00', '$102.87', '+$17.14', '+16.7%']));
  expect(rowNames('National benchmark for 97110')[0]).toMatch(/^BUCA/);
});

test('97755 in Alaska: Medicare and charges, and for the payers a named absence instead of a chart', async () => {
  await open('97755', 'AK');
  expect(screen.getByText('AK 1 of 53')).toBeInTheDocument();
  for (const payer of [/^BUCA/, /^Aetna/, /^BCBS/, /^Cigna/, /^UnitedHealth Group/]) {
    expect(cellsOfRow('Alaska benchmark for 97755', payer)).toEqual(['Data not available in the input']);
  }
  expect(cellsOfRow('Alaska benchmark for 97755', /^Medicare 2026/)).toContain('$49.03');
  expect(within(card('Alaska benchmark for 97755')).queryByRole('img')).not.toBeInTheDocument();
  await screen.findByRole('table', { name: 'Alaska hospital charges for 97755' });
  expect(cellsOfRow('Alaska hospital charges for 97755', /^Gross charge/)).toContain('$197.00');
  expect(cellsOfRow('Alaska hospital charges for 97755', /^Cash price/)).toContain('$163.20');
  expect(card('Alaska hospital charges for 97755')).toHaveTextContent('They are not payer rates');
  // The nation still has its chart, below.
  expect(within(card('National benchmark for 97755')).getByRole('img')).toBeInTheDocument();
});

test('fewer than 5 votes: a mean and no percentiles', async () => {
  await open('97755');
  const aetna = cellsOfRow('National benchmark for 97755', /^Aetna/);
  expect(aetna[0]).toBe('3');
  // Votes, rates, mean, then one absence over the four columns it takes the place of.
  expect(aetna[3]).toBe('fewer than 5 providers (3)');
  expect(aetna[4]).toMatch(/%$/);
});

test('a deleted code leads to its replacements, in the same place', async () => {
  await open('97001', 'TX');
  const notice = screen.getByText('This code has been deleted.').closest('div') as HTMLElement;
  const link = within(notice).getByRole('link', { name: '97161' });
  expect(link).toHaveAttribute('href', '/code/97161/TX/');
  expect(link.closest('div')).toHaveTextContent('Its place was taken by 97161, 97162 and 97163.');
  expect(screen.getByText(/^No payer rates for 97001 in Texas/)).toBeInTheDocument();
});

test('a place without rates is named as one says it', async () => {
  await open('97001', 'DC');
  expect(
    screen.getByText(/^No payer rates for 97001 in the District of Columbia are in this release/),
  ).toBeInTheDocument();
});

test('sorting by a heading goes through the address', async () => {
  const onAddress = await open('97110');
  const table = screen.getByRole('table', { name: 'National benchmark for 97110' });
  await userEvent.click(within(table).getByRole('button', { name: 'Median' }));
  await waitFor(() =>
    expect(onAddress).toHaveBeenCalledExactlyOnceWith({
      ...codeAddress('97110'),
      sort: { column: 'median', descending: true },
    }),
  );
  // Humana's median 130.05 is the highest of the rows with percentiles.
  expect(rowNames('National benchmark for 97110')[0]).toMatch(/^Humana/);
});

test('another site and another basis change address, words and figures', async () => {
  const onAddress = await open('97110');
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'One vote per' }), 'Published rate');
  expect(onAddress).toHaveBeenLastCalledWith({
    ...codeAddress('97110'),
    scope: { ...defaultScope, basis: 'rates' },
  });
  // 297 published rates in the default scope: now each has its own vote.
  expect(cellsOfRow('National benchmark for 97110', /^BUCA/)).toContain('297');
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Site' }), 'Office, professional');
  expect(screen.getByRole('region', { name: 'What counts' })).toHaveTextContent(/office/);
  await userEvent.click(screen.getByRole('button', { name: 'Reset' }));
  expect(onAddress).toHaveBeenLastCalledWith(codeAddress('97110'));
});

test('the pager and the picker ask for another place', async () => {
  const onAddress = await open('97110', 'TX');
  await userEvent.click(screen.getByRole('link', { name: 'Next state: Utah' }));
  expect(onAddress).toHaveBeenLastCalledWith(codeAddress('97110', 'UT'));
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'State' }), 'National');
  expect(onAddress).toHaveBeenLastCalledWith(codeAddress('97110'));
});

test('parts of a link that could not be read are named; an unknown Medicare year falls back', async () => {
  await open('97110', null, {
    unread: [{ part: 'site=moon', reason: 'not a site' }],
    address: { ...codeAddress('97110'), medicareYear: 2019 },
  });
  expect(screen.getByText('Part of this link could not be read.').parentElement).toHaveTextContent(
    'site=moon: not a site. medicare=2019: this release has fee schedules for 2020 to 2026; 2026 is shown.',
  );
  expect(cellsOfRow('National benchmark for 97110', /^Medicare 2026/)[0]).toBe('109 localities');
});

test('a file of the user’s that holds this code is pointed at', async () => {
  await open('97110', null, { ownRates: 1 });
  expect(screen.getByText(/has 1 rate for 97110/)).toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'See them as a benchmark' })).toHaveAttribute(
    'href',
    '/own/?view=codes',
  );
});

test('a headline figure and a compared median open their own working', async () => {
  giveDialogMethods();
  await open('97110', 'TX');
  const user = userEvent.setup();
  await user.click(
    screen.getByRole('button', { name: '$89.17', description: 'Recompute this: BUCA median' }),
  );
  const panel = await screen.findByRole('dialog', { name: /Recompute this: Median of BUCA for 97110/ });
  expect(panel).toHaveTextContent('$89.17');
  await user.click(within(panel).getByRole('button', { name: /close/i }));
  const compared = screen.getByRole('table', { name: 'Texas against national for 97110' });
  await user.click(within(compared).getByRole('button', { name: '$102.87' }));
  expect(await screen.findByRole('dialog', { name: /Median of Cigna for 97110/ })).toHaveTextContent(
    '$102.87',
  );
});

test('what is particular about a place is said with its source; nothing is said of the nation', async () => {
  await open('97755', 'AK');
  const notes = screen.getByRole('complementary', { name: 'Particular to rates in Alaska' });
  expect(notes).toHaveTextContent(
    /Alaska: What insurers had to pay\. From 2004 to 2023 .* Source: Alaska Administrative Code, 3 AAC 26\.110/,
  );
  expect(notes).toHaveTextContent('since 2024-01-01');
  expect(notes).toHaveTextContent('The work index of Medicare’s fee schedule is 1.5');
});

test('a place without notes, and the nation, have no box for them', async () => {
  await open('97755');
  expect(screen.queryByRole('complementary', { name: /^Particular to rates/ })).not.toBeInTheDocument();
});

test('a column, an opened row and a working that the view does not have are named, with what is shown', async () => {
  await open('97110', 'TX', {
    address: {
      ...codeAddress('97110', 'TX'),
      sort: { column: 'foo', descending: false },
      open: 'kaiser',
      work: { row: 'kaiser', measure: 'median', ofNation: false },
    },
  });
  expect(screen.getByText(/^sort=foo: /)).toHaveTextContent(
    'sort=foo: not a column of this table; rows are in their usual order. open=kaiser: no rates of it count in this view; BUCA is shown. work=kaiser.median: no such row in this view; no working is opened.',
  );
});

test('nothing is said of those it has', async () => {
  await open('97110', 'TX', {
    address: {
      ...codeAddress('97110', 'TX'),
      sort: { column: 'payer', descending: true },
      open: 'aetna',
      work: { row: 'aetna', measure: 'median', ofNation: true },
    },
  });
  expect(screen.queryByText('Part of this link could not be read.')).toBeNull();
});

test('a headline figure that changes is read out, with its name and its n', async () => {
  await open('97110', 'TX');
  const tiles = screen.getByText('BUCA median', { selector: 'dt' }).closest('dl');
  expect(tiles).toHaveAttribute('aria-live', 'polite');
  expect(tiles?.querySelectorAll(':scope > [aria-atomic="true"]')).toHaveLength(4);
});
