import type { ListedProvider } from '../domain/placedProviders.ts';
import type { Provider } from '../domain/rateTable.ts';
import type { IntakeProgress } from './intake/intakeReport.ts';
import type { IntakeInput, IntakeReading, ReadIntake } from './intake/readIntake.ts';
import type { FileSort } from './intake/sortFile.ts';
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
  readonly sort: (files: readonly IntakeInput[]) => Promise<readonly FileSort[]>;
  /**
   * The tables come without their providers, which are handed over before, some thousand at a time: half a million
   * objects at once would hold the page up for a second.
   */
  readonly intake: (
    files: readonly IntakeInput[],
    reading: IntakeReading,
    onProgress: (progress: IntakeProgress) => void,
    onProviders: (providers: readonly Provider[]) => void,
  ) => Promise<ReadIntake>;
  readonly providerList: (
    files: readonly IntakeInput[],
    npis: Float64Array,
  ) => Promise<ReadonlyMap<number, ListedProvider>>;
}
