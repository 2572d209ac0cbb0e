import { wholeShares } from '../stats/wholeShares.ts';
import { type ContractLine, isInForce } from './contract.ts';
import { groupBy } from './groupBy.ts';

/** Units of one code in a file of volumes, added up over its lines. */
export interface VolumeLine
  extends Pick<
    ContractLine,
    'line' | 'lines' | 'code' | 'modifier' | 'market' | 'planLine' | 'place' | 'site'
  > {
  /** As in a contract's line; '' where the file of volumes names none, and `market` is then without meaning. */
  readonly payer: string;
  /** More than 0. */
  readonly units: number;
}

/** What of a line the contract does not have. */
export type NoMatch = 'code' | 'payer' | 'modifier' | 'place of service' | 'state';

export interface VolumeJoin {
  /** The contract's lines with the file's units; null where the file has none for them. */
  readonly lines: readonly ContractLine[];
  /** Units that found a line; `matched` + those of `unmatched` are all units of the volumes. */
  readonly matched: number;
  /** Units among them that fit several lines and were spread over these. */
  readonly spread: number;
  readonly unmatched: readonly { readonly volume: VolumeLine; readonly why: NoMatch }[];
}

/**
 * Puts volumes on a contract's lines in force, by code and payer. A payer is the same where the names are (letters and
 * digits), else where both read as the same payer and line of business; a name no table knows matches itself only.
 * Units that name no payer fit every line of their code. A modifier that changes the price must be the same; where a
 * file states none, lines without one come first. Place of service and state narrow what is left where both state one.
 *
 * Units that fit several lines are spread over them by the units these state themselves, evenly where they state none,
 * in whole units (`wholeShares`). Volumes the contract stated before are replaced, not added to.
 */
export function joinVolumes(contract: readonly ContractLine[], volumes: readonly VolumeLine[]): VolumeJoin {
  const byCode = groupBy(contract.filter(isInForce), ({ code }) => code);
  const units = new Map<string, number>();
  const unmatched: { volume: VolumeLine; why: NoMatch }[] = [];
  let matched = 0;
  let spread = 0;
  for (const volume of volumes) {
    const found = linesFor(volume, byCode.get(volume.code) ?? []);
    if (typeof found === 'string') {
      unmatched.push({ volume, why: found });
      continue;
    }
    matched += volume.units;
    if (found.length > 1) spread += volume.units;
    const shares = spreadUnits(
      volume.units,
      found.map((line) => line.units ?? 0),
    );
    for (const [index, { id }] of found.entries())
      units.set(id, (units.get(id) ?? 0) + (shares[index] as number));
  }
  return {
    lines: contract.map((line) => ({ ...line, units: units.get(line.id) ?? null })),
    matched,
    spread,
    unmatched,
  };
}

function linesFor(volume: VolumeLine, ofCode: readonly ContractLine[]): readonly ContractLine[] | NoMatch {
  if (ofCode.length === 0) return 'code';
  const ofPayer = samePayer(volume, ofCode);
  if (ofPayer.length === 0) return 'payer';
  const sameModifier = ofPayer.filter(({ modifier }) => modifier === volume.modifier);
  const ofModifier = volume.modifier === '' && sameModifier.length === 0 ? ofPayer : sameModifier;
  if (ofModifier.length === 0) return 'modifier';
  const ofSite = narrowed(ofModifier, volume.site, ({ site }) => site);
  if (ofSite.length === 0) return 'place of service';
  const ofPlace = narrowed(ofSite, volume.place, ({ place }) => place);
  return ofPlace.length === 0 ? 'state' : ofPlace;
}

function samePayer(volume: VolumeLine, lines: readonly ContractLine[]): readonly ContractLine[] {
  if (volume.payer === '') return lines;
  const name = lettersOf(volume.payer);
  const sameName = lines.filter(({ payer }) => lettersOf(payer) === name);
  if (sameName.length > 0) return sameName;
  // Everybody the table does not know reads as "other": that is not the same payer.
  if (volume.market === 'other') return [];
  return lines.filter(({ market, planLine }) => market === volume.market && planLine === volume.planLine);
}

/** Lines that state the same, else those that state nothing; all of them where the volume states nothing. */
function narrowed(
  lines: readonly ContractLine[],
  wanted: string,
  of: (line: ContractLine) => string,
): readonly ContractLine[] {
  if (wanted === '') return lines;
  const same = lines.filter((line) => of(line) === wanted);
  return same.length > 0 ? same : lines.filter((line) => of(line) === '');
}

function lettersOf(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Whole units in proportion to weights that add up to them exactly; evenly where all weights are 0. */
export function spreadUnits(units: number, weights: readonly number[]): readonly number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return wholeShares(
    weights.map((weight) => (total > 0 ? (units * weight) / total : units / weights.length)),
    units,
  );
}
