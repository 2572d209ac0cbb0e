import type { PaidProvider } from '../formatReader.ts';

/**
 * Providers that stand in files of their own (`location`, up to version 1.3). One book for files that belong together:
 * the reader of such a file writes it, the reader of rates looks up in it.
 */
export class ProviderReferences {
  readonly #byName = new Map<string, readonly PaidProvider[]>();
  readonly #byId = new Map<string, readonly PaidProvider[]>();

  /** @param id the group's number where the file gives it, else ''. */
  add(file: string, id: string, providers: readonly PaidProvider[]): void {
    this.#byName.set(bareName(file), providers);
    if (id !== '') this.#byId.set(id, providers);
  }

  /** @param location the address in the file of rates; only the file's name in it counts. */
  find(location: string, id: string): readonly PaidProvider[] | undefined {
    return this.#byName.get(bareName(location)) ?? this.#byId.get(id);
  }
}

/** `https://x.org/a/group%205.json.gz?sig=1` and `mine.zip/group 5.json` are the same file. */
function bareName(address: string): string {
  const path = address.replace(/[?#].*$/s, '');
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  return decoded(name)
    .replace(/\.(gz|zip)$/i, '')
    .toLowerCase();
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
