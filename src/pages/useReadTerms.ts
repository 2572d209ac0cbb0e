import { useMemo } from 'react';
import type { ContractTerm } from '../domain/contractTerm.ts';
import type { FeeSchedule } from '../domain/feeSchedule.ts';
import type { MedicareArea } from '../domain/medicareArea.ts';
import { yearlyChange } from '../domain/medicareYears.ts';
import { listHistory, type TermListLine } from '../domain/termList.ts';
import { percentIn, termOf } from './termDraft.ts';
import { termLinesOf } from './termLines.ts';
import type { TermsView } from './termsView.ts';

interface ReadTerms {
  /** null as long as anything that is typed cannot be read. */
  readonly terms: {
    readonly a: ContractTerm;
    readonly b: ContractTerm;
    readonly lines: readonly TermListLine[];
    /** Medicare's yearly change ahead, a fraction. */
    readonly growth: number;
  } | null;
  /** What cannot be read, in words. */
  readonly unreadable: readonly string[];
  /** Medicare's yearly change for the list so far; undefined where it has no history. */
  readonly change: number | undefined;
}

/** Reads what is typed: two terms, the codes with their volumes, and how Medicare goes on. */
export function useReadTerms(view: TermsView, schedule: FeeSchedule, area: MedicareArea): ReadTerms {
  const { lines, faults } = useMemo(
    () => termLinesOf(view.lines, view.chargeGrowth, schedule, area),
    [view.lines, view.chargeGrowth, schedule, area],
  );
  const { a, b } = useMemo(() => ({ a: termOf(view.a), b: termOf(view.b) }), [view.a, view.b]);
  const change = yearlyChange(listHistory(lines));
  const growth = view.growth === null ? (change ?? 0) : percentIn(view.growth);
  const unreadable = [
    ...(typeof a === 'string' ? [`term A: ${a}`] : []),
    ...(typeof b === 'string' ? [`term B: ${b}`] : []),
    ...faults,
    ...(growth === undefined ? ['Medicare’s change is a percentage above −100 and up to 1,000'] : []),
  ];
  const isRead =
    typeof a !== 'string' && typeof b !== 'string' && faults.length === 0 && growth !== undefined;
  return { terms: isRead ? { a, b, lines, growth } : null, unreadable, change };
}
