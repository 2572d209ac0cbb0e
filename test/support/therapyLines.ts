import type { GpciLine, RvuLine } from '../../src/data/formats/cmsTables.ts';
import { readCms } from './cmsFiles.ts';

/** A line of relative values as CMS writes it, and what is read of it where it is the third of its file. */
export const rvuCells = '97110,,A,0.45,0.41,,0.40,NA,0.01,0.87,0.86,7,XXX,5,33.4009'.split(',');
export const rvuLine = {
  kind: 'rvu',
  at: 3,
  year: 2026,
  release: 'RVU26C',
  appliesTo: 'nonQP',
  code: '97110',
  modifier: '',
  status: 'A',
  workRvu: 45,
  nonFacilityPeRvu: 41,
  nonFacilityNa: false,
  facilityPeRvu: 40,
  facilityNa: true,
  malpracticeRvu: 1,
  nonFacilityTotal: 87,
  facilityTotal: 86,
  pctc: '7',
  globalDays: 'XXX',
  multipleProcedure: '5',
  factor: 334_009,
};

export const nonQP = 'nonQP, for everyone who is not a qualifying participant of an advanced payment model';

/** What is noted of the factors in such a file. */
export const factorNote = (count: string, of: string, whom: string, factor = '33.4009') =>
  `${count} ${of} with the conversion factor ${factor}, ${whom}.`;

export const readRvuLines = (lines: readonly string[], wants: (code: string) => boolean = () => true) =>
  readCms<RvuLine>(textOf(lines), { as: 'pprrvu', wants });

/** Of a year without check rows, so that a table of a line or two is not doubted. */
export const gpciTitle = 'ADDENDUM E. FINAL CY 2019 GEOGRAPHIC PRACTICE COST INDICES (GPCIs)';

/** A line of cost indices as it is read, where it is the third of its file. */
export const alabama = {
  kind: 'gpci',
  at: 3,
  year: 2019,
  mac: '10112',
  place: 'AL',
  locality: '00',
  name: 'ALABAMA',
  workGpci: 1100,
  workGpciWithoutFloor: null,
  peGpci: 869,
  malpracticeGpci: 575,
  mark: '',
};

export const cutOff = 'The line is cut off or has no columns that are known.';

export const readGpciLines = (...lines: readonly string[]) =>
  readCms<GpciLine>(textOf(lines), { as: 'gpci' });

function textOf(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('');
}
