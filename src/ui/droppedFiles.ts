import type { PickedFile } from '../data/intake/pickedFile.ts';

/** More than anyone means to drop; a folder of a whole disk must not keep the page searching. */
const mostFiles = 5_000;

export interface DroppedFiles {
  readonly files: readonly PickedFile[];
  /** Paths that the browser would not read: taken away meanwhile, or not this user's to open. */
  readonly unread: readonly string[];
}

/**
 * The files of a drop, those inside folders with their path. Asked for within the drop's own event: afterwards the
 * browser has forgotten them. Never rejects: what cannot be read is named, and costs no other file.
 */
export async function droppedFiles(transfer: DataTransfer): Promise<DroppedFiles> {
  const entries = [...(transfer.items ?? [])].flatMap((item) => item.webkitGetAsEntry?.() ?? []);
  if (!entries.some(({ isDirectory }) => isDirectory))
    return { files: pickedFiles(transfer.files), unread: [] };
  const found: Found = { files: [], unread: [] };
  for (const entry of entries) await collect(entry, found);
  return found;
}

interface Found {
  readonly files: PickedFile[];
  readonly unread: string[];
}

/** The files of a file input. */
export function pickedFiles(files: FileList | readonly File[]): readonly PickedFile[] {
  return [...files].map((file) => ({ file, path: file.webkitRelativePath || file.name }));
}

async function collect(entry: FileSystemEntry, found: Found): Promise<void> {
  if (found.files.length >= mostFiles) return;
  const path = entry.fullPath.replace(/^\//, '');
  try {
    if (entry instanceof FileSystemFileEntry) {
      const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject));
      found.files.push({ file, path });
    } else if (entry instanceof FileSystemDirectoryEntry) {
      for (const inside of await entriesOf(entry)) await collect(inside, found);
    }
  } catch {
    found.unread.push(path);
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
