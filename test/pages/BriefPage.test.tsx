import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import { defaultScope } from '../../src/domain/scope.ts';
import { BriefControls } from '../../src/pages/BriefControls.tsx';
import { BriefPage, type BriefPageData } from '../../src/pages/BriefPage.tsx';
import type { BriefAddress } from '../../src/share/address.ts';
import { shippedLoader } from '../support/shippedLoader.ts';

const link = 'https://example.org/atlas/code/97110/TX/';
const base: BriefAddress = {
  page: 'brief',
  codes: ['97110'],
  place: 'TX',
  scope: defaultScope,
  medicareYear: null,
  paper: 'letter',
  pin: null,
};

async function dataOf({ codes, place }: BriefAddress): Promise<BriefPageData> {
  const loader = shippedLoader();
  const { codes: catalogue } = await loader.catalogue();
  const known = catalogue.filter(({ code }) => codes.includes(code));
  return {
    place,
    codes: await Promise.all(
      known.map(async (code) => ({
        code,
        nationalRates: await loader.rates(code.code, null),
        placeRates: place === null ? null : await loader.rates(code.code, place),
      })),
    ),
    unknown: codes.filter((code) => !known.some((each) => each.code === code)),
    catalogue,
    release: await loader.release(),
    schedule: await loader.schedule(),
  };
}

async function show(change: Partial<BriefAddress> = {}) {
  const address = { ...base, ...change };
  const onAddress = vi.fn();
  const data = await dataOf(address);
  const { container } = render(
    <BriefPage address={address} unread={[]} data={data} onAddress={onAddress} link={link} />,
  );
  return { onAddress, data, container };
}

function rowOf(table: string, name: string): readonly (string | null)[] {
  const row = within(screen.getByRole('table', { name: table })).getByRole('rowheader', {
    name: new RegExp(`^${name}`),
  });
  return within(row.closest('tr') as HTMLElement)
    .getAllByRole('cell')
    .map((cell) => cell.textContent);
}

afterEach(() => vi.unstubAllGlobals());

test('a code in a place has headline, chart, both tables, method, release and link', async () => {
  const { data } = await show();
  expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent(
    'Brief: 97110 Therapeutic exercise, Texas',
  );
  expect(screen.getByRole('img', { name: 'Texas benchmark for 97110' })).toBeInTheDocument();
  expect(rowOf('Texas benchmark for 97110', 'BUCA')).toEqual(
    expect.arrayContaining(['52', '$119.19', '$57.45', '$89.17', '$112.57', '390.3%']),
  );
  expect(rowOf('Texas against national for 97110', 'BUCA')).toEqual(
    expect.arrayContaining(['$89.17', '$90.23', '−$1.06', '−1.2%']),
  );
  expect(screen.getByText(/Percentiles by linear interpolation/)).toBeInTheDocument();
  expect(screen.getByText(new RegExp(`Data release ${data.release.id}`))).toBeInTheDocument();
  expect(screen.getByRole('link', { name: link })).toHaveAttribute('href', link);
  expect(screen.getByRole('img', { name: 'QR code of this brief’s link' })).toBeInTheDocument();
});

test('several codes stand beside each other, then one by one', async () => {
  await show({ codes: ['97110', '97140', '97530'] });
  const overview = screen.getByRole('table', { name: 'The codes beside each other, Texas' });
  expect(
    within(overview)
      .getAllByRole('rowheader')
      .map((cell) => cell.textContent),
  ).toEqual([
    expect.stringContaining('97110 Therapeutic exercise'),
    '97140 Manual therapy',
    '97530 Therapeutic activities',
  ]);
  expect(screen.getAllByRole('img', { name: /^Texas benchmark for/ })).toHaveLength(3);
  expect(rowOf('Texas benchmark for 97110', 'BUCA')).toEqual(expect.arrayContaining(['$89.17', '−$1.06']));
});

test('a place without rates says so, without a chart, and shows the nation beside', async () => {
  await show({ codes: ['97755'], place: 'AK' });
  expect(screen.getByText('Payer rates in Alaska: Data not available in the input.')).toBeInTheDocument();
  expect(screen.queryByRole('img', { name: /benchmark/ })).not.toBeInTheDocument();
  expect(
    screen.getByRole('table', { name: 'For comparison: National benchmark for 97755' }),
  ).toBeInTheDocument();
  // What is printed for comparison has its sources and cautions, too.
  expect(screen.getByText(/^Sources: no published file with counted rates; /)).toBeInTheDocument();
  expect(
    screen.getByText(/^Sources of the national benchmark: \d+ published files, 2020–2026; /),
  ).toBeInTheDocument();
  expect(
    screen.getByText(/^National benchmark: “National” is a pool of 17 states’ published files/),
  ).toBeInTheDocument();
});

test('codes are added and removed, place and paper changed, and all of it goes into the address', async () => {
  const user = userEvent.setup();
  const { onAddress } = await show();
  await user.selectOptions(screen.getByRole('combobox', { name: 'Add a code' }), '97140');
  expect(onAddress).toHaveBeenLastCalledWith({ ...base, codes: ['97110', '97140'] });
  await user.selectOptions(screen.getByRole('combobox', { name: 'Place' }), 'Ohio');
  expect(onAddress).toHaveBeenLastCalledWith({ ...base, place: 'OH' });
  await user.selectOptions(screen.getByRole('combobox', { name: 'Paper' }), 'A4');
  expect(onAddress).toHaveBeenLastCalledWith({ ...base, paper: 'a4' });
  await user.click(screen.getByRole('button', { name: 'Remove 97110' }));
  expect(onAddress).toHaveBeenLastCalledWith({ ...base, codes: [] });
});

test('what counts is said as on the sheet, a health system by its name', async () => {
  await show({ scope: { ...defaultScope, provider: 'system-sutter-health' } });
  const controls = screen.getByRole('region', { name: 'What to print' });
  expect(controls).toHaveTextContent('only the health system “Sutter Health”;');
});

/** The controls with an address of their own. */
async function showControls(codes: readonly string[]) {
  const { codes: catalogue } = await shippedLoader().catalogue();
  function Held() {
    const [address, setAddress] = useState({ ...base, codes });
    return (
      <BriefControls
        address={address}
        catalogue={catalogue}
        counted="Commercial plans."
        onAddress={(next) => setAddress({ ...address, codes: next.codes })}
        canPrint
      />
    );
  }
  render(<Held />);
}

test('a code removed leaves the focus to the next one’s button, and the last to what adds one', async () => {
  const user = userEvent.setup();
  await showControls(['97110', '97140', '97530']);
  await user.click(screen.getByRole('button', { name: 'Remove 97140' }));
  expect(screen.getByRole('button', { name: 'Remove 97530' })).toHaveFocus();
  await user.keyboard('{Enter}');
  expect(screen.getByRole('button', { name: 'Remove 97110' })).toHaveFocus();
  await user.keyboard('{Enter}');
  expect(screen.getByRole('combobox', { name: 'Add a code' })).toHaveFocus();
});

test('the sixth code leaves the focus on the list it was chosen from, which then has no more', async () => {
  const user = userEvent.setup();
  const { codes: catalogue } = await shippedLoader().catalogue();
  const [six = '', ...five] = catalogue.slice(0, 6).map(({ code }) => code);
  await showControls(five);
  const list = screen.getByRole('combobox', { name: 'Add a code' });
  list.focus();
  await user.selectOptions(list, six);
  expect(list).toHaveFocus();
  expect(list).toHaveAttribute('aria-disabled', 'true');
  expect(within(list).getAllByRole('option')).toHaveLength(1);
  expect(list).toHaveDisplayValue('6 codes are the most');
});

test('the button prints', async () => {
  const print = vi.fn();
  vi.stubGlobal('print', print);
  const user = userEvent.setup();
  await show();
  await user.click(screen.getByRole('button', { name: 'Print or save as PDF' }));
  expect(print).toHaveBeenCalledOnce();
});

test('a code the release does not have is named, and the others are printed', async () => {
  await show({ codes: ['97110', '99999'] });
  expect(screen.getByText(/99999: this release has no such code/)).toBeInTheDocument();
  expect(screen.getByRole('table', { name: 'Texas benchmark for 97110' })).toBeInTheDocument();
});

test('without a code there is nothing to print, only to choose', async () => {
  await show({ codes: [] });
  expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Negotiation brief');
  expect(screen.queryByRole('button', { name: /Print/ })).not.toBeInTheDocument();
  expect(screen.queryByRole('table')).not.toBeInTheDocument();
});

test('a payer’s name and what is flagged about it are words apart', async () => {
  await show();
  expect(screen.getAllByRole('rowheader', { name: /^BUCA/ }).map(({ textContent }) => textContent)).toContain(
    'BUCA mean outside P25–P75',
  );
});
