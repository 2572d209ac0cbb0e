import { act, render, screen } from '@testing-library/react';
import { hydrateRoot, type Root } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { expect, test, vi } from 'vitest';
import { facetsOf } from '../../src/domain/facets.ts';
import type { RateKind } from '../../src/domain/rateKinds.ts';
import { defaultScope, type Scope } from '../../src/domain/scope.ts';
import { FacetBar } from '../../src/ui/FacetBar.tsx';

test('opened before the page was alive, it asks for what it needs and shows its filters', () => {
  const onNeed = vi.fn();
  const bar = (
    <FacetBar
      scope={defaultScope}
      onScope={() => {}}
      selection={{
        facets: facetsOf(
          [],
          () => 0,
          () => new Map(),
        ),
      }}
      onNeed={onNeed}
      providerNames={() => new Map()}
    />
  );
  const page = document.createElement('div');
  document.body.append(page);
  page.innerHTML = renderToString(bar);
  const closed = page.querySelector('details');
  if (!closed) throw new Error('the bar is no fold');
  expect(closed.open).toBe(false);
  closed.open = true;
  let root: Root | undefined;
  act(() => {
    root = hydrateRoot(page, bar);
  });
  expect(screen.getByRole('combobox', { name: 'Percentiles' })).toBeVisible();
  expect(onNeed).toHaveBeenCalled();
  act(() => root?.unmount());
  page.remove();
});

const commercial: RateKind = {
  line: 'Commercial',
  source: 'hospital',
  year: 2026,
  methodology: 'fee-schedule',
  modifiers: [],
  sites: 1,
  isApc: false,
  isContradicted: false,
  isAssistant: false,
};

test('what its choices may ask for is told of all filters but the provider, and of no choice that is a dead end', () => {
  const onForesee = vi.fn<(scopes: readonly Scope[]) => void>();
  render(
    <FacetBar
      scope={{ ...defaultScope, modifier: 'GP' }}
      onScope={() => {}}
      onForesee={onForesee}
      selection={{
        facets: facetsOf(
          ['59', 'GP'].map((modifier) => ({ ...commercial, modifiers: [modifier] })),
          () => 1,
          () => new Map([['P1', 1]]),
        ),
      }}
      providerNames={() => new Map([['P1', 'One Hospital']])}
    />,
  );
  const focus = (name: string) => act(() => screen.getByRole('combobox', { name }).focus());
  focus('Provider or health system');
  expect(onForesee).not.toHaveBeenCalled();
  focus('Flagged votes');
  focus('Modifier');
  focus('Plan line');
  const [flagged, modifiers, lines] = onForesee.mock.calls.map(([scopes]) => scopes);
  expect(flagged).toEqual([{ ...defaultScope, modifier: 'GP', outliers: 'out' }]);
  expect(modifiers?.map(({ modifier }) => modifier)).toEqual(['59', null]);
  expect(lines).toEqual([]);
});
