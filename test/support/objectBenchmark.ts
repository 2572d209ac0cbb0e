import { valueOf } from '../../src/domain/cell.ts';
import type { FeeSchedule } from '../../src/domain/feeSchedule.ts';
import { groupBy } from '../../src/domain/groupBy.ts';
import { medicareComparison } from '../../src/domain/medicareComparison.ts';
import { methodologyGroup } from '../../src/domain/methodology.ts';
import { payers } from '../../src/domain/payer.ts';
import { plausibilityFlags } from '../../src/domain/plausibility.ts';
import { providerKey, systemKey } from '../../src/domain/providerKey.ts';
import { type LeftOutReason, leftOutReasons, leftOutRowReasons } from '../../src/domain/rateSelection.ts';
import {
  billingClasses,
  codeTypes,
  type RateTable,
  rateFlags,
  settings,
} from '../../src/domain/rateTable.ts';
import type { Scope } from '../../src/domain/scope.ts';
import { quantileSorted } from '../../src/stats/quantile.ts';

/**
 * A benchmark reckoned the plain way, from objects and lists, each provider of a class written out: slow, and close to
 * how the method is told in words. What the page computes from columns must be the same.
 */
export function objectBenchmark(table: RateTable, scope: Scope, place: string | null, schedule: FeeSchedule) {
  const rates = writtenOut(table).filter((rate) => place === null || rate.provider.place === place);
  const judged = rates.map((rate) => ({
    rate,
    failed: leftOutReasons.filter((reason) => fails(reason, rate, scope)),
  }));
  const counted = judged.filter(({ failed }) => failed.length === 0).map(({ rate }) => rate);
  const tally = (of: (failed: readonly LeftOutReason[]) => LeftOutReason | undefined) =>
    Object.fromEntries(
      leftOutReasons.map((reason) => [reason, judged.filter(({ failed }) => of(failed) === reason).length]),
    );
  const rows = payers.map(({ id }) => rowOf([id], counted, scope, schedule, table.code));
  const buca = payers.filter(({ inBuca }) => inBuca).map(({ id }) => id);
  const pool = rowOf(buca, counted, scope, schedule, table.code);
  const behind = rows.flatMap(({ kept }) => kept);
  return {
    counted: counted.length,
    leftOut: tally(([first]) => first),
    wouldCount: tally((failed) =>
      failed.length === 1 || failed.every((each) => leftOutRowReasons.some((other) => other === each))
        ? failed[0]
        : undefined,
    ),
    files: new Set(behind.map(({ source }) => source)).size,
    places: [...new Set(behind.map(({ provider }) => provider.place))].sort(),
    providers: new Set(behind.map(({ who }) => who)).size,
    bucaPresent: payers
      .filter(({ id }) => scope.line === 'Commercial' && pool.kept.some(({ plan }) => plan.payer === id))
      .map(({ name }) => name),
    rows: [
      ...(scope.line === 'Commercial' ? [{ id: 'buca', ...pool }] : []),
      ...payers.flatMap(({ id, inBuca }, index) => {
        const row = rows[index];
        const isShown = row && (row.every > 0 || (inBuca && scope.line === 'Commercial'));
        return isShown ? [{ id, ...row }] : [];
      }),
    ],
    /** What choosing a modifier, with every other choice as it is, would count. */
    modifiers: Object.fromEntries(
      ['none', 'GP', 'CQ'].map((modifier) => [
        modifier,
        rates.filter((rate) => leftOutReasons.every((reason) => !fails(reason, rate, { ...scope, modifier })))
          .length,
      ]),
    ),
  };
}

function writtenOut(table: RateTable) {
  return Array.from({ length: table.length }, (_, row) => row).flatMap((row) => {
    const provider = table.providers[table.provider[row] as number];
    const plan = table.plans[table.plan[row] as number];
    const source = table.sources[table.source[row] as number];
    if (!provider || !plan || !source) throw new Error('a row points past its dictionaries');
    return Array.from({ length: table.counts?.[table.provider[row] as number] ?? 1 }, (_member, index) => ({
      row,
      cents: table.cents[row] as number,
      who: `${table.provider[row]}-${index}`,
      provider,
      plan,
      source,
      codeType: codeTypes[table.codeType[row] as number],
      setting: settings[table.setting[row] as number] ?? '',
      billingClass: billingClasses[table.billingClass[row] as number] ?? '',
      flags: rateFlags.filter((_flag, bit) => ((table.flags[row] as number) & (1 << bit)) !== 0),
      modifiers: (table.modifiers[table.modifier[row] as number] || 'none').split('|'),
      methodology: methodologyGroup(table.methodologies[table.methodology[row] as number] ?? ''),
    }));
  });
}
type Rate = ReturnType<typeof writtenOut>[number];

function fails(reason: LeftOutReason, rate: Rate, scope: Scope): boolean {
  const { from, to } = scope.vintage;
  const { year, kind } = rate.source;
  switch (reason) {
    case 'line':
      return rate.plan.line !== scope.line;
    case 'site':
      return !isAtSite(rate, scope.site);
    case 'vintage':
      return (from !== null && year < from) || (to !== null && year > to);
    case 'provider-type':
      return scope.providerType !== null && kind !== (scope.providerType === 'clinic' ? 'payer' : 'hospital');
    case 'provider':
      return (
        scope.provider !== null &&
        ![providerKey(rate.provider), systemKey(rate.provider)].includes(scope.provider)
      );
    case 'methodology':
      return scope.methodology !== null && rate.methodology !== scope.methodology;
    case 'modifier':
      return scope.modifier !== null && !rate.modifiers.includes(scope.modifier);
    case 'code-type':
      return scope.leftOutRows === 'out' && rate.codeType === 'APC';
    case 'contradicts-file': {
      const told = ['above_gross', 'per_diem', 'very_low', 'encounter_level'];
      return scope.leftOutRows === 'out' && rate.flags.some((flag) => told.includes(flag));
    }
    case 'assistant':
      return scope.leftOutRows === 'out' && rate.modifiers.some((each) => each === 'CQ' || each === 'CO');
  }
}

function isAtSite({ source, setting, billingClass }: Rate, site: Scope['site']): boolean {
  if (site === 'all') return true;
  if (setting === 'inpatient' || setting === 'emergency') return false;
  const isOffice = billingClass === 'professional';
  if (site === 'hospital') return source.kind !== 'payer' && !isOffice;
  return isOffice || (source.kind === 'own' && billingClass === '');
}

function rowOf(
  ids: readonly string[],
  counted: readonly Rate[],
  scope: Scope,
  schedule: FeeSchedule,
  code: string,
) {
  const own = counted.filter(({ plan }) => ids.includes(plan.payer));
  const groups = groupBy(own, (rate) =>
    scope.basis === 'rates' ? `${rate.who} ${rate.row}` : `${rate.who} ${rate.plan.payer}`,
  );
  const votes = [...groups.values()].map((rates) => {
    const distinct = [...new Set(rates.map(({ cents }) => cents))].sort((a, b) => a - b);
    const newest = rates.reduce((best, rate) => (rate.source.date > best.source.date ? rate : best));
    const { date, year } = newest.source;
    const medicare = medicareComparison(
      code,
      { place: newest.provider.place, year, date },
      scope.site,
      schedule,
    );
    const aboveGross = rates.some(({ flags }) => flags.includes('above_gross'));
    return { amount: quantileSorted(distinct, 0.5), rates, medicare, aboveGross, who: newest.who, year };
  });
  const flags = plausibilityFlags(votes);
  const kept = scope.outliers === 'in' ? votes : votes.filter((_, index) => flags[index]?.length === 0);
  const amounts = kept.map(({ amount }) => amount).sort((a, b) => a - b);
  const n = amounts.length;
  const quantile = (p: number) => (n < 5 ? undefined : quantileSorted(amounts, p, scope.definition));
  const compared = kept.filter(({ medicare }) => medicare.kind === 'value');
  const sum = (list: readonly number[]) => list.reduce((total, each) => total + each, 0);
  return {
    every: votes.length,
    /** The rates behind the votes that count. */
    kept: kept.flatMap(({ rates }) => rates),
    n,
    flaggedOut: votes.length - n,
    providers: new Set(kept.map(({ who }) => who)).size,
    rates: sum(kept.map(({ rates }) => rates.length)),
    mean: n === 0 ? undefined : sum(amounts) / n,
    p25: quantile(0.25),
    median: quantile(0.5),
    p75: quantile(0.75),
    comparedVotes: compared.length,
    percentOfMedicare:
      compared.length === 0
        ? undefined
        : sum(compared.map(({ amount }) => amount)) /
          sum(compared.map(({ medicare }) => valueOf(medicare) ?? 0)),
  };
}
