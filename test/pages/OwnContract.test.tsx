import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, test, vi } from 'vitest';
import { csvTable } from '../../src/data/csvTable.ts';
import { readOwnRates } from '../../src/data/ownRates.ts';
import { readVolumes } from '../../src/data/ownVolumes.ts';
import { joinVolumes } from '../../src/domain/volumeJoin.ts';
import type { ContractFile } from '../../src/pages/contractFile.ts';
import { OwnContract } from '../../src/pages/OwnContract.tsx';
import { contractFile } from '../support/contractFile.ts';
import { shippedAliases } from '../support/releaseData.ts';
import { shippedLoader } from '../support/shippedLoader.ts';

async function show(spec: Partial<ContractFile>) {
  const loader = shippedLoader();
  const [release, medicare] = await Promise.all([loader.release(), loader.medicare()]);
  render(<OwnContract file={contractFile(spec)} release={release} codes={new Map()} medicare={medicare} />);
}

function ratesOf(text: string) {
  return readOwnRates(text, 'mine.csv', new Map(), shippedAliases());
}

function panelOf(file: string): HTMLElement {
  const panel = screen.getByText(`Columns of ${file}`).closest('details');
  if (!panel) throw new Error('no panel');
  return panel;
}

test('a file whose headings say nothing: the columns open by themselves, with its first rows to choose by', async () => {
  const onColumns = vi.fn();
  await show({ rates: ratesOf('Svc,Who,Pays\n97110,Aetna,30.00\n'), onColumns });
  const panel = panelOf('mine.csv');
  expect(panel).toHaveAttribute('open');
  expect(within(panel).getByText('Say which column holds code, payer and rate')).toBeInTheDocument();
  const first = within(panel).getByRole('table', { name: 'First rows, Columns of mine.csv' });
  expect(first).toHaveTextContent('SvcWhoPays97110Aetna30.00');
  const user = userEvent.setup();
  await user.selectOptions(within(panel).getByRole('combobox', { name: /^code needed/ }), 'Svc');
  expect(onColumns.mock.calls).toEqual([['contract', { fields: { code: 'Svc' }, lines: 'rates' }]]);
});

test('what was recognised can be corrected: another heading, none, or what a line is', async () => {
  const onColumns = vi.fn();
  await show({ rates: ratesOf('code,payer,amount,rate\n97110,Aetna,30.00,31.00\n'), onColumns });
  const panel = panelOf('mine.csv');
  expect(panel).not.toHaveAttribute('open');
  const user = userEvent.setup();
  await user.click(screen.getByText('Columns of mine.csv'));
  expect(within(panel).getByRole('combobox', { name: /^rate needed/ })).toHaveValue('rate');
  await user.selectOptions(within(panel).getByRole('combobox', { name: /^rate needed/ }), 'amount');
  await user.selectOptions(within(panel).getByRole('combobox', { name: /^payer needed/ }), 'no column');
  await user.selectOptions(
    within(panel).getByRole('combobox', { name: 'a line is' }),
    'a claim: an amount for all its units',
  );
  const fields = { code: 'code', payer: 'payer', rate: 'rate' };
  expect(onColumns.mock.calls.map(([, choice]) => choice)).toEqual([
    { fields: { ...fields, rate: 'amount' }, lines: 'rates' },
    { fields: { code: 'code', rate: 'rate' }, lines: 'rates' },
    { fields, lines: 'claims' },
  ]);
});

test('columns are remembered on request, and never where the first line holds rates', async () => {
  const onRemember = vi.fn();
  await show({ rates: ratesOf('code,payer,rate\n97110,Aetna,30.00\n'), onRemember });
  const user = userEvent.setup();
  await user.click(screen.getByText('Columns of mine.csv'));
  await user.click(screen.getByRole('checkbox', { name: /^Remember these columns/ }));
  expect(onRemember).toHaveBeenCalledWith('contract', ['code', 'payer', 'rate'], {
    fields: { code: 'code', payer: 'payer', rate: 'rate' },
    lines: 'rates',
  });
});

test('a first line of rates cannot be remembered', async () => {
  await show({ rates: ratesOf('97110,Quillfern,71.37\n97112,Quillfern,72.00\n') });
  expect(screen.getByRole('checkbox', { name: /^Remember these columns/ })).toBeDisabled();
  expect(screen.getByText(/its first line holds rates, not headings/)).toBeInTheDocument();
});

test('columns that were remembered say so, and can be forgotten', async () => {
  const onRemember = vi.fn();
  const rates = ratesOf('code,payer,rate\n97110,Aetna,30.00\n');
  if (!rates.table) throw new Error('no table');
  await show({ rates: { ...rates, table: { ...rates.table, source: 'remembered' } }, onRemember });
  const user = userEvent.setup();
  await user.click(screen.getByText('Columns of mine.csv'));
  expect(screen.getByText(/as you set them for files with the same headings before/)).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Forget them' }));
  expect(onRemember).toHaveBeenCalledWith('contract', ['code', 'payer', 'rate'], null);
});

test('columns read by the headings again, or forgotten, leave the focus to the choice beside the button', async () => {
  const user = userEvent.setup();
  const medicare = await shippedLoader().medicare();
  const release = await shippedLoader().release();
  const rates = ratesOf('code,payer,rate\n97110,Aetna,30.00\n');
  type Table = NonNullable<typeof rates.table>;
  function Page() {
    const [source, setSource] = useState<Table['source']>('chosen');
    const file = contractFile({
      rates: { ...rates, table: { ...(rates.table as Table), source } },
      onColumns: () => setSource('remembered'),
      onRemember: () => setSource('headings'),
    });
    return <OwnContract file={file} release={release} codes={new Map()} medicare={medicare} />;
  }
  render(<Page />);
  await user.click(screen.getByText('Columns of mine.csv'));
  const remember = screen.getByRole('checkbox', { name: /^Remember these columns/ });
  for (const name of ['By the headings again', 'Forget them']) {
    await user.click(screen.getByRole('button', { name }));
    expect(screen.queryByRole('button', { name })).not.toBeInTheDocument();
    expect(remember).toHaveFocus();
  }
});

test('a second file’s volumes: what found a rate, what did not line by line, and what was assumed', async () => {
  const rates = ratesOf('code,payer,rate\n97110,Aetna PPO,30.00\n97110,Cigna,25.00\n');
  const read = readVolumes(
    csvTable('code,payer,units\n97110,Aetna,120\n97110,,41\n97140,Cigna,"1,009"\n97110,Cigna,x\n', 'v.csv'),
    'v.csv',
    { deleted: new Map(), aliases: shippedAliases() },
  );
  const join = joinVolumes(rates.contract?.lines ?? [], read.lines);
  const onRemoveVolumes = vi.fn();
  await show({ rates, volumes: { read, join }, onRemoveVolumes });
  const section = screen.getByRole('region', { name: 'Volumes from v.csv' });
  // 120 of Aetna and 41 spread over two payers = 161 found a line; 1,009 of a code that is not agreed did not.
  expect(section).toHaveTextContent(
    'Units in v.csv 1,170 = on your contract’s lines 161 + without a line 1,009 + on lines left out 0.',
  );
  expect(section).toHaveTextContent('41 units fit several lines of your contract');
  const problems = within(section)
    .getAllByRole('row')
    .map((row) => row.textContent)
    .filter((text) => text.startsWith('v.csv'));
  expect(problems).toEqual([
    'v.csv4code97140, Cigna: 1,009 unitsYour contract has no rate in force for this code. Left out',
    'v.csv5unitsxThis is not a whole number of units such as 1200. Left out',
  ]);
  await userEvent.click(screen.getByRole('button', { name: 'Remove these volumes' }));
  expect(onRemoveVolumes).toHaveBeenCalledOnce();
});

test('a file is kept on request, opened again, and deleted with one button', async () => {
  const on = { onKeep: vi.fn(), onOpenKept: vi.fn(), onDeleteKept: vi.fn() };
  const user = userEvent.setup();
  const rates = ratesOf('code,payer,rate\n97110,Aetna,30.00\n');
  await show({ rates, ...on });
  await user.click(screen.getByRole('button', { name: 'Keep in this browser' }));
  expect(on.onKeep).toHaveBeenCalledOnce();
  expect(screen.queryByRole('button', { name: 'Delete from this browser' })).not.toBeInTheDocument();
});

test('on the next visit what was kept is offered, not opened', async () => {
  const on = { onOpenKept: vi.fn(), onDeleteKept: vi.fn() };
  const user = userEvent.setup();
  await show({ kept: { name: 'mine.csv', volumes: 'v.csv', on: '2026-11-22', isOpen: false }, ...on });
  expect(screen.getByText(/mine\.csv with volumes of v\.csv/)).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Open mine.csv, kept on 2026-11-22' }));
  await user.click(screen.getByRole('button', { name: 'Delete from this browser' }));
  expect([on.onOpenKept.mock.calls.length, on.onDeleteKept.mock.calls.length]).toEqual([1, 1]);
});

test('keeping and deleting leave the focus beside what was pressed', async () => {
  const user = userEvent.setup();
  const medicare = await shippedLoader().medicare();
  const release = await shippedLoader().release();
  const rates = ratesOf('code,payer,rate\n97110,Aetna,30.00\n');
  function Page() {
    const [kept, setKept] = useState<ContractFile['kept']>(null);
    const file = contractFile({
      rates,
      kept,
      onKeep: () => setKept({ name: 'mine.csv', volumes: '', on: '2026-11-22', isOpen: true }),
      onDeleteKept: () => setKept(null),
    });
    return <OwnContract file={file} release={release} codes={new Map()} medicare={medicare} />;
  }
  render(<Page />);
  await user.click(screen.getByRole('button', { name: 'Keep in this browser' }));
  const remove = screen.getByRole('button', { name: 'Delete from this browser' });
  expect(remove.closest('[role="status"]')).toHaveFocus();
  await user.tab();
  expect(remove).toHaveFocus();
  await user.keyboard('{Enter}');
  expect(screen.getByRole('button', { name: 'Keep in this browser' })).toHaveFocus();
});

test('what was kept and is deleted unopened leaves the focus to the panel of files', async () => {
  const user = userEvent.setup();
  const medicare = await shippedLoader().medicare();
  const release = await shippedLoader().release();
  function Page() {
    const [kept, setKept] = useState<ContractFile['kept']>({
      name: 'mine.csv',
      volumes: '',
      on: '2026-11-22',
      isOpen: false,
    });
    const file = contractFile({ kept, onDeleteKept: () => setKept(null) });
    return <OwnContract file={file} release={release} codes={new Map()} medicare={medicare} />;
  }
  render(<Page />);
  await user.click(screen.getByRole('button', { name: 'Delete from this browser' }));
  expect(screen.getByRole('region', { name: 'Your own rates' })).toHaveFocus();
});

test('volumes removed leave the focus to the contract after them', async () => {
  const user = userEvent.setup();
  const medicare = await shippedLoader().medicare();
  const release = await shippedLoader().release();
  const rates = ratesOf('code,payer,rate\n97110,Aetna,30.00\n');
  const read = readVolumes(csvTable('code,payer,units\n97110,Aetna,120\n', 'v.csv'), 'v.csv', {
    deleted: new Map(),
    aliases: shippedAliases(),
  });
  const volumes = { read, join: joinVolumes(rates.contract?.lines ?? [], read.lines) };
  function Page() {
    const [open, setOpen] = useState<ContractFile['volumes']>(volumes);
    const file = contractFile({ rates, volumes: open, onRemoveVolumes: () => setOpen(null) });
    return <OwnContract file={file} release={release} codes={new Map()} medicare={medicare} />;
  }
  render(<Page />);
  const after = screen.getByRole('region', { name: 'Volumes from v.csv' }).nextElementSibling;
  await user.click(screen.getByRole('button', { name: 'Remove these volumes' }));
  expect(after).toHaveFocus();
});

test('a browser that keeps nothing says why', async () => {
  await show({ keptFault: 'This browser does not let the page store files.' });
  expect(screen.getByRole('alert')).toHaveTextContent('does not let the page store files');
});

test('what was read is called what it is: a rate, or a line of claims', async () => {
  await show({ rates: ratesOf('code,payer,units,allowed\n97110,Aetna,2,60\n97110,Aetna,1,30\n') });
  expect(screen.getByText('2 claim lines read, nothing left out')).toBeInTheDocument();
});
