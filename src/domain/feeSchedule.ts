import { mean } from '../stats/mean.ts';
import { type Absent, absent, type Cell, present } from './cell.ts';
import { groupBy } from './groupBy.ts';
import { type MedicareAmount, medicareAmount } from './medicareAmount.ts';
import type { ConversionFactor, GpciRow, MedicareTables, RvuRow } from './medicareTables.ts';
import type { PlaceCode } from './place.ts';

/** Which conversion factor: by date in 2024, by participation in 2026. */
export interface FactorChoice {
  /** `YYYY-MM-DD`; the factor in force that day. Without it, the factor in force at the year's end. */
  readonly onDate?: string;
  /** Qualifying APM participants have a factor of their own from 2026; everyone else is nonQP, the default. */
  readonly participation?: 'nonQP' | 'QP';
}

export interface LocalityAmount {
  readonly locality: GpciRow;
  readonly amount: MedicareAmount;
}

export interface FeeSchedule {
  /** Years with relative values, indices and a factor, ascending. */
  readonly years: readonly number[];
  /** Codes with relative values in any year, priced or not, ascending. */
  readonly codes: readonly string[];
  /** The factors a year knows for this participation, by date: two in 2024. */
  factors(year: number, participation?: 'nonQP' | 'QP'): readonly ConversionFactor[];
  /** @returns undefined when the tables hold no factor for that year and participation. */
  factor(year: number, choice?: FactorChoice): ConversionFactor | undefined;
  /** The relative values that price the code, or why Medicare does not price it by this schedule. */
  relativeValues(code: string, year: number): Cell<RvuRow>;
  /** Localities filed under the place (null = all), in the file's order. */
  localities(year: number, place: PlaceCode | null): readonly GpciRow[];
  /** One amount per locality of the place (null = the nation). */
  amounts(
    code: string,
    year: number,
    place: PlaceCode | null,
    choice?: FactorChoice,
  ): Cell<readonly LocalityAmount[]>;
  /**
   * Mean over the place's localities of the non-facility amounts, each rounded to the cent first: the denominator of
   * percent of Medicare where the provider's locality is not known. Unrounded cents.
   */
  placeMean(code: string, year: number, place: PlaceCode, choice?: FactorChoice): Cell;
}

/** Indexes the CMS tables once; answers are remembered, because every vote asks for its own place and year. */
export function buildFeeSchedule(tables: MedicareTables): FeeSchedule {
  const rvus = new Map<string, RvuRow>();
  for (const row of tables.rvus) {
    // Keyed without modifier rows: 26 and TC rows price a part of the service.
    if (row.modifier === '') rvus.set(`${row.code} ${row.year}`, row);
  }
  const rvuYears = new Set(tables.rvus.map((row) => row.year));
  const gpcis = groupBy(tables.gpcis, (row) => row.year);
  const factors = groupBy(tables.factors, (row) => row.year);
  const years = [...rvuYears].filter((year) => gpcis.has(year) && factors.has(year)).sort((a, b) => a - b);
  const codes = [...new Set([...rvus.values()].map((row) => row.code))].sort();
  const means = new Map<string, Cell>();

  function factorsOf(year: number, participation: 'nonQP' | 'QP' = 'nonQP'): readonly ConversionFactor[] {
    return (factors.get(year) ?? []).filter(
      (row) => row.appliesTo === 'all' || row.appliesTo === participation,
    );
  }

  function factor(year: number, choice: FactorChoice = {}): ConversionFactor | undefined {
    const fitting = factorsOf(year, choice.participation);
    const { onDate } = choice;
    if (onDate === undefined) return fitting.at(-1);
    return fitting.find((row) => row.from <= onDate && onDate <= row.to);
  }

  function relativeValues(code: string, year: number): Cell<RvuRow> {
    const row = rvus.get(`${code} ${year}`);
    if (!row) {
      return absent(
        'not-priced',
        rvuYears.has(year)
          ? `${code} is not in the ${year} Medicare tables of this release`
          : `no Medicare tables for ${year} in this release`,
      );
    }
    return reasonNotPriced(row) ?? present(row);
  }

  function localities(year: number, place: PlaceCode | null): readonly GpciRow[] {
    const all = gpcis.get(year) ?? [];
    return place === null ? all : all.filter((row) => row.place === place);
  }

  function amounts(code: string, year: number, place: PlaceCode | null, choice: FactorChoice = {}) {
    const rvu = relativeValues(code, year);
    if (rvu.kind === 'absent') return rvu;
    const inForce = factor(year, choice);
    if (!inForce)
      return absent('not-priced', `no conversion factor for ${choice.onDate ?? year} in this release`);
    const here = localities(year, place);
    if (here.length === 0)
      return absent('not-priced', `no Medicare locality for ${place ?? 'any place'} in ${year}`);
    return present(
      here.map((locality) => ({ locality, amount: medicareAmount(rvu.value, locality, inForce) })),
    );
  }

  function placeMean(code: string, year: number, place: PlaceCode, choice: FactorChoice = {}): Cell {
    const key = [code, year, place, choice.onDate, choice.participation].join(' ');
    const cell = means.get(key) ?? meanOf(amounts(code, year, place, choice));
    means.set(key, cell);
    return cell;
  }

  return { years, codes, factors: factorsOf, factor, relativeValues, localities, amounts, placeMean };
}

function meanOf(all: Cell<readonly LocalityAmount[]>): Cell {
  return all.kind === 'absent' ? all : present(mean(all.value.map(({ amount }) => amount.nonFacility)));
}

/** CMS status codes: only A, R and T are paid from relative values, and only when there are any. */
function reasonNotPriced(row: RvuRow): Absent | undefined {
  switch (row.status) {
    case 'A':
    case 'R':
    case 'T':
      if (row.workRvu + row.nonFacilityPeRvu + row.malpracticeRvu > 0) return undefined;
      return absent('not-priced', 'Medicare gives it no relative values; its contractor prices it');
    case 'B':
      return absent('not-priced', 'Medicare bundles it into other services and pays nothing apart');
    case 'C':
      return absent('not-priced', 'priced by the Medicare contractor, not by the fee schedule');
    case 'I':
      return absent('not-priced', 'not valid for Medicare, which uses another code');
    case 'N':
      return absent('not-priced', 'not covered by Medicare');
    default:
      return absent('not-priced', `Medicare status ${row.status}: not paid from relative values`);
  }
}
