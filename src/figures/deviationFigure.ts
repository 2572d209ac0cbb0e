import type { BenchmarkFacts } from '../domain/benchmarkFacts.ts';
import { present, valueOf } from '../domain/cell.ts';
import { type Deviation, deviations, type NationFacts } from '../domain/deviation.ts';
import type { Scope } from '../domain/scope.ts';
import { capital } from '../text/capital.ts';
import { countMethod, methods, percentileMethod } from '../text/methods.ts';
import { placeTitle } from '../text/names.ts';
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
  const known = rows.filter((row) => row.median.kind === 'value' && row.id !== 'buca');
  const above = known.filter((row) => (valueOf(row.median) ?? 0) > 0).length;
  const below = known.filter((row) => (valueOf(row.median) ?? 0) < 0).length;
  const tail = known.length - above - below;
  const summary =
    known.length === 0
      ? `No payer has enough votes both in ${place} and in ${whole.place} to compare medians.`
      : `Of ${countOf(known.length, 'payer')} with enough votes in both, ${above} ${above === 1 ? 'pays' : 'pay'} above the ${whole.figure('median')} in ${place} and ${below} below${tail > 0 ? `, ${tail} the same` : ''}.`;
  return {
    id: 'deviation',
    title: `${place} against ${whole.name} for ${here.code}`,
    labelColumn: { id: 'payer', label: 'Payer', kind: 'text', definition: methods.payer },
    columns: deviationColumns(place, whole, here.scope),
    rows: rows.map(deviationRow),
    notes:
      here.places.length > 0 && nation.places.length > 0
        ? [`${capital(whole.pool)} includes ${place}: its votes are on both sides of the difference.`]
        : [],
    scope: scopeSentence(here.scope, here.providerName),
    method: `${whole.deviation} ${methodSentence(here.scope)}`,
    sources: origin,
    summary,
  };
}

function deviationColumns(place: string, whole: WholeWords, { basis, definition }: Scope): readonly Column[] {
  const n = countMethod(basis);
  const median = percentileMethod('median', definition);
  return [
    { id: 'n', label: `n ${place}`, kind: 'count', definition: n },
    { id: 'n-national', label: `n ${whole.name}`, kind: 'count', definition: n },
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
