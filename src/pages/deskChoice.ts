import type { ImpactGrouping } from '../domain/contractImpact.ts';
import type { MarketPool } from '../domain/contractMarket.ts';
import type { DeskPlace, Target } from '../domain/contractPosition.ts';
import type { PlaceCode } from '../domain/place.ts';
import { firstScenarios, type Scenario } from '../domain/scenario.ts';
import type { Site } from '../domain/scope.ts';

/** What a contract is held against. In memory only, like the file. */
export interface DeskChoice extends DeskPlace {
  /** Where the published rates are from; null = every place with files, pooled. */
  readonly marketPlace: PlaceCode | null;
  readonly site: Site;
  readonly pool: MarketPool;
  /** null = each line's own year. */
  readonly medicareYear: number | null;
  /** null = as suits the market, until the user says. */
  readonly target: Target | null;
  readonly grouping: ImpactGrouping;
  /** A, B and C. */
  readonly scenarios: readonly Scenario[];
}

/**
 * A desk in a state, everything else as it starts: the state's own rates where it has any. The state is the user's to
 * choose and never read from the file, because the files that are then loaded carry its name.
 */
export function deskIn(place: PlaceCode, hasRates: boolean, before: DeskChoice | undefined): DeskChoice {
  const standard = {
    site: 'all',
    pool: 'payer',
    medicareYear: null,
    target: null,
    grouping: 'line',
    scenarios: firstScenarios,
  } as const;
  return { ...standard, ...before, place, locality: null, marketPlace: hasRates ? place : null };
}
