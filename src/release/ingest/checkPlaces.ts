import { constants } from 'node:fs';
import { access, realpath, stat } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import type { IngestOrder } from '../../data/ingestOrder.ts';
import { InputError } from '../inputError.ts';

/** Files of a release in its own folder: written, or removed where the release before had one and this has none. */
const releaseFiles = [
  'codes.csv',
  'payers.csv',
  'places.csv',
  'place-notes.csv',
  'providers.csv',
  'plans.csv',
  'sources.csv',
  'payer-aliases.csv',
  'coverage.csv',
  'headlines.csv',
  'release.json',
];

/** Folders of a release: which files it has in them is known only once all is read. */
const releaseFolders = ['rates', 'medicare', 'charges', 'context', 'published', 'releases'];

/**
 * Looks at the places an import writes to before it reads: reading may take hours, and what cannot be written then
 * would be lost.
 *
 * @throws InputError when one is no folder or cannot be written to, or when the release would overwrite a file that is
 *   read for it.
 */
export async function checkPlaces(order: IngestOrder): Promise<void> {
  await checkFolder(await nearest(resolve(order.out)), order.out);
  if (order.temporary !== null) await checkFolder(order.temporary, order.temporary);
  const { files, providers, codes, aliases } = order;
  const inputs = [...files.filter((file) => file !== '-'), ...providers, codes ?? [], aliases ?? []].flat();
  const own = new Map<string, string>();
  for (const input of inputs) {
    const real = await realpath(input).catch(() => undefined);
    if (real !== undefined) own.set(real, input);
  }
  const overwritten = 'The release would be written over this file. Name another folder with --out.';
  for (const name of releaseFiles) {
    const input = own.get(await realPath(order.out, name));
    if (input !== undefined) throw fault(input, overwritten);
  }
  for (const name of releaseFolders) {
    const folder = `${await realPath(order.out, name)}${sep}`;
    for (const [real, input] of own) if (real.startsWith(folder)) throw fault(input, overwritten);
  }
}

/** Where a file or folder of the release is, links followed, or would be. */
async function realPath(folder: string, name: string): Promise<string> {
  const path = join(folder, name);
  return await realpath(path).catch(() => resolve(path));
}

/** The folder itself, or the nearest above it that there is. */
async function nearest(folder: string): Promise<string> {
  const found = await stat(folder).catch(() => undefined);
  return found === undefined && dirname(folder) !== folder ? nearest(dirname(folder)) : folder;
}

async function checkFolder(folder: string, asked: string): Promise<void> {
  const found = await stat(folder).catch(() => {
    throw fault(asked, 'There is no such folder.');
  });
  if (!found.isDirectory())
    throw fault(asked, `${folder === resolve(asked) ? 'This' : folder} is a file, not a folder.`);
  await access(folder, constants.W_OK).catch(() => {
    throw fault(asked, 'Nothing may be written there.');
  });
}

function fault(file: string, message: string): InputError {
  return new InputError([{ file, line: 0, column: '', found: '', message, leftOut: true }]);
}
