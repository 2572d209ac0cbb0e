import type { VisitUnits } from '../domain/unitRules.ts';
import { countOf } from './numbers.ts';

/** The two rules' answers as a sentence or two; the same line is read out when the minutes change. */
export function unitSentence(pooled: VisitUnits, each: VisitUnits): string {
  const minutes = pooled.services.reduce((sum, service) => sum + service.minutes, 0);
  const start = `${countOf(minutes, 'timed minute')}:`;
  // Equal totals mean equal shares: both rules then round up the same codes, those with 8 minutes or more left.
  if (pooled.total === each.total) {
    return `${start} ${countOf(pooled.total, 'unit')} under either rule.`;
  }
  const answers = `${countOf(pooled.total, 'unit')} by Medicare’s 8-minute rule, ${countOf(each.total, 'unit')} by CPT’s midpoint rule.`;
  return `${start} ${answers} ${reason(pooled, each)}`;
}

function reason(pooled: VisitUnits, each: VisitUnits): string {
  return pooled.total > each.total
    ? 'Medicare adds up minutes that are too few for a unit by themselves.'
    : 'CPT lets each service round up by itself; Medicare looks at the sum.';
}
