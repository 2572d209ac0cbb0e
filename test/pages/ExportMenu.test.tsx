import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it, vi } from 'vitest';
import { present } from '../../src/domain/cell.ts';
import type { Figure } from '../../src/figures/figure.ts';
import { Exportable } from '../../src/pages/Exportable.tsx';
import type { ExportSetting } from '../../src/pages/useExportSource.ts';
import type { Sort } from '../../src/share/address.ts';
import { FigureCard } from '../../src/ui/FigureCard.tsx';
import { SelfSortedTable } from '../../src/ui/SelfSortedTable.tsx';

const figure: Figure = {
  id: 'benchmark',
  title: 'Texas benchmark for 97110',
  labelColumn: { id: 'payer', label: 'Payer', kind: 'text', definition: 'The payer.' },
  columns: [{ id: 'median', label: 'Median', kind: 'money', definition: 'The middle vote.' }],
  rows: [{ id: 'aetna', label: 'Aetna', cells: { median: present(8811) }, flags: [] }],
  notes: [],
  method: 'One vote per provider.',
  sources: '47 files.',
  summary: 'Aetna median $88.11.',
};
const setting: ExportSetting = {
  release: { id: '2026-11-22.9f0cbe38', date: '2026-11-22' },
  scope: 'Commercial plans.',
  address: '/code/97110/TX/?site=office#votes',
  isOwn: false,
};
const saved: { name: string; text: Promise<string> }[] = [];

beforeEach(() => {
  saved.length = 0;
  const blobs: Blob[] = [];
  // jsdom has neither. The class itself stays: lazy imports are found by it.
  URL.createObjectURL = (blob) => `blob:${blobs.push(blob as Blob)}`;
  URL.revokeObjectURL = () => {};
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    const blob = blobs[Number(this.href.slice('blob:'.length)) - 1];
    if (blob) saved.push({ name: this.download, text: blob.text() });
  });
});

function show(value: ExportSetting | null, whole?: () => Figure) {
  const card = (
    <FigureCard figure={figure} headingLevel={2} chart={null} table={null} {...(whole ? { whole } : {})} />
  );
  render(value ? <Exportable {...value}>{card}</Exportable> : card);
}

async function open(user: ReturnType<typeof userEvent.setup>) {
  await user.click(screen.getByText('Export'));
  return screen.getByText('Export').closest('details') as HTMLElement;
}

it('saves a CSV under a name of its own and says so', async () => {
  const user = userEvent.setup();
  show(setting);
  const menu = await open(user);
  await user.click(within(menu).getByRole('button', { name: 'CSV, every digit' }));
  expect(await within(menu).findByText('Saved texas-benchmark-for-97110.csv')).toHaveRole('status');
  expect(saved[0]?.name).toBe('texas-benchmark-for-97110.csv');
  const text = await saved[0]?.text;
  expect(text).toContain('Aetna,88.11\r\n');
  // The address bar may still say another view.
  expect(text).toContain('Page,http://localhost:3000/code/97110/TX/?site=office\r\n');
  expect(text).toContain('2026-11-22.9f0cbe38');
});

it.each([
  ['?pin=2026-11-21.aaaaaaaa&site=office', '?site=office'],
  ['?pin=2026-11-21.aaaaaaaa', ''],
  ['?pin=2026-11-22.9f0cbe38', '?pin=2026-11-22.9f0cbe38'],
])('under %j the address it gives is of the release the figures are of', async (search, given) => {
  const user = userEvent.setup();
  show({ ...setting, address: `/code/97110/TX/${search}` });
  const menu = await open(user);
  await user.click(within(menu).getByRole('button', { name: 'CSV, every digit' }));
  await waitFor(() => expect(saved).toHaveLength(1));
  expect(await saved[0]?.text).toContain(`Page,http://localhost:3000/code/97110/TX/${given}\r\n`);
});

it('saves a second time what is shown then, and says so anew: the same words left standing are no news', async () => {
  const user = userEvent.setup();
  let cents = 8811;
  show(setting, () => ({
    ...figure,
    rows: [{ ...figure.rows[0], cells: { median: present(cents) } }] as Figure['rows'],
  }));
  const menu = await open(user);
  const status = within(menu).getByRole('status');
  const button = within(menu).getByRole('button', { name: 'CSV, every digit' });
  const words = 'Saved texas-benchmark-for-97110.csv';
  await user.click(button);
  await waitFor(() => expect(status).toHaveTextContent(words));
  const gone: string[] = [];
  const watch = new MutationObserver((changes) => {
    for (const { removedNodes, oldValue } of changes)
      gone.push(...Array.from(removedNodes, (node) => node.textContent ?? ''), oldValue ?? '');
  });
  watch.observe(status, { childList: true, characterData: true, characterDataOldValue: true, subtree: true });
  cents = 9050;
  await user.click(button);
  await waitFor(() => expect(gone).toContain(words));
  await waitFor(() => expect(status).toHaveTextContent(words));
  watch.disconnect();
  expect(saved.map(({ name }) => name)).toEqual([
    'texas-benchmark-for-97110.csv',
    'texas-benchmark-for-97110.csv',
  ]);
  const texts = await Promise.all(saved.map(({ text }) => text));
  expect(texts.map((text) => /Aetna,(.*)\r/.exec(text)?.[1])).toEqual(['88.11', '90.50']);
});

it('says that a file could not be made, and makes the next one', async () => {
  const user = userEvent.setup();
  let fails = true;
  show(setting, () => {
    if (fails) throw new Error('too many rows');
    return figure;
  });
  const menu = await open(user);
  const button = within(menu).getByRole('button', { name: 'CSV, every digit' });
  await user.click(button);
  expect(await within(menu).findByText('That did not work: too many rows.')).toHaveRole('status');
  fails = false;
  await user.click(button);
  expect(await within(menu).findByText('Saved texas-benchmark-for-97110.csv')).toHaveRole('status');
  expect(saved).toHaveLength(1);
});

it('saves the whole figure where the page shows a part', async () => {
  const user = userEvent.setup();
  show(setting, () => ({ ...figure, title: 'All of it' }));
  const menu = await open(user);
  await user.click(within(menu).getByRole('button', { name: 'JSON of the figure' }));
  expect(await within(menu).findByText('Saved all-of-it.json')).toBeInTheDocument();
});

it('saves rows in the order the page keeps for the table, and all of them', async () => {
  const user = userEvent.setup();
  const row = (id: string, cents: number) => ({
    ...figure.rows[0],
    id,
    label: id,
    cells: { median: present(cents) },
  });
  const whole = { ...figure, rows: [row('Aetna', 8811), row('Cigna', 9050), row('Humana', 9700)] } as Figure;
  const card = (sort: Sort | null) => (
    <Exportable {...setting}>
      <FigureCard
        figure={{ ...whole, rows: whole.rows.slice(0, 2) }}
        whole={() => whole}
        sort={sort}
        headingLevel={2}
        chart={null}
        table={null}
      />
    </Exportable>
  );
  const { rerender } = render(card({ column: 'median', descending: true }));
  const menu = await open(user);
  await user.click(within(menu).getByRole('button', { name: 'CSV, every digit' }));
  await within(menu).findByText(/^Saved/);
  expect(await saved[0]?.text).toContain('Humana,97.00\r\nCigna,90.50\r\nAetna,88.11\r\n');
  rerender(card(null));
  await user.click(within(menu).getByRole('button', { name: 'JSON of the figure' }));
  await within(menu).findByText(/json$/);
  expect(JSON.parse((await saved[1]?.text) ?? '').figure.rows.map(({ id }: { id: string }) => id)).toEqual([
    'Aetna',
    'Cigna',
    'Humana',
  ]);
});

it('copies the table as a table, and says so', async () => {
  const user = userEvent.setup();
  const forms: Record<string, Blob>[] = [];
  vi.stubGlobal('ClipboardItem', function (this: unknown, form: Record<string, Blob>) {
    forms.push(form);
  });
  const write = vi.spyOn(navigator.clipboard, 'write').mockResolvedValue();
  show(setting);
  const menu = await open(user);
  await user.click(within(menu).getByRole('button', { name: 'Copy table' }));
  expect(await within(menu).findByText('Table copied. Paste it into a spreadsheet.')).toBeInTheDocument();
  expect(write).toHaveBeenCalledOnce();
  expect(await forms[0]?.['text/plain']?.text()).toContain('Aetna\t88.11');
  expect(await forms[0]?.['text/html']?.text()).toContain('>88.11</td>');
  vi.unstubAllGlobals();
});

it('copies by the older way where the newer one is missing', async () => {
  const user = userEvent.setup();
  const given = new Map<string, string>();
  document.execCommand = () => {
    const event = new Event('copy', { cancelable: true });
    Object.assign(event, {
      clipboardData: { setData: (type: string, text: string) => given.set(type, text) },
    });
    return !document.dispatchEvent(event);
  };
  show(setting);
  const menu = await open(user);
  await user.click(within(menu).getByRole('button', { name: 'Copy table' }));
  expect(await within(menu).findByText('Table copied. Paste it into a spreadsheet.')).toBeInTheDocument();
  expect(given.get('text/plain')).toContain('Aetna\t88.11');
  expect(given.get('text/html')).toContain('>88.11</td>');
});

it('says when the browser does not let it copy', async () => {
  const user = userEvent.setup();
  vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('no'));
  document.execCommand = () => false;
  show(setting);
  const menu = await open(user);
  await user.click(within(menu).getByRole('button', { name: 'Copy citation' }));
  expect(await within(menu).findByText(/did not let the page copy/)).toBeInTheDocument();
});

it('offers no chart where none is drawn, and names the figure to a screen reader', async () => {
  const user = userEvent.setup();
  show(setting);
  const menu = await open(user);
  expect(within(menu).queryByRole('button', { name: /^Chart/ })).not.toBeInTheDocument();
  expect(menu.querySelector('summary')).toHaveTextContent('Export Texas benchmark for 97110');
});

it('says the scope of the moment it saves in, though the menu was drawn before', async () => {
  const user = userEvent.setup();
  const inScope = (scope: string) => (
    <Exportable {...setting} scope={scope}>
      {card}
    </Exportable>
  );
  // The very same card both times: nothing of it is drawn anew.
  const card = <FigureCard figure={figure} headingLevel={2} chart={null} table={null} />;
  const { rerender } = render(inScope('Scope of before.'));
  const menu = await open(user);
  rerender(inScope('Scope of now.'));
  await user.click(within(menu).getByRole('button', { name: 'CSV, every digit' }));
  await within(menu).findByText(/^Saved/);
  const text = await saved[0]?.text;
  expect(text).toContain('Scope of now.');
  expect(text).not.toContain('Scope of before.');
});

it('draws the ways out only while it is open', async () => {
  const user = userEvent.setup();
  show(setting);
  const isDrawn = () => screen.queryByText('CSV, every digit') !== null;
  expect(isDrawn()).toBe(false);
  await open(user);
  expect(isDrawn()).toBe(true);
  await user.keyboard('{Escape}');
  await waitFor(() => expect(isDrawn()).toBe(false));
});

it('closes by Escape with the focus back, and by a press elsewhere', async () => {
  const user = userEvent.setup();
  show(setting);
  const menu = await open(user);
  await user.tab();
  expect(within(menu).getByRole('button', { name: 'CSV, every digit' })).toHaveFocus();
  await user.keyboard('{Escape}');
  expect(menu).not.toHaveAttribute('open');
  expect(menu.querySelector('summary')).toHaveFocus();
  await user.click(screen.getByText('Export'));
  expect(menu).toHaveAttribute('open');
  await user.click(screen.getByRole('heading'));
  expect(menu).not.toHaveAttribute('open');
});

it('marks a user’s own figures as confidential, without an address', async () => {
  const user = userEvent.setup();
  show({ ...setting, isOwn: true });
  const menu = await open(user);
  expect(within(menu).getByText(/Marked confidential/)).toBeInTheDocument();
  await user.click(within(menu).getByRole('button', { name: 'CSV, every digit' }));
  await within(menu).findByText(/^Saved/);
  const text = await saved[0]?.text;
  expect(text).toContain('Confidential,Confidential: made from a file of yours; not from a public release');
  expect(text).not.toContain('http');
});

it('is not there where the page cannot say what its figures come from', () => {
  show(null);
  expect(screen.queryByText('Export')).not.toBeInTheDocument();
});

it('follows the order of a table that keeps its own', async () => {
  const user = userEvent.setup();
  const rows = [2000, 9000, 5000].map((cents, at) => ({
    id: `r${at}`,
    label: `Payer ${at}`,
    cells: { median: present(cents) },
    flags: [],
  }));
  const many = { ...figure, rows };
  render(
    <Exportable {...setting}>
      <FigureCard figure={many} headingLevel={2} chart={null} table={<SelfSortedTable figure={many} />} />
    </Exportable>,
  );
  await user.click(screen.getByRole('button', { name: 'Median' }));
  const menu = await open(user);
  await user.click(within(menu).getByRole('button', { name: 'CSV, every digit' }));
  await waitFor(() => expect(saved).toHaveLength(1));
  expect((await saved[0]?.text)?.match(/Payer \d/g)).toEqual(['Payer 1', 'Payer 2', 'Payer 0']);
});
