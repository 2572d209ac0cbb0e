import type { CmsLine } from '../../data/formats/cmsTables.ts';
import { readCsv } from '../../data/readCsv.ts';
import type { ReleaseInput } from '../../domain/release.ts';
import { cmsSourceTables } from '../../export/cmsSourceTables.ts';
import { listOf } from '../../text/names.ts';
import { compareText } from '../compareText.ts';
import { type MedicareLayout, medicareFile, medicareLayouts, readMedicareSource } from '../medicareFiles.ts';
import type { OutputFile } from '../outputFile.ts';
import type { PackageRelease } from './packageRelease.ts';

export interface MedicareOutputs {
  readonly files: readonly OutputFile[];
  /** Tables of the package that some line comes from. */
  readonly inputs: readonly ReleaseInput[];
  readonly notes: readonly string[];
}

type Cells = readonly string[];

/**
 * What a line is about, by columns of the release's table. Of one key the file's line takes the place of the package's;
 * cost indices and counties are replaced a year at a time, because localities come and go together.
 */
const keyColumns = {
  rvu: ['code', 'modifier', 'year'],
  gpci: ['year'],
  conversionFactors: ['year', 'applies_to', 'effective_from'],
  localities: ['year'],
} as const;

/**
 * What stands only once among the lines of the files: the latest release of a year, and the longest text, because the
 * fixed-width form of the counties is cut.
 */
const onceColumns = {
  rvu: keyColumns.rvu,
  gpci: ['year', 'mac', 'locality'],
  conversionFactors: keyColumns.conversionFactors,
  localities: ['year', 'mac', 'locality'],
} as const;

/** The fee schedule of a new release: the lines of CMS files that were given, and the package's for all else. */
export async function medicareOutputs(
  tableRows: readonly unknown[],
  lent: PackageRelease,
): Promise<MedicareOutputs> {
  const texts = cmsSourceTables(tableRows as readonly CmsLine[]);
  const files: OutputFile[] = [];
  const inputs: ReleaseInput[] = [];
  const given: string[] = [];
  for (const name of ['rvu', 'gpci', 'conversionFactors', 'localities'] as const) {
    const layout: MedicareLayout = medicareLayouts[name];
    const text = texts[name];
    const own =
      text === null ? [] : onceEach(layout, onceColumns[name], readMedicareSource(layout, text, name).rows);
    const [packed] = await lent.files(layout.output);
    const replaced = new Set(own.map(keyOf(layout, keyColumns[name])));
    const keep = readCsv(packed?.text ?? '', layout.output)
      .rows.map(({ cells }) => cells)
      .filter((cells) => !replaced.has(keyOf(layout, keyColumns[name])(cells)));
    files.push(medicareFile(layout, [...own, ...keep]));
    if (keep.length > 0) inputs.push(...lent.inputs(layout.output));
    if (own.length > 0) given.push(`${layout.output} ${yearsOf(layout, own)}`);
  }
  const kept = `Medicare’s tables${given.length === 0 ? '' : ' for all else'} and the words on codes are those of release ${lent.release.id} of this package.`;
  return {
    files,
    inputs,
    notes: [...(given.length === 0 ? [] : [`From the CMS files given: ${listOf(given)}.`]), kept],
  };
}

function keyOf({ columns }: MedicareLayout, of: readonly string[]): (cells: Cells) => string {
  const places = of.map((name) => columns.findIndex(([column]) => column === name));
  return (cells) => places.map((place) => cells[place]).join('\u0001');
}

function onceEach(layout: MedicareLayout, of: readonly string[], rows: readonly Cells[]): readonly Cells[] {
  const key = keyOf(layout, of);
  const release = keyOf(layout, ['release']);
  const inOrder = rows.toSorted(
    (a, b) =>
      compareText(release(a), release(b)) ||
      a.join().length - b.join().length ||
      compareText(a.join(), b.join()),
  );
  return [...new Map(inOrder.map((cells) => [key(cells), cells])).values()];
}

function yearsOf(layout: MedicareLayout, rows: readonly Cells[]): string {
  return [...new Set(rows.map(keyOf(layout, ['year'])))].toSorted().join(', ');
}
