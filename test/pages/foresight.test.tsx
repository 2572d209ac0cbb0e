import { act, cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import { codePageData } from '../../src/data/codePageData.ts';
import type * as Counting from '../../src/domain/benchmark.ts';
import { codePageHead } from '../../src/figures/codePage.ts';
import { codeAddress } from '../../src/share/address.ts';
import { idleTime } from '../support/idleTime.ts';
import { shippedLoader } from '../support/shippedLoader.ts';

vi.mock('../../src/domain/benchmark.ts', async (importActual) => {
  const actual = await importActual<typeof Counting>();
  return { ...actual, benchmark: vi.fn<typeof Counting.benchmark>(actual.benchmark) };
});

/** Of a window that holds the whole page: nothing to tell. */
class Observer {
  observe = vi.fn<() => void>();
  disconnect = vi.fn<() => void>();
}

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

test('a choice of a control that had the focus while the browser was idle counts no vote anew, here or in the nation', async () => {
  vi.stubGlobal('IntersectionObserver', Observer);
  const idle = idleTime();
  const { CodePage } = await import('../../src/pages/CodePage.tsx');
  const { LinkProvider } = await import('../../src/ui/links.tsx');
  const { benchmark } = await import('../../src/domain/benchmark.ts');
  const counted = vi.mocked(benchmark);
  const data = await codePageData(shippedLoader(), '97110', 'TX');
  if (!data) throw new Error('the release has no 97110');
  function Page({ given }: { readonly given: NonNullable<typeof data> }) {
    const [address, setAddress] = useState(codeAddress('97110', 'TX'));
    return (
      <LinkProvider hrefFor={() => '/'}>
        <CodePage
          {...{ address, data: given }}
          head={codePageHead(given, 'TX')}
          unread={[]}
          first={null}
          onNeed={() => {}}
          onAddress={setAddress}
          ownRates={0}
        />
      </LinkProvider>
    );
  }
  render(<Page given={data} />);
  const votes = () =>
    within(screen.getByRole('table', { name: 'Texas benchmark for 97110' }))
      .getByRole('row', { name: /^BUCA/ })
      .querySelector('td')?.textContent;
  const before = votes();
  counted.mockClear();

  const years = screen.getByRole('combobox', { name: 'Files from' });
  act(() => years.focus());
  expect(counted).not.toHaveBeenCalled();
  for (let times = 0; times < 20 && idle.waiting() > 0; times++) act(idle.come);
  const places = counted.mock.calls.map(([, scope, place]) => `${scope.vintage.from} ${place}`);
  expect(places.slice(0, 4)).toEqual(['2020 null', '2020 TX', '2021 null', '2021 TX']);
  counted.mockClear();

  await userEvent.selectOptions(years, '2025');
  expect(votes()).not.toBe(before);
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Medicare year' }), '2024');
  expect(counted).not.toHaveBeenCalled();
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Site' }), 'All sites');
  expect(counted).toHaveBeenCalled();
});
