import { type BasketIndex, type BasketItem, basketIndex, commonCodes } from './basketIndex.ts';
import { absent, type Cell } from './cell.ts';
import type { LinePosition } from './contractPosition.ts';
import type { FeeSchedule } from './feeSchedule.ts';
import { payers } from './payer.ts';
import type { PlaceCode } from './place.ts';
import { linesMean, sameService } from './rateMatrix.ts';
import type { StateMarket } from './stateMarket.ts';

/** The column of the user's own rates beside the states. */
export const ownColumn = 'own';

export interface FamilyIndexInput {
  readonly codes: readonly string[];
  /** Units by code; null = every code weighs one. */
  readonly units: ReadonlyMap<string, number> | null;
  readonly markets: readonly StateMarket[];
  readonly schedule: FeeSchedule;
  readonly medicareYear: number;
  /** Whether every cell counts only the codes that all cells with any have. */
  readonly isCommon: boolean;
  /** The user's lines in force, and the desk's state; null where no contract is loaded. */
  readonly own: { readonly positions: readonly LinePosition[]; readonly place: PlaceCode } | null;
}

/** A family of codes as one number for each payer in each state. */
export interface FamilyIndex {
  readonly payers: readonly { readonly id: string; readonly name: string }[];
  /** States in the order given, then `ownColumn` where there is a contract. */
  readonly columns: readonly string[];
  /** The codes all counted cells share; null where each counts its own. */
  readonly only: ReadonlySet<string> | null;
  cell(payerId: string, column: string): BasketIndex;
}

const noAmount = absent('not-in-input');
const noBasket: BasketIndex = { value: noAmount, held: [], codes: 0, share: 0 };

/** The same basket at each payer's published medians in each state, and at the user's own rates, as a share of Medicare's. */
export function familyIndex(input: FamilyIndexInput): FamilyIndex {
  const { codes, units, markets, schedule, medicareYear, isCommon, own } = input;
  const weightOf = (code: string) => (units === null ? 1 : (units.get(code) ?? 0));
  const names = new Map<string, string>();
  const baskets = new Map<string, readonly BasketItem[]>();
  for (const market of markets) {
    for (const code of codes) {
      for (const row of market.rowsOf(code)) if (row.n > 0) names.set(row.id, row.name);
    }
  }
  const ids = ['buca', ...payers.map(({ id }) => id)].filter((id) => names.has(id));
  for (const id of ids) {
    for (const market of markets) {
      baskets.set(
        `${id} ${market.place}`,
        codes.map((code) => ({
          code,
          weight: weightOf(code),
          amount: market.rowsOf(code).find((row) => row.id === id)?.median ?? market.gapOf(code, id),
          medicare: schedule.placeMean(code, medicareYear, market.place),
        })),
      );
    }
    if (own) {
      const mine = sameService(own.positions, own.place).filter(({ line }) => isOf(line, id));
      baskets.set(
        `${id} ${ownColumn}`,
        codes.map((code) => {
          const lines = mine.filter(({ line }) => line.code === code);
          return {
            code,
            weight: weightOf(code),
            amount: meanCell(lines, 'own'),
            medicare: meanCell(lines, 'medicare'),
          };
        }),
      );
    }
  }
  const only = isCommon ? commonCodes([...baskets.values()]) : null;
  const known = new Map([...baskets].map(([key, items]) => [key, basketIndex(items, only)]));
  return {
    payers: ids.map((id) => ({ id, name: names.get(id) ?? id })),
    columns: [...markets.map(({ place }) => place), ...(own ? [ownColumn] : [])],
    only,
    cell: (payerId, column) => known.get(`${payerId} ${column}`) ?? noBasket,
  };
}

/** Units of each code over a contract's lines; null where it states none. */
export function unitsByCode(positions: readonly LinePosition[]): ReadonlyMap<string, number> | null {
  const units = new Map<string, number>();
  for (const { line } of positions) {
    if (line.units !== null) units.set(line.code, (units.get(line.code) ?? 0) + line.units);
  }
  return units.size === 0 ? null : units;
}

const bucaIds: ReadonlySet<string> = new Set(payers.filter(({ inBuca }) => inBuca).map(({ id }) => id));

/** Commercial lines only: the published side is the commercial market. */
function isOf({ market, planLine }: LinePosition['line'], id: string): boolean {
  if (planLine !== 'Commercial') return false;
  return id === 'buca' ? bucaIds.has(market) : market === id;
}

function meanCell(lines: readonly LinePosition[], of: 'own' | 'medicare'): Cell {
  return lines.length === 0 ? noAmount : linesMean(lines, of, true);
}
