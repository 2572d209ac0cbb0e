import type { OwnRates, OwnReading } from './ownRates.ts';

/** What the import worker offers the page. */
export interface ImportApi {
  /** The file itself is handed over, not its bytes: the page never holds them. */
  readonly read: (
    file: Blob,
    name: string,
    reading: OwnReading,
    onProgress: (fraction: number) => void,
  ) => Promise<OwnRates>;
}
