import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readAliases } from '../../data/readAliases.ts';
import { readCodes } from '../../data/readCodes.ts';
import { readRelease } from '../../data/readRelease.ts';
import type { BillingCode } from '../../domain/billingCode.ts';
import type { PayerAlias } from '../../domain/payerAlias.ts';
import type { Release, ReleaseInput } from '../../domain/release.ts';
import type { OutputFile } from '../outputFile.ts';

/** What a new release takes over from the one of this package. */
export interface PackageRelease {
  readonly release: Release;
  readonly codes: readonly BillingCode[];
  readonly aliases: readonly PayerAlias[];
  /** Files as they stand, by the beginning of their path. */
  readonly files: (prefix: string) => Promise<readonly OutputFile[]>;
  /** The same files as inputs of the new release. */
  readonly inputs: (prefix: string) => readonly ReleaseInput[];
}

/** Reads the release that comes with this package, in `public/data`. */
export async function openPackageRelease(packageFolder: string): Promise<PackageRelease> {
  const folder = join(packageFolder, 'public/data');
  const text = (path: string) => readFile(join(folder, path), 'utf8');
  const { release } = readRelease(await text('release.json'), 'release.json');
  if (!release) throw new Error(`${folder} holds no release`);
  const listed = (prefix: string) => release.files.filter(({ path }) => path.startsWith(prefix));
  return {
    release,
    codes: readCodes(await text('codes.csv'), 'codes.csv').rows,
    aliases: readAliases(await text('payer-aliases.csv'), 'payer-aliases.csv').rows,
    files: (prefix) =>
      Promise.all(listed(prefix).map(async ({ path, rows }) => ({ path, rows, text: await text(path) }))),
    inputs: (prefix) =>
      listed(prefix).map(({ path, bytes, sha256 }) => ({
        path,
        bytes,
        sha256,
        provenance: `As it stands in release ${release.id} of this package.`,
      })),
  };
}
