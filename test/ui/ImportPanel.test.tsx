import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, test, vi } from 'vitest';
import { readOwnRates } from '../../src/data/ownRates.ts';
import { ownRatesColumns } from '../../src/data/ownRatesColumns.ts';
import { ImportPanel, type ImportState } from '../../src/ui/ImportPanel.tsx';
import { shippedAliases } from '../support/releaseData.ts';

const file = new File(['code,payer,rate\n'], 'mine.csv', { type: 'text/csv' });

function show(state: ImportState, question = '') {
  const handlers = { onFile: vi.fn(), onAnswer: vi.fn(), onCancel: vi.fn(), onClear: vi.fn() };
  const view = render(<ImportPanel state={state} question={question} {...handlers} />);
  return { ...handlers, panel: view.getByRole('region', { name: 'Your own rates' }), ...view };
}

function dropZone(panel: HTMLElement): HTMLElement {
  return panel.firstElementChild as HTMLElement;
}

describe('import panel', () => {
  test('promises that the file stays, beside the file button', () => {
    show({ kind: 'idle' });
    expect(screen.getByLabelText('Choose a CSV file or workbook')).toHaveAccessibleDescription(
      /^Your file stays in this browser\. It is not uploaded anywhere/,
    );
  });

  test('hands over a picked file, and the same one again', async () => {
    const user = userEvent.setup();
    const { onFile } = show({ kind: 'idle' });
    await user.upload(screen.getByLabelText('Choose a CSV file or workbook'), file);
    await user.upload(screen.getByLabelText('Choose a CSV file or workbook'), file);
    expect(onFile.mock.calls).toEqual([[file], [file]]);
  });

  test('hands over a dropped file; of several the first, and says so', () => {
    const { onFile, panel } = show({ kind: 'idle' });
    expect(fireEvent.dragOver(dropZone(panel))).toBe(false);
    expect(dropZone(panel)).toHaveAttribute('data-over', 'true');
    fireEvent.dragLeave(dropZone(panel));
    expect(dropZone(panel)).toHaveAttribute('data-over', 'false');
    const second = new File(['x'], 'other.csv');
    expect(fireEvent.drop(dropZone(panel), { dataTransfer: { files: [file, second] } })).toBe(false);
    expect(onFile.mock.calls).toEqual([[file]]);
    expect(screen.getByText('One file at a time: the first was taken.')).toBeInTheDocument();
  });

  test('opens a contract that is labelled as made up, by name', async () => {
    const user = userEvent.setup();
    const { onFile } = show({ kind: 'idle' });
    await user.click(screen.getByRole('button', { name: 'Try a made-up contract' }));
    await waitFor(() => expect(onFile).toHaveBeenCalledOnce());
    const example = onFile.mock.calls[0]?.[0] as File;
    expect(example.name).toBe('example-contract-made-up.csv');
    expect(example.size).toBeGreaterThan(3000);
  });

  test('while reading: progress, cancel, and no second file', async () => {
    const user = userEvent.setup();
    const { onCancel, onFile, panel } = show({ kind: 'reading', fraction: 0.456, name: 'mine.csv' });
    expect(screen.getByRole('progressbar', { name: 'Reading mine.csv' })).toHaveAttribute('value', '0.456');
    expect(screen.getByText('46%')).toBeInTheDocument();
    expect(screen.queryByLabelText('Choose a CSV file or workbook')).not.toBeInTheDocument();
    fireEvent.drop(dropZone(panel), { dataTransfer: { files: [file] } });
    expect(onFile).not.toHaveBeenCalled();
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(onCancel).toHaveBeenCalledOnce();
  });

  test('when done: whose the rates are, another file, and a way to remove them', async () => {
    const user = userEvent.setup();
    const { onClear } = show({ kind: 'done', name: 'mine.csv' });
    expect(screen.getByRole('status')).toHaveTextContent('mine.csv is shown on this page, marked as yours.');
    expect(screen.getByLabelText('Choose another CSV file or workbook')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Remove my rates' }));
    expect(onClear).toHaveBeenCalledOnce();
  });

  test('a second file: it is asked what it is, and the keyboard stands on the answers', async () => {
    const user = userEvent.setup();
    const { onAnswer } = show({ kind: 'done', name: 'mine.csv' }, 'second.csv');
    const question = screen.getByRole('group', { name: 'What is second.csv?' });
    expect(within(question).getByRole('button', { name: 'Take volumes from it' })).toHaveFocus();
    await user.keyboard('{Enter}');
    await user.tab();
    await user.keyboard('{Enter}');
    await user.tab();
    await user.keyboard(' ');
    expect(onAnswer.mock.calls).toEqual([['volumes'], ['contract'], [null]]);
  });

  test('a failure is an alert, and another file can be chosen', () => {
    show({ kind: 'failed', message: 'huge.csv has 201 MB; files up to 200 MB can be read.' });
    expect(screen.getByRole('alert')).toHaveTextContent('huge.csv has 201 MB');
    expect(screen.getByLabelText('Choose a CSV file or workbook')).toBeInTheDocument();
  });

  test('lists every column it recognises, the three needed ones marked', async () => {
    const user = userEvent.setup();
    show({ kind: 'idle' });
    await user.click(screen.getByText('Which columns are read, and a template'));
    const table = screen.getByRole('table', { name: 'Columns that are recognised' });
    expect(
      within(table)
        .getAllByRole('rowheader')
        .map((cell) => cell.textContent),
    ).toEqual(
      ownRatesColumns.map(({ field }) =>
        ['code', 'payer', 'rate'].includes(field) ? `${field} needed` : field,
      ),
    );
  });

  test('the template downloads with every heading the reader knows, and no rate', async () => {
    const user = userEvent.setup();
    const blobs: Blob[] = [];
    URL.createObjectURL = (blob) => {
      blobs.push(blob as Blob);
      return 'blob:template';
    };
    URL.revokeObjectURL = () => {};
    const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {});
    show({ kind: 'idle' });
    await user.click(screen.getByText('Which columns are read, and a template'));
    await user.click(screen.getByRole('button', { name: 'Download an empty template' }));
    expect(click).toHaveBeenCalledOnce();
    const read = readOwnRates((await blobs[0]?.text()) ?? '', 'template.csv', new Map(), shippedAliases());
    expect(read.columns.map(({ field }) => field)).toEqual(ownRatesColumns.map(({ field }) => field));
    expect(read.rowsPresent).toBe(0);
  });
});
