import type { ReleaseInput } from '../../domain/release.ts';
import type { OutputFile } from '../outputFile.ts';
import type { PackageRelease } from './packageRelease.ts';

export interface MedicareOutputs {
  readonly files: readonly OutputFile[];
  readonly inputs: readonly ReleaseInput[];
  readonly notes: readonly string[];
}

/** The fee schedule of the new release: that of this package. */
export async function medicareOutputs(lent: PackageRelease): Promise<MedicareOutputs> {
  return {
    files: await lent.files('medicare/'),
    inputs: lent.inputs('medicare/'),
    notes: [
      `Medicare's tables and the words on codes are those of release ${lent.release.id} of this package.`,
    ],
  };
}
