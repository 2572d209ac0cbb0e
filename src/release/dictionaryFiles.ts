import { planColumns } from '../data/readPlans.ts';
import { providerColumns } from '../data/readProviders.ts';
import { sourceColumns } from '../data/readSources.ts';
import { compareText } from './compareText.ts';
import { csvFile } from './csvFile.ts';
import type { OutputFile } from './outputFile.ts';
import { payerFile } from './payerFile.ts';
import { placeFile } from './placeFile.ts';
import type { RateIndex } from './rateIndex.ts';
import type { HealthSystem } from './readHealthSystems.ts';
import type { SourceRate } from './readSourceRates.ts';

/** Payers, places, and the tables the rates point into: providers, plans and published files, by id. */
export function dictionaryFiles(
  index: RateIndex,
  systems: readonly HealthSystem[],
  rates: readonly SourceRate[],
): readonly OutputFile[] {
  const systemOf = new Map(systems.map((each) => [`${each.place} ${each.provider}`, each.system]));
  return [
    payerFile(),
    placeFile(),
    csvFile(
      'providers.csv',
      providerColumns,
      index.providers.map((rate, at) => [
        `p${at + 1}`,
        rate.providerName,
        rate.place,
        rate.providerIdentifier,
        systemOf.get(`${rate.place} ${rate.providerName}`) ?? '',
      ]),
    ),
    csvFile(
      'plans.csv',
      planColumns,
      index.plans.map((rate, at) => [
        `n${at + 1}`,
        rate.payerRaw,
        rate.plan,
        rate.payer,
        rate.parent,
        rate.line,
      ]),
    ),
    sourcesFile(index, rates),
  ];
}

/** How often each flag was set on the rates of each file: the problems found in it. */
function flagsByFile(
  index: RateIndex,
  rates: readonly SourceRate[],
): ReadonlyMap<number, Map<string, number>> {
  const counts = new Map<number, Map<string, number>>();
  for (const rate of rates) {
    if (rate.flags === '') continue;
    const at = index.fileOf(rate);
    const own = counts.get(at) ?? new Map<string, number>();
    for (const flag of rate.flags.split('|')) own.set(flag, (own.get(flag) ?? 0) + 1);
    counts.set(at, own);
  }
  return counts;
}

function sourcesFile(index: RateIndex, rates: readonly SourceRate[]): OutputFile {
  const flags = flagsByFile(index, rates);
  const rows = index.files.map(({ file, publishers, rows: count }, at) => [
    `s${at + 1}`,
    file.name,
    publishers.join('; '),
    file.place,
    file.kind,
    file.date,
    String(file.year),
    file.publishedUrl,
    file.sha256,
    file.carriedBy,
    file.path,
    file.confidence,
    String(count),
    [...(flags.get(at) ?? [])]
      .toSorted(([a], [b]) => compareText(a, b))
      .map(([flag, flagged]) => `${flag} ${flagged}`)
      .join('|'),
  ]);
  return csvFile('sources.csv', sourceColumns, rows);
}
