import { eightMinuteRule, midpointRule } from './unitRules.ts';

/** A service of a visit: minutes where it is sold by the quarter of an hour, units where it is not. */
export type VisitService =
  | { readonly code: string; readonly minutes: number }
  | { readonly code: string; readonly units: number };

/** A kind of visit that comes often, and how often. */
export interface TypicalVisit {
  readonly id: string;
  readonly name: string;
  readonly services: readonly VisitService[];
  /** Furnished by an assistant (modifiers CQ, CO). */
  readonly assistant: boolean;
  /** Visits of this kind in a year. */
  readonly perYear: number;
}

export const unitRules = ['eight-minute', 'midpoint'] as const;
/** How minutes become units: Medicare's sum of all minutes, or CPT's code by code. */
export type UnitRule = (typeof unitRules)[number];

export interface BilledService {
  readonly code: string;
  /** At least 1. */
  readonly units: number;
}

/** What is billed for a visit: codes with a unit or more, in the order first given; a code given twice is added up. */
export function billedServices(visit: TypicalVisit, rule: UnitRule): readonly BilledService[] {
  const timed = visit.services.filter((service) => 'minutes' in service);
  const counted = rule === 'eight-minute' ? eightMinuteRule(timed) : midpointRule(timed);
  const units = new Map(visit.services.map(({ code }) => [code, 0]));
  for (const service of [...counted.services, ...visit.services.filter((each) => 'units' in each)]) {
    units.set(service.code, (units.get(service.code) ?? 0) + service.units);
  }
  return [...units].filter(([, count]) => count > 0).map(([code, count]) => ({ code, units: count }));
}
