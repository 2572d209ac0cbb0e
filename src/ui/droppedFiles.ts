import type { PickedFile } from '../data/intake/pickedFile.ts';

/** More than anyone means to drop; a folder of a whole disk must not keep the page searching. */
const mostFiles = 5_000;

/**
 * The files of a drop, those inside folders with their path. Asked for within the drop's own event: afterwards the
 * browser has forgotten them.
 */
export async function droppedFiles(transfer: DataTransfer): Promise<readonly PickedFile[]> {
  const entries = [...(transfer.items ?? [])].flatMap((item) => item.webkitGetAsEntry?.() ?? []);
  if (!entries.some(({ isDirectory }) => isDirectory)) return pickedFiles(transfer.files);
  const found: PickedFile[] = [];
  for (const entry of entries) await collect(entry, found);
  return found;
}

/** The files of a file input. */
export function pickedFiles(files: FileList | readonly File[]): readonly PickedFile[] {
  return [...files].map((file) => ({ file, path: file.webkitRelativePath || file.name }));
}

async function collect(entry: FileSystemEntry, found: PickedFile[]): Promise<void> {
  if (found.length >= mostFiles) return;
  if (entry instanceof FileSystemFileEntry) {
    const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject));
    found.push({ file, path: entry.fullPath.replace(/^\//, '') });
  } else if (entry instanceof FileSystemDirectoryEntry) {
    for (const inside of await entriesOf(entry)) await collect(inside, found);
  }
}

/** A folder is read a hundred entries at a time, until nothing comes. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (some.length === 0 || all.length >= mostFiles) return all;
    all.push(...some);
  }
}
