import type { BenchmarkFacts } from '../domain/benchmarkFacts.ts';
import { present } from '../domain/cell.ts';
import { type Deviation, deviations, type NationFacts } from '../domain/deviation.ts';
import type { PlaceCode } from '../domain/place.ts';
import type { Scope } from '../domain/scope.ts';
import { capital } from '../text/capital.ts';
import { countMethod, methods, percentileMethod } from '../text/methods.ts';
import { inPlace, listOf, placeTitle, withArticle } from '../text/names.ts';
import { countOf } from '../text/numbers.ts';
import { type WholeWords, wholeWords } from '../text/poolText.ts';
import { methodSentence, scopeSentence } from '../text/scopeSentence.ts';
import { type Column, type Figure, moneyColumn } from './figure.ts';

/**
 * A place beside the nation, payer by payer, in dollars and percent, for mean and median.
 *
 * @param isOwn whether the rates are a user's file: what a place is held against is then all of the file, no nation
 */
export function deviationFigure(
  here: BenchmarkFacts,
  nation: NationFacts,
  origin: string,
  isOwn = false,
): Figure {
  const place = placeTitle(here.place);
  const whole = wholeWords(isOwn);
  const rows = deviations(here, nation);
  return {
    id: 'deviation',
    title: `${place} against ${whole.name} for ${here.code}`,
    labelColumn: { id: 'payer', label: 'Payer', kind: 'text', definition: methods.payer },
    columns: deviationColumns(place, whole, here.scope),
    rows: rows.map(deviationRow),
    notes:
      here.places.length > 0 && nation.places.length > 0
        ? [
            `${capital(whole.pool)} includes ${here.place === null ? place : withArticle(here.place)}: its votes are on both sides of the difference.`,
          ]
        : [],
    scope: scopeSentence(here.scope, here.providerName),
    method: `${whole.deviation} ${methodSentence(here.scope)}`,
    sources: origin,
    summary: summaryOf(rows, here.place, whole, isOwn),
  };
}

function summaryOf(
  rows: readonly Deviation[],
  place: PlaceCode | null,
  whole: WholeWords,
  isOwn: boolean,
): string {
  const payers = rows.filter(({ id, here }) => id !== 'buca' && here.median.kind === 'value');
  const known = payers.flatMap(({ median }) => (median.kind === 'value' ? [median.value] : []));
  const where = inPlace(place, isOwn);
  if (payers.length === 0) return `No payer has enough votes ${where} to compare medians.`;
  // The nation holds the place's votes, so too few cannot be the reason here.
  if (known.length === 0) {
    return `No medians to compare: payers with enough votes ${where} have no others in ${whole.pool}.`;
  }
  const above = known.filter((cents) => cents > 0).length;
  const below = known.filter((cents) => cents < 0).length;
  const same = known.length - above - below;
  const parts = [`${above} above`, `${below} below`, ...(same > 0 ? [`${same} the same`] : [])];
  return `Medians ${where} against the ${whole.figure('median')}: of ${countOf(known.length, 'payer')} that can be compared ${listOf(parts)}.`;
}

function deviationColumns(place: string, whole: WholeWords, { definition, basis }: Scope): readonly Column[] {
  const median = percentileMethod('median', definition);
  const counted = countMethod(basis);
  return [
    { id: 'n', label: `n ${place}`, kind: 'count', definition: counted },
    { id: 'n-national', label: `n ${whole.name}`, kind: 'count', definition: counted },
    moneyColumn('median', `Median ${place}`, median),
    moneyColumn('median-national', `Median ${whole.name}`, median),
    { id: 'median-difference', label: 'Median, $', kind: 'signed-money', definition: whole.deviation },
    { id: 'median-ratio', label: 'Median, %', kind: 'signed-ratio', definition: whole.deviation },
    { id: 'mean-difference', label: 'Mean, $', kind: 'signed-money', definition: whole.deviation },
    { id: 'mean-ratio', label: 'Mean, %', kind: 'signed-ratio', definition: whole.deviation },
  ];
}

function deviationRow(row: Deviation) {
  return {
    id: row.id,
    label: row.name,
    cells: {
      n: row.here.n === 0 ? row.here.mean : present(row.here.n),
      'n-national': row.nation.n === 0 ? row.nation.mean : present(row.nation.n),
      median: row.here.median,
      'median-national': row.nation.median,
      'median-difference': row.median,
      'median-ratio': row.medianRatio,
      'mean-difference': row.mean,
      'mean-ratio': row.meanRatio,
    },
    flags: [],
  };
}
