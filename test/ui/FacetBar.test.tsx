import { act, screen } from '@testing-library/react';
import { hydrateRoot, type Root } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { expect, test, vi } from 'vitest';
import { facetsOf } from '../../src/domain/facets.ts';
import { defaultScope } from '../../src/domain/scope.ts';
import { FacetBar } from '../../src/ui/FacetBar.tsx';

test('opened before the page was alive, it asks for what it needs and shows its filters', () => {
  const onNeed = vi.fn();
  const bar = (
    <FacetBar
      scope={defaultScope}
      onScope={() => {}}
      facets={facetsOf(
        [],
        () => 0,
        () => new Map(),
      )}
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
