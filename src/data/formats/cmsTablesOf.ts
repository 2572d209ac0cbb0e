import type { CmsTables } from '../../domain/cmsComparison.ts';
import { knownFactor } from '../../domain/knownFactors.ts';
import type { ConversionFactor } from '../../domain/medicareTables.ts';
import type { CmsLine, GpciLine, LocalityLine, PaymentLine, RvuLine } from './cmsTables.ts';

type Dated<Line> = Line & { readonly year: number };

export interface CmsTablesOf extends CmsTables {
  readonly rvus: readonly Dated<RvuLine>[];
  readonly gpcis: readonly Dated<GpciLine & { readonly release: string }>[];
  readonly localities: readonly Dated<LocalityLine>[];
  readonly payments: readonly PaymentLine[];
  /** Lines of no known year: no release has a place for them. */
  readonly withoutYear: number;
  /** Lines that another line stands for: CMS's packages have each table in several forms. */
  readonly repeated: number;
}

/**
 * The lines of one or several CMS files as the tables of a release have them, with one line a key. Of several lines the
 * one that says more counts: relative values that state their release before those that do not, counties that are
 * whole and name their state before those that are cut or do not, else the first. Of a code that is there for QP and
 * for everyone else it is the latter's: the two differ in the factor, which has its own table.
 *
 * Cost indices and fixed-width relative values state no release: theirs is the one that other lines of the year state,
 * else `RVU26`, the year's package.
 */
export function cmsTablesOf(lines: readonly CmsLine[]): CmsTablesOf {
  const dated = lines.flatMap((line) => (line.year === null ? [] : [{ ...line, year: line.year }]));
  const allRvus = dated.filter((line) => line.kind === 'rvu');
  const stated = allRvus.filter(({ release }) => release !== '');
  const statedCodes = new Set(stated.map(keyOfCode));
  const unstated = allRvus.filter((line) => line.release === '' && !statedCodes.has(keyOfCode(line)));
  const releases = new Map(stated.map(({ year, release }) => [year, release]));
  const releaseOf = (year: number) => releases.get(year) ?? `RVU${String(year).slice(2)}`;

  const rvus = onePerKey(
    [...stated, ...unstated].map((line) => ({ ...line, release: line.release || releaseOf(line.year) })),
    (line) => `${line.release} ${keyOfCode(line)}`,
    ({ appliesTo }) => appliesTo !== 'QP',
  );
  const gpcis = onePerKey(
    dated.filter((line) => line.kind === 'gpci').map((line) => ({ ...line, release: releaseOf(line.year) })),
    keyOfLocality,
    ({ workGpciWithoutFloor }) => workGpciWithoutFloor !== null,
  );
  const localities = onePerKey(
    dated.filter((line) => line.kind === 'locality'),
    keyOfLocality,
    ({ countiesAreCut, stateName }) => !countiesAreCut && stateName !== '',
  );
  const payments = onePerKey(
    dated.filter((line) => line.kind === 'payment'),
    (line) => `${keyOfLocality(line)} ${keyOfCode(line)}`,
    () => true,
  );
  return {
    rvus,
    gpcis,
    factors: factorsOf(allRvus),
    localities,
    payments,
    withoutYear: lines.length - dated.length,
    repeated: dated.length - rvus.length - gpcis.length - localities.length - payments.length,
  };
}

/** Of the lines of one key the first that says more, else the first; in the order of the keys. */
function onePerKey<Line>(
  lines: readonly Line[],
  keyOf: (line: Line) => string,
  saysMore: (line: Line) => boolean,
): readonly Line[] {
  const kept = new Map<string, Line>();
  for (const line of lines) {
    const key = keyOf(line);
    const known = kept.get(key);
    if (known === undefined || (!saysMore(known) && saysMore(line))) kept.set(key, line);
  }
  return [...kept.values()];
}

function keyOfCode({ year, code, modifier }: Pick<Dated<RvuLine>, 'year' | 'code' | 'modifier'>): string {
  return `${year} ${code} ${modifier}`;
}

function keyOfLocality({ year, mac, locality }: Pick<Dated<GpciLine>, 'year' | 'mac' | 'locality'>): string {
  return `${year} ${mac} ${locality}`;
}

/**
 * The conversion factors the lines carry. From and to are those of the known factor; of one that is not known, the
 * whole year, which a factor that replaced another within the year must have put right by hand. A factor of which
 * nothing says whom it is for is left out: two of a year could not be told apart.
 */
function factorsOf(rvus: readonly Dated<RvuLine>[]): readonly ConversionFactor[] {
  const factors = new Map<string, ConversionFactor>();
  for (const { year, factor, appliesTo } of rvus) {
    if (appliesTo === null) continue;
    const known = knownFactor(factor);
    const key = `${year} ${factor} ${appliesTo}`;
    if (factors.has(key)) continue;
    const days = known?.year === year ? known : { from: `${year}-01-01`, to: `${year}-12-31` };
    factors.set(key, { year, from: days.from, to: days.to, factor, appliesTo });
  }
  return [...factors.values()].sort((a, b) => a.year - b.year || a.from.localeCompare(b.from, 'en'));
}
