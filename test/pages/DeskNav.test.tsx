import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { DeskNav } from '../../src/pages/DeskNav.tsx';
import { type DeskView, formatAddress } from '../../src/share/address.ts';
import { LinkProvider } from '../../src/ui/links.tsx';

const page = (view: DeskView, inside: string) => (
  <LinkProvider hrefFor={(to) => `/${formatAddress(to)}`}>
    <a href="#elsewhere">Elsewhere on the site</a>
    <div>
      <DeskNav view={view} />
      <a key={inside} href="#inside">
        {inside}
      </a>
    </div>
  </LinkProvider>
);
const link = (name: string) => screen.getByRole('link', { name });

test('a link that goes away with its part leaves the focus at the part that came instead', () => {
  const { rerender } = render(page('brief', 'Pick other lines'));
  // Opening the desk takes no focus.
  expect(document.body).toHaveFocus();
  link('Pick other lines').focus();
  rerender(page('compare', 'Open the brief'));
  expect(link('Compare')).toHaveFocus();
});

test('what stays keeps the focus: a link of this list, or one elsewhere on the site', () => {
  const { rerender } = render(page('position', 'Open the brief'));
  link('Impact').focus();
  rerender(page('impact', 'My changes'));
  expect(link('Impact')).toHaveFocus();
  link('Elsewhere on the site').focus();
  rerender(page('contract', 'A file'));
  expect(link('Elsewhere on the site')).toHaveFocus();
});

test('nothing moves while the part stays', () => {
  const { rerender } = render(page('impact', 'One'));
  link('One').focus();
  rerender(page('impact', 'Two'));
  expect(link('Impact')).not.toHaveFocus();
});
