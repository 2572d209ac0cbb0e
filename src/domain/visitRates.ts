import { quantileSorted } from '../stats/quantile.ts';
import { sortedCopy } from '../stats/sortedCopy.ts';
import { type Cell, present, valueOf } from './cell.ts';
import { type ContractLine, isInForce, isWholeService } from './contract.ts';
import type { FeeSchedule } from './feeSchedule.ts';
import type { MedicareArea } from './medicareArea.ts';
import { type PayerId, payerById, payers } from './payer.ts';
import type { PlaceCode } from './place.ts';
import type { Plan, RateTable } from './rateTable.ts';
import { digestKey, type ReleaseDigest } from './releaseDigest.ts';
import { medicareUnitRate } from './unitRate.ts';
import type { VisitRate } from './visitBoard.ts';

/** A payer and what it pays for one unit of each code asked for. */
export interface PayerRates {
  readonly id: 'buca' | PayerId;
  readonly name: string;
  readonly rates: ReadonlyMap<string, VisitRate>;
}

/**
 * The market's medians in a place, by payer: the default figures of the release, as its pages print them. They come in
 * one file for all codes and places, so that looking at a visit asks the site for nothing that names a code.
 */
export function marketRates(
  digest: ReleaseDigest,
  codes: readonly string[],
  place: PlaceCode | null,
): readonly PayerRates[] {
  return byPayer(codes, (code) => {
    const figures = digest.figures.get(digestKey(code, place));
    return new Map([...(figures ?? [])].map(([id, { median, n }]) => [id, { rate: median, n }]));
  });
}

/** The medians of a user's own rates, by payer: one line is enough, because a contract has one rate a code. */
export function ownRates(
  tables: ReadonlyMap<string, RateTable>,
  codes: readonly string[],
): readonly PayerRates[] {
  return byPayer(codes, (code) => {
    const table = tables.get(code);
    if (!table) return new Map();
    const amounts = new Map<string, number[]>();
    for (let row = 0; row < table.length; row++) {
      // A modifier prices something else: an assistant's service, a part of one.
      if (table.modifiers[table.modifier[row] as number] !== '') continue;
      const { payer } = table.plans[table.plan[row] as number] as Plan;
      amounts.set(payer, [...(amounts.get(payer) ?? []), table.cents[row] as number]);
    }
    return new Map(
      [...amounts].map(([id, list]) => [
        id,
        { rate: present(quantileSorted(sortedCopy(list), 0.5, 'type7')), n: list.length },
      ]),
    );
  });
}

/**
 * The rates of a practice's contract, by payer: where each line of the code states its units their mean by units, else
 * the median of the lines. A share of Medicare is one of Medicare's amount in the area and year; where Medicare has none
 * and no line states dollars the rate is absent for Medicare's reason, because the payer has visits all the same. Lines
 * with a modifier price something else, and lines of another state are another practice's.
 */
export function contractRates(
  lines: readonly ContractLine[],
  codes: readonly string[],
  schedule: FeeSchedule,
  area: MedicareArea,
  year: number,
): readonly PayerRates[] {
  return byPayer(codes, (code) => {
    const medicare = medicareUnitRate(schedule, code, area, year);
    const full = valueOf(medicare)?.full;
    const found = new Map<string, { amount: number; units: number | null }[]>();
    const unpriced = new Map<string, number>();
    for (const line of lines) {
      if (line.code !== code || !isPlainLine(line, area)) continue;
      const { terms, market, units } = line;
      if (terms.kind === 'dollars' || full !== undefined) {
        const amount = terms.kind === 'dollars' ? terms.amount : terms.share * (full as number);
        found.set(market, [...(found.get(market) ?? []), { amount, units }]);
      } else {
        unpriced.set(market, (unpriced.get(market) ?? 0) + 1);
      }
    }
    return new Map([
      ...(medicare.kind === 'absent'
        ? [...unpriced].map(([id, n]): [string, VisitRate] => [id, { rate: medicare, n }])
        : []),
      // What states dollars comes last, and counts.
      ...[...found].map(([id, each]): [string, VisitRate] => [id, { rate: rateOf(each), n: each.length }]),
    ]);
  });
}

/** Whether a line of a contract is in force and prices a whole service where the practice is. */
export function isPlainLine(line: ContractLine, area: MedicareArea): boolean {
  return isInForce(line) && isWholeService(line, area.place);
}

function rateOf(each: readonly { readonly amount: number; readonly units: number | null }[]): Cell {
  // Not a number where one line states none.
  const units = each.reduce((total, line) => total + (line.units ?? Number.NaN), 0);
  if (units > 0) {
    return present(each.reduce((total, line) => total + line.amount * (line.units as number), 0) / units);
  }
  return present(quantileSorted(sortedCopy(each.map(({ amount }) => amount)), 0.5, 'type7'));
}

function byPayer(
  codes: readonly string[],
  ratesOf: (code: string) => ReadonlyMap<string, VisitRate>,
): readonly PayerRates[] {
  const found = new Map(codes.map((code) => [code, ratesOf(code)]));
  return (['buca', ...payers.map(({ id }) => id)] as const).flatMap((id) => {
    const rates = new Map(
      [...found].flatMap(([code, all]) => {
        const rate = all.get(id);
        return rate ? [[code, rate] as const] : [];
      }),
    );
    return rates.size === 0 ? [] : [{ id, name: id === 'buca' ? 'BUCA' : payerById(id).name, rates }];
  });
}
