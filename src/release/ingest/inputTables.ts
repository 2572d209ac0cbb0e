import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { IngestOrder } from '../../data/ingestOrder.ts';
import { readAliases } from '../../data/readAliases.ts';
import { readCodes } from '../../data/readCodes.ts';
import type { TableResult } from '../../data/readTable.ts';
import type { BillingCode } from '../../domain/billingCode.ts';
import type { PayerAlias } from '../../domain/payerAlias.ts';
import type { ReleaseInput } from '../../domain/release.ts';
import { cannotOpen } from '../cannotOpen.ts';
import { InputError } from '../inputError.ts';
import { sha256Hex } from '../sha256Hex.ts';
import { inputPath } from './inputPath.ts';
import type { PackageRelease } from './packageRelease.ts';

/** What files are read by. */
export interface InputTables {
  /** The catalogue of this package, with the codes of the user's own before those of the same number. */
  readonly codes: readonly BillingCode[];
  readonly aliases: readonly PayerAlias[];
  /** Tables of the user's own among them. */
  readonly inputs: readonly ReleaseInput[];
}

/** @throws InputError when a table of the user's own cannot be read whole. */
export async function readInputTables(order: IngestOrder, lent: PackageRelease): Promise<InputTables> {
  const inputs: ReleaseInput[] = [];
  async function table<Row>(
    path: string,
    read: (text: string, file: string) => TableResult<Row>,
    provenance: string,
  ): Promise<readonly Row[]> {
    const bytes = await readFile(path).catch((error: unknown) => {
      throw cannotOpen(path, error);
    });
    const { rows, problems } = read(new TextDecoder().decode(bytes), path);
    if (problems.length > 0) throw new InputError(problems);
    inputs.push({
      path: inputPath(basename(path)),
      bytes: bytes.byteLength,
      sha256: sha256Hex(bytes),
      provenance,
    });
    return rows;
  }
  const own = order.codes === null ? [] : await table(order.codes, readCodes, 'Codes given with --codes.');
  const isOwn = new Set(own.map(({ code }) => code));
  const aliases =
    order.aliases === null
      ? lent.aliases
      : await table(order.aliases, readAliases, 'Words in payers’ names given with --aliases.');
  return { codes: [...own, ...lent.codes.filter(({ code }) => !isOwn.has(code))], aliases, inputs };
}
