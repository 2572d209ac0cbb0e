import { exactAmount, type PublishedFigure } from '../domain/published.ts';
import { capital } from '../text/capital.ts';
import { listOf } from '../text/names.ts';
import { formatMoney, formatSignedMoney, formatSignedRatio } from '../text/numbers.ts';
import { documentName, inPublishedPlace } from '../text/publishedText.ts';

/** What printed figures give when they are put beside each other within one document: our sums, said as ours. */
export function publishedNotes(figures: readonly PublishedFigure[]): readonly string[] {
  return [...relativeSpreads(figures), ...againstNational(figures)];
}

/**
 * (P75 − P25) ÷ (P75 + P25), the quartile coefficient of dispersion, where a row prints its quartiles and no median to
 * divide by. Worked: Cigna's 59 and 30 give 29 ÷ 89 = 0.33.
 */
function relativeSpreads(figures: readonly PublishedFigure[]): readonly string[] {
  const named = figures.flatMap((row) => {
    const [p25, p75] = [exactAmount(row, 'p25'), exactAmount(row, 'p75')];
    if (p25 === undefined || p75 === undefined || p25 + p75 === 0 || row.amounts.median.kind === 'value') {
      return [];
    }
    return [`${row.payer} ${inPublishedPlace(row.place)} ${((p75 - p25) / (p75 + p25)).toFixed(2)}`];
  });
  return named.length === 0
    ? []
    : [`Relative spread, (P75 − P25) ÷ (P75 + P25), reckoned by us: ${listOf(named)}.`];
}

/** A state's mean beside the same document's national mean of the same payer. */
function againstNational(figures: readonly PublishedFigure[]): readonly string[] {
  return figures.flatMap((row) => {
    if (row.place === null || row.place === 'US' || row.market !== '') return [];
    const nation = figures.find(
      (each) =>
        each.place === 'US' &&
        each.document === row.document &&
        each.payerClass === row.payerClass &&
        each.payerId === row.payerId,
    );
    const here = exactAmount(row, 'mean');
    const there = nation && exactAmount(nation, 'mean');
    if (here === undefined || !there) return [];
    return [
      `${capital(documentName(row))}: ${row.payer} ${inPublishedPlace(row.place)}, ${formatMoney(here)}, is ${formatSignedMoney(here - there)} (${formatSignedRatio(here / there - 1)}) against its own national ${formatMoney(there)}.`,
    ];
  });
}
