import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { SiteNotices } from '../../src/app/SiteNotices.tsx';

test('says nothing while there is a connection and no newer version', () => {
  render(<SiteNotices hasUpdate={false} isOffline={false} isAddressLate={false} />);
  expect(screen.getByRole('status').textContent).toBe('');
});

test('says what works without a connection', () => {
  render(<SiteNotices hasUpdate={false} isOffline={true} isAddressLate={false} />);
  expect(screen.getByRole('status').textContent).toContain('others need a connection');
});

test('offers the newer version, and keeps this one until then', () => {
  render(<SiteNotices hasUpdate={true} isOffline={false} isAddressLate={false} />);
  expect(screen.getByRole('status').textContent).toContain('this page keeps its own release');
  expect(screen.getByRole('button', { name: 'Reload' })).toBeTruthy();
  expect(screen.getByRole('status').textContent).toContain('Reloading closes a file of yours');
});
