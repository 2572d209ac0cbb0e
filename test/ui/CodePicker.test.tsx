import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import type { BillingCode } from '../../src/domain/billingCode.ts';
import { CodePicker } from '../../src/ui/CodePicker.tsx';
import { LinkProvider } from '../../src/ui/links.tsx';

function code(number: string, title: string, status: BillingCode['status'] = 'active'): BillingCode {
  return {
    code: number,
    codeType: 'CPT',
    title,
    family: 'Therapeutic procedures',
    unitMinutes: 15,
    timing: 'timed',
    status,
    replacedBy: [],
    note: '',
    keywords: [],
  };
}

const codes = [
  code('97110', 'Therapeutic exercise'),
  code('97112', 'Neuromuscular re-education'),
  code('97116', 'Gait training'),
  code('97762', 'Orthotic check-out', 'deleted'),
  ...Array.from({ length: 12 }, (_, index) => code(`990${10 + index}`, 'Office visit')),
];

/** Links followed, as the app sees them: a click on a link that nothing else has taken. */
let followed: string[] = [];

beforeEach(() => {
  followed = [];
  const follow = (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (!link) return;
    followed.push(link.getAttribute('href') ?? '');
    event.preventDefault();
  };
  document.addEventListener('click', follow);
  return () => document.removeEventListener('click', follow);
});

function show() {
  const onSearch = vi.fn();
  render(
    <LinkProvider hrefFor={(address) => (address.page === 'code' ? `/code/${address.code}` : '/')}>
      <CodePicker codes={codes} onSearch={onSearch} />
      <button type="button">Elsewhere</button>
    </LinkProvider>,
  );
  return { onSearch, box: screen.getByRole('searchbox', { name: 'Find a billing code' }) };
}

function matches(): (string | null)[] {
  const list = screen.queryByRole('list', { name: 'Matching codes' });
  return list
    ? within(list)
        .getAllByRole('link')
        .map((link) => link.getAttribute('href'))
    : [];
}

test('shows nothing until something is typed, then links to what matches', async () => {
  const { box } = show();
  expect(matches()).toEqual([]);
  await userEvent.type(box, '9711');
  expect(matches()).toEqual(['/code/97110', '/code/97112', '/code/97116']);
  expect(screen.getByRole('status')).toHaveTextContent('3 codes match “9711”');
});

test('Enter opens the best match', async () => {
  const { box } = show();
  await userEvent.type(box, 'gait{Enter}');
  expect(followed).toEqual(['/code/97116']);
});

test('Enter does nothing when nothing matches, and the page says so', async () => {
  const { box } = show();
  await userEvent.type(box, 'zebra{Enter}');
  expect(followed).toEqual([]);
  expect(screen.getByText(/No code matches “zebra”/)).toBeInTheDocument();
  expect(screen.getByRole('status')).toHaveTextContent('0 codes match “zebra”');
});

test('arrows walk from the box through the links and back', async () => {
  const { box } = show();
  await userEvent.type(box, '9711{ArrowDown}{ArrowDown}');
  expect(screen.getByRole('link', { name: /97112/ })).toHaveFocus();
  await userEvent.keyboard('{ArrowUp}{ArrowUp}');
  expect(box).toHaveFocus();
  await userEvent.keyboard('{ArrowUp}');
  expect(box).toHaveFocus();
});

test('Escape empties the box and comes back to it', async () => {
  const { box, onSearch } = show();
  await userEvent.type(box, '9711{ArrowDown}{Escape}');
  expect(box).toHaveValue('');
  expect(box).toHaveFocus();
  expect(matches()).toEqual([]);
  expect(onSearch).toHaveBeenLastCalledWith('');
});

test('the list closes when the reader goes elsewhere and opens again on return', async () => {
  const { box } = show();
  await userEvent.type(box, '9711');
  await userEvent.click(screen.getByRole('button', { name: 'Elsewhere' }));
  expect(matches()).toEqual([]);
  await userEvent.click(box);
  expect(matches()).toHaveLength(3);
});

test('a long list is cut and says by how much', async () => {
  const { box } = show();
  await userEvent.type(box, 'office');
  expect(matches()).toHaveLength(8);
  expect(screen.getByText('and 4 more: keep typing')).toBeInTheDocument();
});

test('a deleted code says so', async () => {
  const { box } = show();
  await userEvent.type(box, '97762');
  expect(screen.getByRole('link', { name: /97762.*deleted/ })).toBeInTheDocument();
});
