import type { LinePosition } from '../domain/contractPosition.ts';
import type { FeeSchedule } from '../domain/feeSchedule.ts';
import type { PlaceCode } from '../domain/place.ts';
import type { StateMarket } from '../domain/stateMarket.ts';

/** What the cards of published rates show: the states, the codes, and what the user's contract adds. */
export interface ComparedMarkets {
  readonly markets: readonly StateMarket[];
  /** The one whose matrix is shown. */
  readonly market: StateMarket;
  readonly codes: readonly string[];
  /** Units of the user's contract by code; null where each code weighs one. */
  readonly units: ReadonlyMap<string, number> | null;
  readonly familyName: string;
  readonly codeLabel: (code: string) => string;
  /** The scope in words. */
  readonly scope: string;
  readonly origin: string;
  readonly medicareYear: number;
  readonly schedule: FeeSchedule;
  readonly own: {
    readonly positions: readonly LinePosition[];
    readonly place: PlaceCode;
    readonly origin: string;
  } | null;
}
