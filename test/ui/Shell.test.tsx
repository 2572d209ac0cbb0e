import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderToString } from 'react-dom/server';
import { expect, test, vi } from 'vitest';
import { LinkProvider, useHref } from '../../src/ui/links.tsx';
import { Shell } from '../../src/ui/Shell.tsx';
import type { Theme } from '../../src/ui/themes.ts';

type ShellProps = Parameters<typeof Shell>[0];

function show(props: Partial<ShellProps> = {}) {
  const onTheme = vi.fn<(theme: Theme) => void>();
  render(
    <LinkProvider hrefFor={({ page }) => `/${page}`}>
      <Shell
        current="code"
        release={{ id: '2026-11-22.1a2b3c4d', date: '2026-11-22' }}
        theme="system"
        onTheme={onTheme}
        {...props}
      >
        <h1>97110</h1>
      </Shell>
    </LinkProvider>,
  );
  return onTheme;
}

test('names the product, links every page and marks where the reader is', () => {
  show();
  expect(screen.getByRole('link', { name: 'Rate Atlas' })).toHaveAttribute('href', '/home');
  const links = within(screen.getByRole('navigation', { name: 'Main' })).getAllByRole('link');
  expect(links.map((link) => [link.textContent, link.getAttribute('href')])).toEqual([
    ['Codes', '/home'],
    ['Your rates', '/own'],
    ['Medicare', '/fee-schedule'],
    ['Methodology', '/methodology'],
    ['Data', '/data'],
  ]);
  // A code's page is below Codes, not Codes itself.
  expect(links.map((link) => link.getAttribute('aria-current'))).toEqual(['true', null, null, null, null]);
});

test('marks a page of the navigation as the page itself', () => {
  show({ current: 'data' });
  expect(screen.getByRole('link', { name: 'Data' })).toHaveAttribute('aria-current', 'page');
  expect(screen.getByRole('link', { name: 'Codes' })).not.toHaveAttribute('aria-current');
});

test('the first stop of the keyboard skips to the content', async () => {
  show();
  await userEvent.tab();
  expect(screen.getByRole('link', { name: 'Skip to content' })).toHaveFocus();
  const main = screen.getByRole('main');
  expect(screen.getByRole('link', { name: 'Skip to content' })).toHaveAttribute('href', `#${main.id}`);
  expect(main).toHaveAttribute('tabindex', '-1');
  expect(main).toContainElement(screen.getByRole('heading', { name: '97110' }));
});

test('the footer carries the CPT notice, the caution and the release', () => {
  show();
  const footer = screen.getByRole('contentinfo');
  expect(footer).toHaveTextContent('CPT codes are copyright American Medical Association.');
  expect(footer).toHaveTextContent('CPT is a registered trademark of the AMA.');
  expect(footer).toHaveTextContent('Figures are estimates from published files, not a guarantee of payment');
  expect(footer).toHaveTextContent('Data release 2026-11-22.1a2b3c4d of 2026-11-22');
});

test('says so while there is no release', () => {
  show({ release: null });
  expect(screen.getByRole('contentinfo')).toHaveTextContent('Data release not loaded');
});

test('the theme is one choice of three', async () => {
  const onTheme = show({ theme: 'light' });
  const group = await screen.findByRole('group', { name: 'Theme' });
  expect(within(group).getByRole('radio', { name: 'Light' })).toBeChecked();
  await userEvent.click(within(group).getByRole('radio', { name: 'Dark' }));
  expect(onTheme).toHaveBeenCalledExactlyOnceWith('dark');
});

test('a link outside a LinkProvider is a fault with a name', () => {
  function Lost() {
    return <a href={useHref()({ page: 'data' })}>Data</a>;
  }
  expect(() => renderToString(<Lost />)).toThrow('useHref needs a LinkProvider');
});
