import type { PayerAlias } from '../domain/payerAlias.ts';
import type { OwnRates } from './ownRates.ts';
import type { DeletedCodes } from './ownRatesReaders.ts';

/** What the import worker offers the page. */
export interface ImportApi {
  readonly read: (
    bytes: Uint8Array,
    file: string,
    deleted: DeletedCodes,
    aliases: readonly PayerAlias[],
    onProgress: (fraction: number) => void,
  ) => OwnRates;
}
