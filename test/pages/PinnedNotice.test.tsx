import { render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { present } from '../../src/domain/cell.ts';
import { type DigestFigures, digestKey, type ReleaseDigest } from '../../src/domain/releaseDigest.ts';
import { PinnedNotice } from '../../src/pages/PinnedNotice.tsx';
import { codeAddress, feeScheduleAddress, formatAddress } from '../../src/share/address.ts';
import { keepTogether } from '../../src/text/keepTogether.ts';
import { LinkProvider } from '../../src/ui/links.tsx';
import { plainSchedule } from '../support/plainSchedule.ts';

const old = '2025-06-01.00000000';
const today = '2026-11-22.9f0cbe38';

function figures(n: number, median: number): DigestFigures {
  const cell = present(median);
  return { n, mean: cell, p25: present(1000), median: cell, p75: present(9000) };
}

function digest(id: string, aetna: DigestFigures): ReleaseDigest {
  return {
    id,
    date: id.slice(0, 10),
    counts: { codes: 1, rates: aetna.n * 10, providers: 9, sources: 1 },
    scope: 'The default.',
    medicareYear: 2026,
    figures: new Map([[digestKey('97110', null), new Map([['aetna', aetna]])]]),
    medicare: new Map([[digestKey('97110', null), present(2885)]]),
  };
}

const digests: Readonly<Record<string, ReleaseDigest>> = {
  [old]: digest(old, figures(30, 9000)),
  [today]: digest(today, figures(31, 9400)),
};
const known = (id: string) => Promise.resolve(digests[id] ?? null);

const plain = plainSchedule({ dollars: { TX: [28.85] } });
const schedule = () => Promise.resolve(plain);

function show(
  address: Parameters<typeof PinnedNotice>[0]['address'] = codeAddress('97110'),
  ask: (id: string) => Promise<ReleaseDigest | null> = known,
) {
  render(
    <LinkProvider hrefFor={(to) => `/${formatAddress(to)}`}>
      <PinnedNotice address={address} releaseId={today} digest={ask} schedule={schedule} onUnpin={() => {}} />
    </LinkProvider>,
  );
}

it('is not there without a pin, or with this release’s', () => {
  const ask = vi.fn(known);
  show(codeAddress('97110'), ask);
  show({ ...codeAddress('97110'), pin: today }, ask);
  expect(document.body).toHaveTextContent(/^$/);
  expect(ask).not.toHaveBeenCalled();
});

it('lays the figures of then beside those of now, and offers the latest', async () => {
  show({ ...codeAddress('97110'), pin: old });
  expect(screen.getByText(keepTogether(`This link was made on data release ${old}.`))).toBeInTheDocument();
  expect(screen.getByRole('link', { name: /^Go on without the pin/ })).toHaveAttribute(
    'href',
    '/code/97110/',
  );
  const table = await screen.findByRole('table', { name: 'What changed since this link was made' });
  const row = within(table).getByRole('row', { name: /^Aetna median/ });
  const cells = within(row).getAllByRole('cell');
  // 94 ÷ 90 = 1.044
  expect(cells.map((cell) => cell.textContent)).toEqual(['$90.00', '$94.00', '+$4.00', '+4.4%', '30', '31']);
  // The quartiles are the same, from other votes: that is told too. Medicare is the same.
  expect(within(table).getByRole('row', { name: /^Aetna P25/ })).toHaveTextContent('$0.00');
  expect(within(table).queryByRole('row', { name: /^Medicare/ })).toBeNull();
  expect(screen.getByText(/4 of the 5 figures compared differ/)).toHaveTextContent(
    'It held 300 rates in all; this one holds 310 rates.',
  );
});

it('says when nothing of the view changed', async () => {
  show({ ...codeAddress('97110'), pin: old }, async (id) => digest(id, figures(30, 9000)));
  expect(await screen.findByText(/^None of the 5 figures compared differs/)).toBeInTheDocument();
  expect(screen.queryByRole('table')).toBeNull();
});

it('says that only default figures are kept when the view’s scope is another', async () => {
  const address = codeAddress('97110');
  show({ ...address, scope: { ...address.scope, site: 'office' }, pin: old });
  expect(await screen.findByText(/it cannot follow this view’s choice of what counts/)).toBeInTheDocument();
});

it('says when the site keeps nothing of that release, and when it cannot be fetched', async () => {
  show({ ...codeAddress('97110'), pin: '2020-01-01.00000000' });
  expect(
    await screen.findByText(/keeps no figures of release 2020-\u206001-\u206001\.0{8},/),
  ).toBeInTheDocument();
});

it('says when the figures cannot be fetched, and fetches them again when asked', async () => {
  const digestOf = vi.fn(known).mockRejectedValueOnce(new Error('no connection'));
  show({ ...codeAddress('97110'), pin: old }, digestOf);
  expect(await screen.findByText('What changed since cannot be told: no connection')).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByText(/figures compared differ/)).toBeInTheDocument();
  expect(screen.queryByText(/cannot be told/)).toBeNull();
  expect(screen.getByRole('link', { name: /^Go on without the pin/ })).toHaveFocus();
});

it('says on the fee schedule what of it is not compared', async () => {
  show({ ...feeScheduleAddress('97110'), pin: old });
  expect(await screen.findByText(/^The one figure compared does not differ/)).toBeInTheDocument();
  expect(screen.getByText(/facility amounts and single localities are not compared/)).toBeInTheDocument();
});

it('says why when the fee schedule behind the view cannot be fetched', async () => {
  render(
    <LinkProvider hrefFor={(to) => `/${formatAddress(to)}`}>
      <PinnedNotice
        address={{ ...codeAddress('97110'), pin: old }}
        releaseId={today}
        digest={known}
        schedule={() => Promise.reject(new Error('no connection'))}
        onUnpin={() => {}}
      />
    </LinkProvider>,
  );
  expect(await screen.findByText('What changed since cannot be told: no connection')).toBeInTheDocument();
});
