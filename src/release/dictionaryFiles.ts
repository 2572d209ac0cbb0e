import { payers } from '../domain/payer.ts';
import { places } from '../domain/place.ts';
import { csvFile } from './csvFile.ts';
import type { OutputFile } from './outputFile.ts';
import type { RateIndex } from './rateIndex.ts';
import type { HealthSystem } from './readHealthSystems.ts';

/** Payers, places, and the tables the rates point into: providers, plans and published files, by id. */
export function dictionaryFiles(index: RateIndex, systems: readonly HealthSystem[]): readonly OutputFile[] {
  const systemOf = new Map(systems.map((each) => [`${each.place} ${each.provider}`, each.system]));
  return [
    csvFile(
      'payers.csv',
      ['id', 'name', 'source_name', 'in_buca'],
      payers.map((payer) => [payer.id, payer.name, payer.sourceName, payer.inBuca ? 'yes' : 'no']),
    ),
    csvFile(
      'places.csv',
      ['code', 'name'],
      places.map((place) => [place.code, place.name]),
    ),
    csvFile(
      'providers.csv',
      ['id', 'name', 'place', 'identifier', 'system'],
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
      ['id', 'payer_raw', 'plan', 'payer', 'parent', 'line'],
      index.plans.map((rate, at) => [
        `n${at + 1}`,
        rate.payerRaw,
        rate.plan,
        rate.payer,
        rate.parent,
        rate.line,
      ]),
    ),
    sourcesFile(index),
  ];
}

function sourcesFile(index: RateIndex): OutputFile {
  const header = [
    'id',
    'name',
    'publisher',
    'place',
    'kind',
    'date',
    'year',
    'published_url',
    'sha256',
    'carried_by',
    'path',
    'confidence',
    'rows',
  ];
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
  ]);
  return csvFile('sources.csv', header, rows);
}
