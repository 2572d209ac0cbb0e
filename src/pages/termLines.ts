import type { FeeSchedule } from '../domain/feeSchedule.ts';
import type { MedicareArea } from '../domain/medicareArea.ts';
import { medicareHistory } from '../domain/medicareYears.ts';
import { newestYear } from '../domain/newestYear.ts';
import type { TermListLine } from '../domain/termList.ts';
import { amountIn, chargeOf, type TermLineDraft } from './termDraft.ts';
import { countIn, wholeNumber } from './visitDraft.ts';

export const mostTermUnits = 10_000_000;

/** Which cells of a typed line cannot be used. */
export function lineFaults({ units, rate, charge }: TermLineDraft) {
  return {
    units: countIn(units, mostTermUnits) === undefined,
    rate: rate.trim() !== '' && amountIn(rate) === undefined,
    charge: charge.trim() !== '' && amountIn(charge) === undefined,
  };
}

/** The list as far as it can be read; a fault of a line is named by its code. */
export function termLinesOf(
  drafts: readonly TermLineDraft[],
  chargeGrowth: string,
  schedule: FeeSchedule,
  area: MedicareArea,
): { readonly lines: readonly TermListLine[]; readonly faults: readonly string[] } {
  const newest = newestYear(schedule.years);
  const faults: string[] = [];
  const lines = drafts.flatMap((draft): readonly TermListLine[] => {
    const { code } = draft;
    const wrong = lineFaults(draft);
    const charge = chargeOf(draft.charge, chargeGrowth, newest);
    if (wrong.units) faults.push(`units of ${code} are ${wholeNumber(mostTermUnits)}`);
    if (wrong.rate) faults.push(`the rate of ${code} is dollars and cents`);
    if (wrong.charge) faults.push(`the charge of ${code} is dollars and cents`);
    if (!wrong.charge && charge === undefined && !faults.includes(growthFault)) faults.push(growthFault);
    if (charge === undefined || Object.values(wrong).some(Boolean)) return [];
    const units = countIn(draft.units, mostTermUnits) ?? 0;
    const listed = draft.rate.trim() === '' ? null : (amountIn(draft.rate) ?? null);
    return [{ code, units, charge, listed, history: medicareHistory(schedule, code, area) }];
  });
  return { lines, faults };
}

const growthFault = 'the charges’ yearly change is a percentage above −100 and up to 1,000';
