import type { FileCharges } from '../data/chargeChoice.ts';
import type { CmsLine } from '../data/formats/cmsTables.ts';
import type { IntakeReport } from '../data/intake/intakeReport.ts';
import type { PickedFile } from '../data/intake/pickedFile.ts';
import type { PlaceCode } from '../domain/place.ts';
import type { ListedProvider, PlacedProviders, ProviderNpis } from '../domain/placedProviders.ts';
import type { RateTable } from '../domain/rateTable.ts';

/** Published files of the user's that were read, and what was said of their providers since. */
export interface OpenIntake {
  readonly files: readonly PickedFile[];
  /** What the files are called together. */
  readonly name: string;
  /** Codes that were asked for besides the release's; null = all. */
  readonly codes: readonly string[] | null;
  /** By code, as read. */
  readonly read: ReadonlyMap<string, RateTable>;
  /** By code, with the providers as far as they are known. */
  readonly tables: ReadonlyMap<string, RateTable>;
  readonly npis: ProviderNpis;
  /** Who published each source of the tables. */
  readonly publishers: readonly string[];
  readonly report: IntakeReport;
  /** Lines of CMS tables among the files, for the codes of the release. */
  readonly cmsLines: readonly CmsLine[];
  /** What a list of providers says, by NPI. */
  readonly listed: ReadonlyMap<number, ListedProvider>;
  /** The state of providers that nothing else places; '' = none. */
  readonly place: PlaceCode | '';
  /** Columns that were set for hospitals' own tables among the files. */
  readonly chosen: readonly FileCharges[];
  readonly placed: Omit<PlacedProviders, 'providers'>;
}
