import { valueOf } from './cell.ts';
import type { ContractLine } from './contract.ts';
import type { FeeSchedule } from './feeSchedule.ts';
import type { MedicareArea } from './medicareArea.ts';
import { roundHalfAwayFromZero } from './money.ts';
import { medicareUnitRate } from './unitRate.ts';
import { isPlainLine } from './visitRates.ts';

/** A code of a contract as a list of terms takes it over. */
export interface ContractCode {
  readonly code: string;
  readonly units: number;
  /** The mean of its rates by units, whole cents; null where one is a share of an amount Medicare does not have. */
  readonly rate: number | null;
  /** The mean of its charges by units, whole cents; null where a line states none. */
  readonly charge: number | null;
}

/**
 * The codes of a contract with their volumes: lines in force without a modifier that state units, added up by code,
 * most units first. A share of Medicare becomes an amount of the given year.
 *
 * @param payer one payer as the file prints it; null = all of them together.
 */
export function contractCodes(
  lines: readonly ContractLine[],
  payer: string | null,
  schedule: FeeSchedule,
  area: MedicareArea,
  year: number,
): readonly ContractCode[] {
  const codes = new Map<string, ContractLine[]>();
  for (const line of lines) {
    if ((line.units ?? 0) === 0 || !isPlainLine(line, area)) continue;
    if (payer !== null && line.payer !== payer) continue;
    codes.set(line.code, [...(codes.get(line.code) ?? []), line]);
  }
  return [...codes]
    .map(([code, own]): ContractCode => {
      const medicare = valueOf(medicareUnitRate(schedule, code, area, year));
      return {
        code,
        units: own.reduce((total, { units }) => total + (units as number), 0),
        rate: byUnits(own, ({ terms }) => {
          if (terms.kind === 'dollars') return terms.amount;
          return medicare ? terms.share * medicare.full : null;
        }),
        charge: byUnits(own, ({ charge }) => charge),
      };
    })
    .sort((a, b) => b.units - a.units || a.code.localeCompare(b.code, 'en'));
}

function byUnits(
  lines: readonly ContractLine[],
  amountOf: (line: ContractLine) => number | null,
): number | null {
  let [sum, units] = [0, 0];
  for (const line of lines) {
    const amount = amountOf(line);
    if (amount === null) return null;
    sum += amount * (line.units as number);
    units += line.units as number;
  }
  return roundHalfAwayFromZero(sum / units);
}
