import { constants } from 'node:fs';
import { access, realpath, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { IngestOrder } from '../../data/ingestOrder.ts';
import { InputError } from '../inputError.ts';

/** Files that every release has in its own folder, under names that people give theirs too. */
const releaseFiles = [
  'codes.csv',
  'payers.csv',
  'places.csv',
  'providers.csv',
  'plans.csv',
  'sources.csv',
  'payer-aliases.csv',
  'headlines.csv',
  'release.json',
];

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
  for (const name of releaseFiles) {
    const real = await realpath(join(order.out, name)).catch(() => '');
    const input = own.get(real);
    if (input !== undefined)
      throw fault(input, 'The release would be written over this file. Name another folder with --out.');
  }
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
