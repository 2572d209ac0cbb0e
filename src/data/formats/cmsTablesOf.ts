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
}

/**
 * The lines of one or several CMS files as the tables of a release have them, which have one line a code: of a code
 * that is there for QP and for everyone else, the latter's. The two differ in the factor, which has its own table.
 * Cost indices and fixed-width relative values state no release: theirs is the one that other lines of the year state,
 * else `RVU26`, the year's package.
 */
export function cmsTablesOf(lines: readonly CmsLine[]): CmsTablesOf {
  const dated = lines.flatMap((line) => (line.year === null ? [] : [{ ...line, year: line.year }]));
  const rvus = dated.filter((line) => line.kind === 'rvu');
  const stated = new Map(
    rvus.flatMap(({ year, release }) => (release === '' ? [] : [[year, release] as const])),
  );
  const releaseOf = (year: number) => stated.get(year) ?? `RVU${String(year).slice(2)}`;
  return {
    rvus: rvusForEveryone(rvus).map((line) => ({ ...line, release: line.release || releaseOf(line.year) })),
    gpcis: dated
      .filter((line) => line.kind === 'gpci')
      .map((line) => ({ ...line, release: releaseOf(line.year) })),
    factors: factorsOf(rvus),
    localities: dated.filter((line) => line.kind === 'locality'),
    payments: dated.filter((line) => line.kind === 'payment'),
    withoutYear: lines.length - dated.length,
  };
}

function rvusForEveryone<Line extends RvuLine>(lines: readonly Line[]): readonly Line[] {
  const keyOf = ({ year, release, code, modifier }: Line) => `${year} ${release} ${code} ${modifier}`;
  const others = new Set(lines.filter(({ appliesTo }) => appliesTo !== 'QP').map(keyOf));
  return lines.filter((line) => line.appliesTo !== 'QP' || !others.has(keyOf(line)));
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
  return [...factors.values()].sort((a, b) => a.year - b.year || a.from.localeCompare(b.from));
}
