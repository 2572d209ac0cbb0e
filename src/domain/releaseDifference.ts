import type { Cell } from './cell.ts';
import { type PayerId, payers } from './payer.ts';
import type { PlaceCode } from './place.ts';
import type { Plan, Provider, RateSource, RateTable } from './rateTable.ts';
import { type DigestFigures, digestMeasures, type ReleaseDigest } from './releaseDigest.ts';

/** A default figure of one release that is another, or none, in the other. */
export interface MovedFigure {
  readonly code: string;
  /** null = the nation. */
  readonly place: PlaceCode | null;
  /** `buca` or a payer. */
  readonly row: string;
  readonly was: DigestFigures | undefined;
  readonly now: DigestFigures | undefined;
}

/** The figures that differ between two digests in any measure, those of the first in its order, then new ones. */
export function movedFigures(was: ReleaseDigest, now: ReleaseDigest): readonly MovedFigure[] {
  const keys = new Set([...was.figures.keys(), ...now.figures.keys()]);
  return [...keys].flatMap((key) => {
    const [code, place] = key.split(' ') as [string, string];
    const [before, after] = [was.figures.get(key), now.figures.get(key)];
    const rows = new Set([...(before?.keys() ?? []), ...(after?.keys() ?? [])]);
    return [...rows].flatMap((row) => {
      const pair = { was: before?.get(row), now: after?.get(row) };
      if (isSame(pair.was, pair.now)) return [];
      return [{ code, place: place === 'US' ? null : place, row, ...pair }];
    });
  });
}

function isSame(was: DigestFigures | undefined, now: DigestFigures | undefined): boolean {
  if (was === undefined || now === undefined) return was === now;
  return was.n === now.n && digestMeasures.every((measure) => isSameCell(was[measure], now[measure]));
}

function isSameCell(was: Cell, now: Cell): boolean {
  return was.kind === 'value' ? now.kind === 'value' && was.value === now.value : now.kind === 'absent';
}

/** What became of the rates behind a figure, counted as providers have them. */
export interface RateChanges {
  /** In files that only the newer release has. */
  readonly cameWithFiles: number;
  /** In files that only the older release has. */
  readonly wentWithFiles: number;
  /** In files that both have. */
  readonly cameWithin: number;
  readonly wentWithin: number;
}

/**
 * Compares the rates of one code, place and row of two releases, whatever the scope. Rates are the same where provider,
 * payer, plan, terms, amount and file are; ids are each release's own and count for nothing.
 */
export function rateChanges(
  was: RateTable,
  now: RateTable,
  place: PlaceCode | null,
  row: string,
): RateChanges {
  const before = ratesByFile(was, place, row);
  const after = ratesByFile(now, place, row);
  const changes = { cameWithFiles: 0, wentWithFiles: 0, cameWithin: 0, wentWithin: 0 };
  const [filesBefore, filesAfter] = [filesOf(was), filesOf(now)];
  for (const [file, rates] of after) {
    const extra = countExtra(rates, before.get(file));
    if (filesBefore.has(file)) changes.cameWithin += extra;
    else changes.cameWithFiles += extra;
  }
  for (const [file, rates] of before) {
    const extra = countExtra(rates, after.get(file));
    if (filesAfter.has(file)) changes.wentWithin += extra;
    else changes.wentWithFiles += extra;
  }
  return changes;
}

/** What a published file is called across releases. */
export function sourceKey({ name, date }: RateSource): string {
  return `${name}\u0001${date}`;
}

function filesOf({ sources }: RateTable): ReadonlySet<string> {
  return new Set(sources.map(sourceKey));
}

const bucaPayers: ReadonlySet<PayerId> = new Set(payers.filter(({ inBuca }) => inBuca).map(({ id }) => id));

function ratesByFile(
  table: RateTable,
  place: PlaceCode | null,
  row: string,
): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const files = new Map<string, Map<string, number>>();
  for (let rate = 0; rate < table.length; rate++) {
    const provider = table.providers[table.provider[rate] as number] as Provider;
    const plan = table.plans[table.plan[rate] as number] as Plan;
    const source = table.sources[table.source[rate] as number] as RateSource;
    if (place !== null && provider.place !== place) continue;
    if (row === 'buca' ? !bucaPayers.has(plan.payer) : plan.payer !== row) continue;
    const key = JSON.stringify([
      provider.place,
      provider.name,
      plan.payerRaw,
      plan.plan,
      plan.line,
      table.codeType[rate],
      table.setting[rate],
      table.billingClass[rate],
      table.modifiers[table.modifier[rate] as number],
      table.methodologies[table.methodology[rate] as number],
      table.flags[rate],
      table.cents[rate],
    ]);
    const own = files.get(sourceKey(source)) ?? new Map<string, number>();
    own.set(key, (own.get(key) ?? 0) + (table.counts?.[table.provider[rate] as number] ?? 1));
    files.set(sourceKey(source), own);
  }
  return files;
}

function countExtra(
  rates: ReadonlyMap<string, number>,
  others: ReadonlyMap<string, number> | undefined,
): number {
  let extra = 0;
  for (const [key, count] of rates) extra += Math.max(0, count - (others?.get(key) ?? 0));
  return extra;
}
