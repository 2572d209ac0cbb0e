import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { PickedFile } from '../../src/data/intake/pickedFile.ts';
import { readOwnRates } from '../../src/data/ownRates.ts';
import { ownRatesColumns } from '../../src/data/ownRatesColumns.ts';
import { ImportPanel, type ImportQuestion, type ImportState } from '../../src/ui/ImportPanel.tsx';
import { shippedAliases } from '../support/releaseData.ts';

const file = new File(['code,payer,rate\n'], 'mine.csv', { type: 'text/csv' });

const picked = [{ file, path: 'mine.csv' }];
const done: ImportState = { kind: 'done', name: 'mine.csv', count: 1, isContract: true };

function show(state: ImportState, question: ImportQuestion | null = null) {
  const handlers = {
    onFiles: vi.fn<(files: readonly PickedFile[]) => void>(),
    onAnswer: vi.fn(),
    onCancel: vi.fn(),
    onClear: vi.fn(),
  };
  const view = render(<ImportPanel state={state} question={question} {...handlers} />);
  return { ...handlers, panel: view.getByRole('region', { name: 'Your own rates' }), ...view };
}

function dropZone(panel: HTMLElement): HTMLElement {
  return panel.firstElementChild as HTMLElement;
}

describe('import panel', () => {
  test('promises that the file stays, beside the file button', () => {
    show({ kind: 'idle' });
    expect(screen.getByLabelText('Choose files')).toHaveAccessibleDescription(
      /^Your files stay in this browser\. They are not uploaded anywhere/,
    );
  });

  test('hands over a picked file, and the same one again', async () => {
    const user = userEvent.setup();
    const { onFiles } = show({ kind: 'idle' });
    await user.upload(screen.getByLabelText('Choose files'), file);
    await user.upload(screen.getByLabelText('Choose files'), file);
    expect(onFiles.mock.calls).toEqual([[picked], [picked]]);
  });

  test('hands over all that is dropped', async () => {
    const { onFiles, panel } = show({ kind: 'idle' });
    expect(fireEvent.dragOver(dropZone(panel))).toBe(false);
    expect(dropZone(panel)).toHaveAttribute('data-over', 'true');
    fireEvent.dragLeave(dropZone(panel));
    expect(dropZone(panel)).toHaveAttribute('data-over', 'false');
    const second = new File(['x'], 'other.csv');
    expect(fireEvent.drop(dropZone(panel), { dataTransfer: { files: [file, second] } })).toBe(false);
    await waitFor(() =>
      expect(onFiles.mock.calls).toEqual([[[...picked, { file: second, path: 'other.csv' }]]]),
    );
  });

  test('opens a contract that is labelled as made up, by name', async () => {
    const user = userEvent.setup();
    const { onFiles } = show({ kind: 'idle' });
    await user.click(screen.getByRole('button', { name: 'Try a made-up contract' }));
    await waitFor(() => expect(onFiles).toHaveBeenCalledOnce());
    const example = onFiles.mock.calls[0]?.[0][0];
    expect(example?.path).toBe('example-contract-made-up.csv');
    expect(example?.file.size).toBeGreaterThan(3000);
  });

  test('while reading: progress, cancel, and no second file', async () => {
    const user = userEvent.setup();
    const { onCancel, onFiles, panel } = show({
      kind: 'reading',
      fraction: 0.456,
      name: 'mine.csv',
      progress: null,
    });
    expect(screen.getByRole('progressbar', { name: 'Reading mine.csv' })).toHaveAttribute('value', '0.456');
    expect(screen.getByText('45%')).toBeInTheDocument();
    expect(screen.queryByLabelText('Choose files')).not.toBeInTheDocument();
    fireEvent.drop(dropZone(panel), { dataTransfer: { files: [file] } });
    expect(onFiles).not.toHaveBeenCalled();
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(onCancel).toHaveBeenCalledOnce();
  });

  test('many files: how far, how fast and how long yet, of all and of the one being read', () => {
    show({
      kind: 'reading',
      fraction: 0.25,
      name: 'a.json and 2 more files',
      progress: {
        file: 'b.json.gz',
        number: 2,
        files: 3,
        fileDone: 150_000_000,
        fileBytes: 600_000_000,
        done: 1_000_000_000,
        bytes: 4_000_000_000,
        bytesPerSecond: 80_000_000,
        rates: 12_345,
      },
    });
    // 3 GB at 80 MB/s are 37.5 s.
    expect(
      screen.getByText('1.0 GB of 4.0 GB, 80.0 MB/s, about 40 seconds left, 12,345 rates so far'),
    ).toBeInTheDocument();
    expect(screen.getByText('File 2 of 3: b.json.gz')).toBeInTheDocument();
    expect(screen.getByRole('progressbar', { name: 'This file' })).toHaveAttribute('value', '0.25');
    // Spoken by tenths only.
    expect(screen.getByRole('status')).toHaveTextContent('Reading a.json and 2 more files, 20% read');
  });

  test('what goes while it has the focus leaves it to the panel, not to the top of the page', async () => {
    const user = userEvent.setup();
    const { panel, rerender, ...handlers } = show({ kind: 'idle' });
    const next = (state: ImportState) =>
      rerender(<ImportPanel state={state} question={null} {...handlers} />);
    const reading: ImportState = { kind: 'reading', fraction: 0, name: 'mine.csv', progress: null };
    screen.getByRole('button', { name: 'Try a made-up contract' }).focus();
    await user.keyboard('{Enter}');
    next(reading);
    expect(panel).toHaveFocus();
    await user.tab();
    expect(screen.getByRole('button', { name: 'Cancel' })).toHaveFocus();
    next(done);
    expect(panel).toHaveFocus();
    await user.tab();
    await user.tab();
    expect(screen.getByRole('button', { name: 'Remove my rates' })).toHaveFocus();
    await user.keyboard('{Enter}');
    next({ kind: 'idle' });
    expect(panel).toHaveFocus();
  });

  test('published files beside those that are open: added, or in their place', async () => {
    const user = userEvent.setup();
    const { onAnswer } = show(done, { kind: 'more', name: 'b.json', open: 2 });
    const question = screen.getByRole('group', { name: /^What is b\.json\? 2 published files are open/ });
    for (const name of ['Add to the files open', 'Read in their place', 'Neither'])
      await user.click(within(question).getByRole('button', { name }));
    expect(onAnswer.mock.calls).toEqual([['add'], ['replace'], [null]]);
  });

  test('when done: whose the rates are, another file, and a way to remove them', async () => {
    const user = userEvent.setup();
    const { onClear } = show(done);
    expect(screen.getByRole('status')).toHaveTextContent('mine.csv is shown on this page, marked as yours.');
    expect(screen.getByLabelText('Choose more files')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Remove my rates' }));
    expect(onClear).toHaveBeenCalledOnce();
  });

  test('a second file: it is asked what it is, and the keyboard stands on the answers', async () => {
    const user = userEvent.setup();
    const { onAnswer } = show(done, { kind: 'role', name: 'second.csv' });
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
    show({
      kind: 'failed',
      message: 'huge.csv has 201 MB; files up to 200 MB can be read.',
      isOpen: false,
    });
    expect(screen.getByRole('alert')).toHaveTextContent('huge.csv has 201 MB');
    expect(screen.getByLabelText('Choose files')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Remove my rates' })).toBeNull();
  });

  test('rates that stay open beside a failure can still be removed', async () => {
    const { onClear } = show({ kind: 'failed', message: 'next.csv could not be read.', isOpen: true });
    expect(screen.getByLabelText('Choose more files')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Remove my rates' }));
    expect(onClear).toHaveBeenCalledOnce();
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

describe('what cannot be had is told, and costs nothing else', () => {
  class FileEntry {
    readonly isDirectory = false;
    readonly fullPath: string;
    readonly isGone: boolean;
    constructor(fullPath: string, isGone: boolean) {
      this.fullPath = fullPath;
      this.isGone = isGone;
    }
    file(found: (of: File) => void, failed: (why: Error) => void) {
      if (this.isGone) failed(new DOMException('gone', 'NotReadableError'));
      else found(file);
    }
  }
  class FolderEntry {
    readonly isDirectory = true;
    readonly fullPath = '/rates';
    #inside = [new FileEntry('/rates/gone.csv', true), new FileEntry('/rates/mine.csv', false)];
    createReader() {
      return { readEntries: (found: (of: FileEntry[]) => void) => found(this.#inside.splice(0)) };
    }
  }
  beforeEach(() => {
    vi.stubGlobal('FileSystemFileEntry', FileEntry);
    vi.stubGlobal('FileSystemDirectoryEntry', FolderEntry);
  });
  afterEach(() => vi.unstubAllGlobals());

  test('a file of a dropped folder that the browser will not open', async () => {
    const { onFiles, panel } = show({ kind: 'idle' });
    fireEvent.drop(dropZone(panel), {
      dataTransfer: { items: [{ webkitGetAsEntry: () => new FolderEntry() }], files: [] },
    });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      '1 file or folder could not be opened by the browser: rates/gone.csv.',
    );
    expect(onFiles.mock.calls).toEqual([[[{ file, path: 'rates/mine.csv' }]]]);
    await userEvent.upload(screen.getByLabelText('Choose files'), file);
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  test('the made-up contract, to open and to save', async () => {
    vi.doMock('../../src/data/contractExample.ts', () => {
      throw new Error('Failed to fetch dynamically imported module');
    });
    const { onFiles } = show({ kind: 'idle' });
    const message = 'The made-up contract could not be fetched. Check the connection and press again.';
    await userEvent.click(screen.getByRole('button', { name: 'Try a made-up contract' }));
    expect(await screen.findByRole('alert')).toHaveTextContent(message);
    expect(onFiles).not.toHaveBeenCalled();
    await userEvent.click(screen.getByText('Which columns are read, and a template'));
    await userEvent.click(screen.getByRole('button', { name: 'Download the made-up contract' }));
    await waitFor(() => expect(screen.getAllByRole('alert')).toHaveLength(2));
    vi.doUnmock('../../src/data/contractExample.ts');
  });
});
