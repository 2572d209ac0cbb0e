import { readFileSync } from 'node:fs';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { readCodes } from '../../src/data/readCodes.ts';
import { readLocalities } from '../../src/data/readLocalities.ts';
import { FeeSchedulePage } from '../../src/pages/FeeSchedulePage.tsx';
import { MedicareSection } from '../../src/pages/MedicareSection.tsx';
import { type FeeScheduleAddress, feeScheduleAddress, formatAddress } from '../../src/share/address.ts';
import { LinkProvider } from '../../src/ui/links.tsx';
import { shippedSchedule } from '../support/releaseData.ts';

const text = (file: string) => readFileSync(`public/data/${file}`, 'utf8');
const { rows: localities } = readLocalities(text('medicare/localities.csv'), 'localities.csv');
const { rows: catalogue } = readCodes(text('codes.csv'), 'codes.csv');

const plain: FeeScheduleAddress = feeScheduleAddress('97755', 'AK');

async function show(changes: Partial<FeeScheduleAddress> = {}) {
  const onAddress = vi.fn();
  const address = { ...plain, ...changes };
  render(
    <LinkProvider hrefFor={(to) => `/${formatAddress(to)}`}>
      <FeeSchedulePage
        address={address}
        unread={[]}
        onAddress={onAddress}
        catalogue={catalogue}
        schedule={shippedSchedule()}
        localities={localities}
      />
    </LinkProvider>,
  );
  return { address, onAddress, user: userEvent.setup() };
}

function tile(label: string): string | null | undefined {
  return screen.getByText(label, { selector: 'dt' }).nextElementSibling?.textContent;
}

describe('a code in a place', () => {
  it('shows amounts, status, trend and localities of 97755 in Alaska', async () => {
    await show();
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent(
      /Medicare fee schedule: 97755 Assistive technology assessment Alaska, 2026/,
    );
    expect(
      ['Non-facility', 'Facility', 'Later unit', 'Limiting charge', 'Conversion factor'].map(tile),
    ).toEqual(['$49.03', '$49.03', '$40.14', '$53.57', '33.4009']);
    expect(
      screen.getByText(/^Active: paid from its relative values.*Always a therapy service/),
    ).toBeInTheDocument();
    const trend = screen.getByRole('table', { name: 'Alaska Medicare amounts for 97755, 2020 to 2026' });
    expect(within(trend).getByRole('row', { name: /^2025 .*\$48\.65/ })).toBeInTheDocument();
    const table = screen.getByRole('table', { name: 'Alaska Medicare localities for 97755, 2026' });
    expect(within(table).getByRole('row', { name: /^Alaska ?work floor 1\.5/ })).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'What payers pay for 97755' })).toHaveAttribute(
      'href',
      '/code/97755/AK/',
    );
    expect(await screen.findByRole('application')).toBeInTheDocument();
  });
  it('with the QP factor', async () => {
    await show({ participation: 'QP' });
    expect([tile('Non-facility'), tile('Conversion factor')]).toEqual(['$49.28', '33.5675']);
    await screen.findByRole('application');
  });
  it('says every cause, newest first', async () => {
    await show();
    const items = within(screen.getByText('Why each amount changed').closest('details') as HTMLElement)
      .getAllByRole('listitem', { hidden: true })
      .map((item) => item.textContent?.slice(0, 9));
    expect(items).toHaveLength(8);
    expect(items[0]).toBe('2026 (QP)');
    await screen.findByRole('application');
  });
  it('says why a bundled service has no amount, and draws nothing', async () => {
    await show({ code: '97010', place: 'TX' });
    expect(screen.getByText('No fee-schedule amount in 2026:')).toBeInTheDocument();
    expect(screen.queryByText('Non-facility', { selector: 'dt' })).not.toBeInTheDocument();
    expect(screen.queryByRole('application')).not.toBeInTheDocument();
  });
});

describe('choosing', () => {
  it('a code, a place, a year, a factor: each is a new address', async () => {
    const { user, onAddress, address } = await show({ code: null });
    await user.selectOptions(screen.getByRole('combobox', { name: 'Code' }), '97110');
    expect(onAddress).toHaveBeenLastCalledWith({ ...address, code: '97110' });
    await user.selectOptions(screen.getByRole('combobox', { name: 'Place' }), 'National');
    expect(onAddress).toHaveBeenLastCalledWith({ ...address, place: null });
    await user.selectOptions(screen.getByRole('combobox', { name: 'Year' }), '2024');
    expect(onAddress).toHaveBeenLastCalledWith({ ...address, year: 2024 });
    await user.selectOptions(screen.getByRole('combobox', { name: 'Conversion factor of 2026' }), 'QP');
    expect(onAddress).toHaveBeenLastCalledWith({ ...address, participation: 'QP' });
  });
  it('offers a factor only in years with two', async () => {
    await show({ code: null, year: 2025 });
    expect(screen.queryByRole('combobox', { name: /factor/ })).not.toBeInTheDocument();
  });
  it('all codes are links', async () => {
    await show({ code: null, place: 'TX' });
    const table = screen.getByRole('table', { name: 'Texas Medicare fee schedule, 2026' });
    expect(within(table).getByRole('link', { name: '97110' })).toHaveAttribute(
      'href',
      '/medicare/?code=97110&state=TX',
    );
    expect(within(table).getAllByRole('rowheader')).toHaveLength(94);
  });
  it('an unknown code or year falls back and says so', async () => {
    await show({ code: '00000', year: 2019 });
    expect(screen.getByText(/code=00000: not in the Medicare tables/)).toHaveTextContent(
      /year=2019: this release has fee schedules for 2020 to 2026; 2026 is shown/,
    );
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent(
      /^Medicare fee schedule Alaska, 2026$/,
    );
  });
});

describe('the county lookup', () => {
  const ask = async (changes: Partial<FeeScheduleAddress>, county: string) => {
    const { user } = await show(changes);
    await user.type(screen.getByRole('textbox', { name: /^County/ }), county);
    return screen.getByText('Which locality is my county in?').closest('section') as HTMLElement;
  };
  it('answers with the locality and its amount, before 2024 by the localities of then', async () => {
    const now = await ask({ code: '97110', place: 'CA', year: 2023 }, 'Orange');
    expect(now).toHaveTextContent(/Orange, California: locality 18/);
    const row = shippedSchedule()
      .localities(2023, 'CA')
      .find(({ locality }) => locality === '26');
    const amounts = shippedSchedule().amounts('97110', 2023, 'CA');
    const amount =
      amounts.kind === 'value' ? amounts.value.find(({ locality }) => locality === row)?.amount : undefined;
    expect(now).toHaveTextContent(
      `97110 in 2023: $${((amount?.nonFacility ?? 0) / 100).toFixed(2)} non-facility`,
    );
    await screen.findByRole('application');
  });
  it('gives no amount when it cannot be told', async () => {
    const section = await ask({ code: '97110', place: 'TX' }, 'Dallam');
    expect(section).toHaveTextContent(/This cannot be told/);
    expect(section).not.toHaveTextContent(/\$/);
    await screen.findByRole('application');
  });
  it('prices Maryland’s suburbs with the District', async () => {
    const section = await ask({ code: null, place: 'MD' }, 'Montgomery');
    expect(section).toHaveTextContent(/Montgomery, Maryland: locality 01, DC \+ MD\/VA Suburbs/);
  });
});

it('on a code’s page: the trend and the way to the fee schedule', async () => {
  render(
    <LinkProvider hrefFor={(to) => `/${formatAddress(to)}`}>
      <MedicareSection
        code="97110"
        place="TX"
        schedule={shippedSchedule()}
        year={2025}
        address="/code/97110/TX/"
      />
    </LinkProvider>,
  );
  expect(
    screen.getByRole('heading', { name: 'Texas Medicare amounts for 97110, 2020 to 2026' }),
  ).toBeVisible();
  expect(screen.getByRole('link', { name: 'Localities and counties' })).toHaveAttribute(
    'href',
    '/medicare/?code=97110&state=TX&year=2025',
  );
  expect(await screen.findByRole('application')).toBeInTheDocument();
});
