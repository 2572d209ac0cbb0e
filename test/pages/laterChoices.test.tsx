import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { type ReactNode, useState } from 'react';
import { expect, test, vi } from 'vitest';
import { codePageData } from '../../src/data/codePageData.ts';
import { readOwnRates } from '../../src/data/ownRates.ts';
import type { RateTable } from '../../src/domain/rateTable.ts';
import { defaultScope } from '../../src/domain/scope.ts';
import { codePageHead } from '../../src/figures/codePage.ts';
import { CodePage } from '../../src/pages/CodePage.tsx';
import { OwnFigures } from '../../src/pages/OwnFigures.tsx';
import type { OwnView } from '../../src/pages/OwnPage.tsx';
import { type CodeAddress, codeAddress, formatAddress } from '../../src/share/address.ts';
import { LinkProvider } from '../../src/ui/links.tsx';
import { shippedLoader } from '../support/shippedLoader.ts';

// What is drawn later stays as it was drawn at first: no idle time comes.
vi.mock('../../src/ui/Later.tsx', () => ({
  Later: ({ children }: { readonly children: ReactNode }) => useState(children)[0],
}));

const loader = shippedLoader();
const site = () => screen.getByRole('combobox', { name: 'Site' });

test('flagged votes left out right after another site was chosen: both hold', async () => {
  const data = await codePageData(loader, '97110', null);
  if (!data) throw new Error('the release has no 97110');
  const head = codePageHead(data, null);
  const asked = vi.fn<(address: CodeAddress) => void>();
  function Page() {
    const [address, setAddress] = useState(codeAddress('97110'));
    return (
      <LinkProvider hrefFor={(to) => `/${formatAddress(to)}`}>
        <CodePage
          {...{ address, head, data }}
          unread={[]}
          first={null}
          onNeed={() => {}}
          onAddress={(next) => {
            asked(next);
            setAddress(next);
          }}
          ownRates={0}
        />
      </LinkProvider>
    );
  }
  render(<Page />);
  const flagged = await screen.findByLabelText('Leave flagged votes out of this page');
  await userEvent.selectOptions(site(), 'All sites');
  await userEvent.click(flagged);
  expect(asked).toHaveBeenLastCalledWith({
    ...codeAddress('97110'),
    scope: { ...defaultScope, site: 'all', outliers: 'out' },
  });
});

test('a payer of a user’s own rates opened right after another site was chosen: both hold', async () => {
  const text = `code,payer,rate,state,provider,date
97110,Aetna,110.00,OK,Red River PT,2026-01-15
97110,Cigna,120.00,TX,Pecan PT,2026-01-15
`;
  const { tables } = readOwnRates(text, 'mine.csv', new Map(), await loader.aliases());
  const table = tables.get('97110') as RateTable;
  const [schedule, release] = [await loader.schedule(), await loader.release()];
  const standard = { ...defaultScope, site: 'all' } as const;
  const first: OwnView = {
    code: '97110',
    place: null,
    scope: standard,
    standard,
    medicareYear: null,
    open: null,
    sort: null,
  };
  const asked = vi.fn<(view: OwnView) => void>();
  function Page() {
    const [view, setView] = useState(first);
    return (
      <LinkProvider hrefFor={(to) => `/${formatAddress(to)}`}>
        <OwnFigures
          {...{ table, view, schedule, release }}
          onView={(next) => {
            asked(next);
            setView(next);
          }}
          origin="your file"
          fileName="mine.csv"
        />
      </LinkProvider>
    );
  }
  render(<Page />);
  const payer = await screen.findByRole('combobox', { name: 'Payer' });
  await userEvent.selectOptions(site(), 'Office, professional');
  await userEvent.selectOptions(payer, 'Cigna (n 1)');
  expect(asked).toHaveBeenLastCalledWith({
    ...first,
    scope: { ...standard, site: 'office' },
    open: 'cigna',
  });
});
