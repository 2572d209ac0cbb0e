import { present, valueOf } from '../domain/cell.ts';
import type { StateRow } from '../domain/stateComparison.ts';
import { absenceText } from '../text/absence.ts';
import { contractMethods } from '../text/contractText.ts';
import { gradeText } from '../text/gradeText.ts';
import { medicareMethods } from '../text/medicareText.ts';
import { methods } from '../text/methods.ts';
import { listOf, placeTitle } from '../text/names.ts';
import { countOf, formatCount, formatMoney, formatRatio } from '../text/numbers.ts';
import { axisFromZero } from './axis.ts';
import { type Figure, moneyColumn } from './figure.ts';
import { percentileColumns } from './percentileColumns.ts';
import type { RangeModel } from './rangeModel.ts';

export interface StatesSideFacts {
  readonly payer: string;
  readonly places: readonly string[];
  readonly medicareYear: number;
  /** The scope of the published rates in words. */
  readonly scope: string;
  readonly origin: string;
  readonly codeLabel: (code: string) => string;
}

/** One payer's published rates for some codes, the states of each code beside each other. */
export function statesSideFigure(rows: readonly StateRow[], facts: StatesSideFacts): Figure {
  const { payer, places, medicareYear } = facts;
  const names = listOf(places.map((place) => placeTitle(place)));
  return {
    id: 'compare-states',
    title: `${payer} in ${names}`,
    labelColumn: { id: 'place', label: 'State', kind: 'text', definition: 'State of the provider.' },
    columns: [
      { id: 'code', label: 'Code', kind: 'text', definition: 'Billing code.' },
      {
        id: 'n',
        label: 'n',
        kind: 'count',
        definition: 'Votes of the payer in the state: one per provider.',
      },
      { id: 'hospitals', label: 'of hospitals', kind: 'count', definition: contractMethods.hospitals },
      ...percentileColumns(),
      { id: 'of-medicare', label: '% of Medicare', kind: 'ratio', definition: methods.percentOfMedicare },
      moneyColumn('medicare', `Medicare ${medicareYear}`, medicareMethods.nonFacility),
      { id: 'grade', label: 'Grade', kind: 'text', definition: methods.grade },
    ],
    rows: rows.map(({ code, place, row, gap, hospitals, medicare }) => ({
      id: `${code} ${place}`,
      label: placeTitle(place),
      cells: {
        code: present(code),
        n: row ? present(row.n) : gap,
        hospitals: row ? present(hospitals) : gap,
        p25: row?.p25 ?? gap,
        median: row?.median ?? gap,
        p75: row?.p75 ?? gap,
        'of-medicare': row ? row.percentOfMedicare : gap,
        grade: row ? present(gradeText(row.grade).word) : gap,
        medicare,
      },
      flags: [],
    })),
    notes: [
      'A state stands for the providers whose files were read there, not for all of them.',
      ...hospitalNote(rows),
    ],
    scope: facts.scope,
    method: methods.percentOfMedicare,
    sources: facts.origin,
    summary: statesSentence(rows, facts),
  };
}

function hospitalNote(rows: readonly StateRow[]): readonly string[] {
  const votes = rows.reduce((sum, { row }) => sum + (row?.n ?? 0), 0);
  const hospitals = rows.reduce((sum, each) => sum + each.hospitals, 0);
  return hospitals * 2 > votes
    ? [
        `${formatCount(hospitals)} of ${countOf(votes, 'vote')} ${hospitals === 1 ? 'is a hospital’s own rate' : 'are hospitals’ own rates'}, as a rule above those of practices.`,
      ]
    : [];
}

/** For the code most states have a median of, the highest and the lowest; the first such code where several tie. */
function statesSentence(rows: readonly StateRow[], { payer, codeLabel }: StatesSideFacts): string {
  const withMedian = rows.filter(({ row }) => row?.median.kind === 'value');
  const counts = new Map<string, number>();
  for (const { code } of withMedian) counts.set(code, (counts.get(code) ?? 0) + 1);
  const most = [...counts].reduce<readonly [string, number] | undefined>(
    (best, each) => (best === undefined || each[1] > best[1] ? each : best),
    undefined,
  );
  if (!most) return `${payer} has no median in these states: fewer than 5 votes or none.`;
  const of = withMedian.filter(({ code }) => code === most[0]).sort((a, b) => medianOf(b) - medianOf(a));
  const words = of.map((each) => {
    const ratio = valueOf(each.row?.percentOfMedicare ?? each.gap);
    const share = ratio === undefined ? '' : `, ${formatRatio(ratio)} of Medicare`;
    return `${placeTitle(each.place)} ${formatMoney(medianOf(each))} (n ${formatCount(each.row?.n ?? 0)}${share})`;
  });
  return `${codeLabel(most[0])}, median of ${payer}: ${listOf(words)}.`;
}

function medianOf({ row }: StateRow): number {
  return (row && valueOf(row.median)) ?? 0;
}

/** The states of one code as ranges, each in the payer's colour. */
export function statesSideRange(
  rows: readonly StateRow[],
  code: string,
  payerId: string,
  figure: Figure,
): RangeModel {
  const of = rows.filter((each) => each.code === code);
  const marks = of.map(({ place, row, gap }) => {
    const label = placeTitle(place);
    const shared = { id: place, label, colour: payerId, n: row?.n ?? 0 };
    const [p25, median, p75, mean] = [row?.p25, row?.median, row?.p75, row?.mean].map((cell) =>
      cell ? valueOf(cell) : undefined,
    );
    if (!row || mean === undefined) {
      return {
        ...shared,
        votes: [],
        absence: absenceText(gap),
        detail: `${label}: ${absenceText(gap)}.`,
      };
    }
    if (p25 === undefined || median === undefined || p75 === undefined) {
      const votes = row.fewAmounts;
      return {
        ...shared,
        mean,
        votes,
        absence: '',
        detail: `${label}: ${votes.map(formatMoney).join(', ')}.`,
      };
    }
    const detail = `${label}: P25 ${formatMoney(p25)}, median ${formatMoney(median)}, P75 ${formatMoney(p75)}; ${countOf(row.n, 'vote')}.`;
    return { ...shared, p25, median, p75, votes: [], absence: '', detail };
  });
  const reach = marks.flatMap((mark) => ('p75' in mark && mark.p75 !== undefined ? [mark.p75] : mark.votes));
  const axis = axisFromZero(Math.max(0, ...reach));
  return {
    title: `${code}: ${figure.title}`,
    summary: marks.map(({ detail }) => detail).join(' '),
    marks,
    medicare: null,
    domain: axis.domain,
    ticks: axis.ticks,
    beyond: [],
  };
}
