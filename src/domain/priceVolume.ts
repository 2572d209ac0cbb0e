import { type ContractLine, isInForce } from './contract.ts';

/** Units and revenue (unrounded cents) of one payer and code in two years; null in a year it was not billed. */
export interface PriceVolumeLine {
  readonly payer: string;
  readonly code: string;
  readonly before: { readonly units: number; readonly revenue: number } | null;
  readonly after: { readonly units: number; readonly revenue: number } | null;
}

/**
 * Why revenue changed from one year to another, in unrounded cents. Over the codes billed in both years, with units q
 * and average rates p before (0) and after (1), Q = Σq, R = Σq·p:
 *
 * - volume = (Q₁ ÷ Q₀ − 1) × R₀: more or fewer units at the old mix and the old rates;
 * - mix = Σ q₁·p₀ − (Q₁ ÷ Q₀) × R₀: other codes at the old rates;
 * - rate = Σ q₁·(p₁ − p₀): other rates for what was billed after.
 *
 * Volume and mix together are a Laspeyres quantity change (rates before as weights), the rate part a Paasche price change
 * (units after as weights): with that pair nothing is left over, and no joint term has to be shared out. Codes billed in
 * one of the years only have no rate to compare: `oneYear` is what they brought after minus what they brought before.
 * The four add up to the change (price, volume and mix variance of management accounting).
 */
export interface PriceVolume {
  readonly label: string;
  readonly lines: readonly PriceVolumeLine[];
  readonly before: number;
  readonly after: number;
  readonly change: number;
  readonly volume: number;
  readonly mix: number;
  readonly rate: number;
  readonly oneYear: number;
}

export interface PriceVolumeYears {
  readonly from: number;
  readonly to: number;
  /** Payers in the file's order. */
  readonly payers: readonly PriceVolume[];
  readonly total: PriceVolume;
  /** Lines of these two years, or of none, that no revenue in dollars can be told of. */
  readonly leftOut: readonly ContractLine[];
}

/** The lines but rates that have yet to begin: nothing was paid by them. */
function begun(lines: readonly ContractLine[]): readonly ContractLine[] {
  return lines.filter(({ standing }) => standing !== 'to-come');
}

/** Lines that can be compared between years: a year, a volume and a rate in dollars. */
function datedLines(lines: readonly ContractLine[]) {
  return begun(lines).flatMap(({ payer, code, modifier, year, units, terms }) =>
    year > 0 && units !== null && terms.kind === 'dollars'
      ? [{ payer, code, modifier, year, units, amount: terms.amount }]
      : [],
  );
}

/** The years of the file with volumes and dollar rates, the oldest first. No year to come is one of them. */
export function volumeYears(lines: readonly ContractLine[]): readonly number[] {
  return [...new Set(datedLines(lines).map(({ year }) => year))].sort((a, b) => a - b);
}

/**
 * The oldest year with volumes and the newest that is in force: the first weeks of a new year are not.
 *
 * Undefined where rates in force, of whatever terms, are of several years: then a date says since when a rate holds, not
 * when its units were billed, and a rate of 2024 that still pays would pass for revenue that went away.
 */
export function fullYears(lines: readonly ContractLine[]): readonly [number, number] | undefined {
  const years = volumeYears(lines);
  const [from = Number.NaN] = years;
  const inForce = lines.filter((line) => isInForce(line) && line.year > 0 && line.units !== null);
  const [to = Number.NaN, another] = new Set(inForce.map(({ year }) => year));
  return from < to && another === undefined && years.includes(to) ? [from, to] : undefined;
}

/**
 * One year of the file against a later one. For all payers the units are of payer and code, so that a move to a payer
 * that pays better is mix.
 *
 * @param years the two years; without them `fullYears`.
 * @returns undefined where the file has no such two years with volumes and dollar rates.
 */
export function priceVolume(
  lines: readonly ContractLine[],
  years: readonly [number, number] | undefined = fullYears(lines),
): PriceVolumeYears | undefined {
  if (!years) return undefined;
  const [from, to] = years;
  const known = volumeYears(lines);
  if (from >= to || !known.includes(from) || !known.includes(to)) return undefined;
  const pairs = new Map<string, PriceVolumeLine>();
  for (const { payer, code, modifier, year, units, amount } of datedLines(lines)) {
    if (year !== from && year !== to) continue;
    const name = modifier === '' ? code : `${code}-${modifier.replaceAll('|', '-')}`;
    const key = `${payer}\n${name}`;
    const pair = pairs.get(key) ?? { payer, code: name, before: null, after: null };
    const side = year === from ? 'before' : 'after';
    const revenue = units * amount;
    const sum = { units: units + (pair[side]?.units ?? 0), revenue: revenue + (pair[side]?.revenue ?? 0) };
    pairs.set(key, { ...pair, [side]: sum });
  }
  const all = [...pairs.values()];
  const payers = [...new Set(all.map(({ payer }) => payer))];
  return {
    from,
    to,
    payers: payers.map((payer) =>
      parts(
        payer,
        all.filter((line) => line.payer === payer),
      ),
    ),
    total: parts('All payers', all),
    leftOut: begun(lines).filter(
      ({ year, units, terms }) =>
        year === 0 || ((year === from || year === to) && (units === null || terms.kind !== 'dollars')),
    ),
  };
}

function parts(label: string, lines: readonly PriceVolumeLine[]): PriceVolume {
  let before = 0;
  let after = 0;
  let oneYear = 0;
  let unitsBefore = 0;
  let unitsAfter = 0;
  let revenueBefore = 0;
  let revenueAfter = 0;
  /** Σ q₁·p₀ */
  let afterAtOldRates = 0;
  for (const line of lines) {
    before += line.before?.revenue ?? 0;
    after += line.after?.revenue ?? 0;
    if (line.before && line.after && line.before.units > 0) {
      unitsBefore += line.before.units;
      unitsAfter += line.after.units;
      revenueBefore += line.before.revenue;
      revenueAfter += line.after.revenue;
      afterAtOldRates += (line.after.units * line.before.revenue) / line.before.units;
    } else oneYear += (line.after?.revenue ?? 0) - (line.before?.revenue ?? 0);
  }
  const atOldMix = unitsBefore === 0 ? 0 : (unitsAfter / unitsBefore) * revenueBefore;
  return {
    label,
    lines,
    before,
    after,
    change: after - before,
    volume: atOldMix - revenueBefore,
    mix: afterAtOldRates - atOldMix,
    rate: revenueAfter - afterAtOldRates,
    oneYear,
  };
}
