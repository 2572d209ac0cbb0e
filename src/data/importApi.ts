import type { OwnRates, OwnReading } from './ownRates.ts';
import type { OwnVolumes } from './ownVolumes.ts';

/** Reads a file handed over as itself, not as bytes: the page never holds them. Progress is a fraction from 0 to 1. */
type ReadFile<Read> = (
  file: Blob,
  name: string,
  reading: OwnReading,
  onProgress: (fraction: number) => void,
) => Promise<Read>;

/** What the import worker offers the page. */
export interface ImportApi {
  readonly rates: ReadFile<OwnRates>;
  readonly volumes: ReadFile<OwnVolumes>;
}
