import { groupBy } from './groupBy.ts';
import { medicareAmount } from './medicareAmount.ts';
import type {
  ConversionFactor,
  GpciRow,
  LocalityCounties,
  MedicareTables,
  RvuRow,
} from './medicareTables.ts';
import type { PaymentAmount } from './paymentAmount.ts';

/** The Medicare tables read from CMS files of the user's own, each by what it is. */
export interface CmsTables {
  readonly rvus: readonly RvuRow[];
  readonly gpcis: readonly GpciRow[];
  readonly factors: readonly ConversionFactor[];
  readonly localities: readonly CountyList[];
  readonly payments: readonly PaymentAmount[];
}

export interface CountyList extends LocalityCounties {
  /** The list goes on where the file's line ends. */
  readonly countiesAreCut: boolean;
}

/** One cell that a file and the release's tables have otherwise. */
export interface TableDifference {
  /** `97110`, `71046-TC`, `13202-01`. */
  readonly key: string;
  readonly column: string;
  readonly file: string;
  readonly release: string;
}

/** A table of a file beside the release's of the same year. */
export interface TableComparison {
  readonly table:
    | 'relative values'
    | 'cost indices'
    | 'conversion factors'
    | 'localities'
    | 'payment amounts';
  readonly year: number;
  /** What of the release it was held against, such as `RVU26C`; '' where the release has no table of that year. */
  readonly against: string;
  readonly same: number;
  /** Lines that differ; one may differ in several cells. */
  readonly different: number;
  readonly differences: readonly TableDifference[];
  readonly onlyInFile: readonly string[];
  readonly onlyInRelease: readonly string[];
}

/**
 * Holds tables of the user's own against a release's, year by year: which lines say the same, which another thing, and
 * which only one of them has. Relative values are held against the release's table of the same CMS release, else
 * against its newest of the year; localities against the newest year there is, because they seldom change; amounts
 * against `medicareAmount` with each factor of the year, because a payment file does not state its own.
 */
export function cmsComparison(
  read: CmsTables,
  release: MedicareTables & { readonly localities: readonly LocalityCounties[] },
): readonly TableComparison[] {
  return [
    ...byYear(read.rvus).flatMap(([year, rows]) =>
      [...groupBy(rows, (row) => row.release).values()].map((of) => compareRvus(year, of, release.rvus)),
    ),
    ...byYear(read.factors).map(([year, rows]) => {
      const there = release.factors.filter((row) => row.year === year);
      return compared('conversion factors', year, rows, there, releaseOf(there, year), {
        key: ({ factor, appliesTo }) => `${dollars(factor)} ${appliesTo}`,
        cells: () => ({}),
      });
    }),
    ...byYear(read.gpcis).map(([year, rows]) => {
      const there = release.gpcis.filter((row) => row.year === year);
      return compared('cost indices', year, rows, there, there[0]?.release ?? '', {
        key: keyOfLocality,
        cells: (row) => ({
          state: row.place,
          name: row.name,
          'work GPCI': decimal(row.workGpci, 3),
          'PE GPCI': decimal(row.peGpci, 3),
          'MP GPCI': decimal(row.malpracticeGpci, 3),
        }),
      });
    }),
    ...byYear(read.localities).map(([year, rows]) => compareLocalities(year, rows, release.localities)),
    ...byYear(read.payments).map(([year, rows]) => comparePayments(year, rows, release)),
  ];
}

function compareRvus(year: number, rows: readonly RvuRow[], table: readonly RvuRow[]): TableComparison {
  const ofYear = table.filter((row) => row.year === year);
  const releases = [...new Set(ofYear.map((row) => row.release))].sort();
  const [{ release: stated }] = rows as readonly [RvuRow];
  const against = releases.includes(stated) ? stated : (releases.at(-1) ?? '');
  const there = ofYear.filter((row) => row.release === against);
  return compared('relative values', year, rows, there, against, {
    key: keyOfCode,
    cells: (row) => ({
      status: row.status,
      'work RVU': decimal(row.workRvu, 2),
      'non-facility PE RVU': decimal(row.nonFacilityPeRvu, 2),
      'facility PE RVU': decimal(row.facilityPeRvu, 2),
      'MP RVU': decimal(row.malpracticeRvu, 2),
      'multiple procedure indicator': row.multipleProcedure,
    }),
  });
}

function compareLocalities(
  year: number,
  rows: readonly CountyList[],
  table: readonly LocalityCounties[],
): TableComparison {
  const years = table.map((row) => row.year);
  const against = years.includes(year) ? year : Math.max(...years);
  const there = table.filter((row) => row.year === against);
  const byKey = new Map(there.map((row) => [keyOfLocality(row), row]));
  // Of a list that is cut as much is held against the release's as there is of it.
  const whole = rows.map((row) => {
    const counties = byKey.get(keyOfLocality(row))?.counties ?? '';
    return row.countiesAreCut && counties.startsWith(row.counties) ? { ...row, counties } : row;
  });
  return compared('localities', year, whole, there, releaseOf(there, against), {
    key: keyOfLocality,
    cells: ({ place, area, counties }: LocalityCounties) => ({ state: place, area, counties }),
  });
}

function comparePayments(
  year: number,
  rows: readonly PaymentAmount[],
  { rvus, gpcis, factors }: MedicareTables,
): TableComparison {
  const rvusOf = groupBy(
    rvus.filter((row) => row.year === year),
    keyOfCode,
  );
  const gpciOf = new Map(gpcis.filter((row) => row.year === year).map((row) => [keyOfLocality(row), row]));
  const ofYear = factors.filter((row) => row.year === year);
  const fitting = new Map<ConversionFactor, number>();
  const onlyInFile: string[] = [];
  const unlike: { readonly row: PaymentAmount; readonly rvu: RvuRow; readonly gpci: GpciRow }[] = [];
  let same = 0;
  for (const row of rows) {
    const candidates = rvusOf.get(keyOfCode(row)) ?? [];
    const rvu = candidates.at(-1);
    const gpci = gpciOf.get(keyOfLocality(row));
    if (!rvu || !gpci || ofYear.length === 0) {
      onlyInFile.push(`${keyOfCode(row)} in ${keyOfLocality(row)}`);
      continue;
    }
    const fits = ofYear.filter((factor) =>
      candidates.some((candidate) => amountDifferences(row, candidate, gpci, factor).length === 0),
    );
    for (const factor of fits) fitting.set(factor, (fitting.get(factor) ?? 0) + 1);
    if (fits.length > 0) same += 1;
    else unlike.push({ row, rvu, gpci });
  }
  // The factor most lines were made with; without any, the one that applies unless one is a qualifying participant.
  const [best] = [...ofYear].sort((a, b) => (fitting.get(b) ?? 0) - (fitting.get(a) ?? 0));
  return {
    table: 'payment amounts',
    year,
    against: best === undefined ? '' : `the formula with the conversion factor ${dollars(best.factor)}`,
    same,
    different: unlike.length,
    differences: best ? unlike.flatMap(({ row, rvu, gpci }) => amountDifferences(row, rvu, gpci, best)) : [],
    onlyInFile,
    onlyInRelease: [],
  };
}

function amountDifferences(
  row: PaymentAmount,
  rvu: RvuRow,
  gpci: GpciRow,
  factor: ConversionFactor,
): readonly TableDifference[] {
  const amount = medicareAmount(rvu, gpci, factor);
  const pairs = [
    ['non-facility amount', row.nonFacility, amount.nonFacility],
    ['facility amount', row.facility, amount.facility],
    ['therapy-reduced amount', row.therapyReduced, amount.therapyReduced],
  ] as const;
  return pairs.flatMap(([column, file, release]) =>
    file === release
      ? []
      : [
          {
            key: `${keyOfCode(row)} in ${keyOfLocality(row)}`,
            column,
            file: cents(file),
            release: cents(release),
          },
        ],
  );
}

interface Comparing<Row> {
  readonly key: (row: Row) => string;
  readonly cells: (row: Row) => Readonly<Record<string, string>>;
}

function compared<Row>(
  table: TableComparison['table'],
  year: number,
  file: readonly Row[],
  release: readonly Row[],
  against: string,
  { key, cells }: Comparing<Row>,
): TableComparison {
  const there = new Map(release.map((row) => [key(row), row]));
  const differences: TableDifference[] = [];
  const onlyInFile: string[] = [];
  const met = new Set<string>();
  let same = 0;
  let different = 0;
  for (const row of file) {
    const its = key(row);
    const other = there.get(its);
    met.add(its);
    if (other === undefined) {
      onlyInFile.push(its);
      continue;
    }
    const otherCells = cells(other);
    const unlike = Object.entries(cells(row)).flatMap(([column, text]) => {
      const ours = otherCells[column] as string;
      return ours === text ? [] : [{ key: its, column, file: text, release: ours }];
    });
    if (unlike.length === 0) same += 1;
    else different += 1;
    differences.push(...unlike);
  }
  const onlyInRelease = [...there.keys()].filter((its) => !met.has(its));
  return { table, year, against, same, different, differences, onlyInFile, onlyInRelease };
}

function byYear<Row extends { readonly year: number }>(
  rows: readonly Row[],
): readonly (readonly [number, readonly Row[]])[] {
  return [...groupBy(rows, ({ year }) => year)].sort(([a], [b]) => a - b);
}

function releaseOf(rows: readonly unknown[], year: number): string {
  return rows.length === 0 ? '' : `the table of ${year}`;
}

function keyOfCode({ code, modifier }: Pick<RvuRow, 'code' | 'modifier'>): string {
  return modifier === '' ? code : `${code}-${modifier}`;
}

function keyOfLocality({ mac, locality }: Pick<GpciRow, 'mac' | 'locality'>): string {
  return `${mac}-${locality}`;
}

function dollars(factor: number): string {
  return decimal(factor, 4);
}

function cents(amount: number | null): string {
  return amount === null ? 'none' : decimal(amount, 2);
}

/** A whole count of its last digit as the number it stands for: 1064 with 3 digits is `1.064`. */
function decimal(count: number, digits: number): string {
  return (count / 10 ** digits).toFixed(digits);
}
