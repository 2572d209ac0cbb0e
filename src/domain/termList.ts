import { absent, type Cell, present } from './cell.ts';
import type { Charge, ContractTerm, MedicareYear, TermAmount } from './contractTerm.ts';
import {
  compareTerms,
  comparisonOf,
  type TermComparison,
  type TermSide,
  type TermYear,
} from './termComparison.ts';

/** A code of a contract, with what the terms need to price it. */
export interface TermListLine {
  readonly code: string;
  /** Units in a year. */
  readonly units: number;
  readonly charge: Charge | null;
  /** The code's own fixed amount; unrounded cents. */
  readonly listed: number | null;
  /** CMS's own years. */
  readonly history: readonly MedicareYear[];
}

export interface TermListRow {
  readonly line: TermListLine;
  readonly comparison: TermComparison;
  /** Medicare for all units of all years. */
  readonly medicare: Cell;
  /** Whether both terms have an amount in every year: only then is it in the sums. */
  readonly isCounted: boolean;
}

export interface TermListComparison {
  /** In the list's order. */
  readonly rows: readonly TermListRow[];
  /** All units of the counted codes, year by year: amounts are sums, and its totals sums of sums. */
  readonly whole: TermComparison;
  /** Medicare for all units of the counted codes over all years. */
  readonly medicare: Cell;
}

/**
 * Both terms over a list of codes with volumes: code by code, and in all.
 *
 * Worked: 100 units at $40 against 110% of $30, and 50 at $40 against 110% of $44: $6,000 against $3,300 + $2,420.
 *
 * @param runOf the years a line is compared over; every line has the same ones.
 */
export function compareList(
  { a, b }: { readonly a: ContractTerm; readonly b: ContractTerm },
  lines: readonly TermListLine[],
  runOf: (line: TermListLine) => readonly MedicareYear[],
): TermListComparison {
  const rows = lines.map((line): TermListRow => {
    const { charge, units, listed, history } = line;
    const comparison = compareTerms({ a, b, charge, units, listed }, runOf(line), history);
    return {
      line,
      comparison,
      medicare: sumOf(comparison.years.map(({ medicare }) => ({ units, cell: medicare.amount }))),
      isCounted: comparison.totals.difference.kind === 'value',
    };
  });
  const counted = rows.filter(({ isCounted }) => isCounted);
  const [first] = rows;
  const run = (first?.comparison.years ?? []).map(
    ({ medicare: { year, isAssumed } }, index): MedicareYear => ({
      year,
      isAssumed,
      amount: sumOf(
        counted.map(({ line: { code, units }, comparison }) => ({
          units,
          cell: ofCode(code, (comparison.years[index] as TermYear).medicare.amount),
        })),
      ),
    }),
  );
  return {
    rows,
    whole: comparisonOf(run, amountsOf(counted, run, 'a'), amountsOf(counted, run, 'b'), 1),
    medicare: sumOf(counted.map(({ line, medicare }) => ({ units: 1, cell: ofCode(line.code, medicare) }))),
  };
}

/** Medicare's amount for a sum over codes: one code's reason is not the whole list's, so its absence names the code. */
function ofCode(code: string, amount: Cell): Cell {
  return amount.kind === 'value' ? amount : absent('not-comparable', `Medicare does not price ${code}`);
}

/** Σ units × amount; absent where one of them is, or there are none. */
function sumOf(parts: readonly { readonly units: number; readonly cell: Cell }[]): Cell {
  if (parts.length === 0) return absent('not-comparable', 'no code has an amount from both terms');
  let sum = 0;
  for (const { units, cell } of parts) {
    if (cell.kind === 'absent') return cell;
    sum += units * cell.value;
  }
  return present(sum);
}

function amountsOf(
  counted: readonly TermListRow[],
  run: readonly MedicareYear[],
  side: TermSide,
): readonly TermAmount[] {
  return run.map(({ year }, index): TermAmount => {
    const years = counted.map(({ line, comparison }) => ({
      units: line.units,
      own: (comparison.years[index] as TermYear)[side],
    }));
    return {
      year,
      rate: sumOf(years.map(({ units, own }) => ({ units, cell: own.rate }))),
      amount: sumOf(years.map(({ units, own }) => ({ units, cell: own.amount }))),
      isCharge: years.some(({ own }) => own.isCharge),
    };
  });
}

/**
 * Medicare's history for all units of the lines that have units and that it prices in every year: the base its own change
 * is read from. Lines without units alone would be a history of nothing, and its change 0 ÷ 0.
 */
export function listHistory(lines: readonly TermListLine[]): readonly MedicareYear[] {
  const priced = lines.filter(
    ({ units, history }) => units > 0 && history.every(({ amount }) => amount.kind === 'value'),
  );
  return (priced[0]?.history ?? []).map(({ year }, index) => ({
    year,
    isAssumed: false,
    amount: sumOf(
      priced.map(({ units, history }) => ({
        units,
        cell: (history[index] as MedicareYear).amount,
      })),
    ),
  }));
}
