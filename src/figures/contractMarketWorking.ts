import type { LinePosition } from '../domain/contractPosition.ts';
import { countBelow, forEachValue, memberAt, type SortedList } from '../stats/countedList.ts';
import { percentileRank } from '../stats/percentileRank.ts';
import { quantileSorted } from '../stats/quantile.ts';
import { contractMethods, ordinal } from '../text/contractText.ts';
import { countOf, formatCount } from '../text/numbers.ts';
import {
  excelCountedQuantile,
  excelCountedVote,
  excelQuantile,
  quantileNames,
} from '../text/quantileText.ts';
import { lineLabel } from './contractFigures.ts';
import { type ContractWorkingFacts, contractWorkingShell, ownOperand } from './contractOwnWorking.ts';
import type { Working, WorkingTable } from './working.ts';

const quartiles: Readonly<Record<string, number>> = { p25: 0.25, median: 0.5, p75: 0.75 };

/** How the market's votes give a percentile (by name or as a fraction), or the rank of a rate among them. */
export function marketWorking(
  position: LinePosition,
  asked: 'rank' | 'p25' | 'median' | 'p75' | number,
  facts: ContractWorkingFacts,
): Working | undefined {
  const { market, rank, own } = position;
  if (!market || position.median.kind === 'absent') return undefined;
  const { votes } = market;
  const shell = { ...contractWorkingShell(facts), table: votesTable(market.row.name, votes) };
  if (asked === 'rank') {
    if (rank.kind === 'absent' || own.kind === 'absent') return undefined;
    return {
      ...shell,
      ...rankOf(votes, own.value, 'your rate'),
      title: `Percentile rank of ${lineLabel(position)}`,
      value: rank.value,
      operands: [ownOperand(position, facts)],
    };
  }
  const p = typeof asked === 'number' ? asked : (quartiles[asked] as number);
  const template =
    'ends' in votes
      ? excelCountedQuantile('type7', countedRanges, votes.length, p)
      : excelQuantile('type7', '{vote}', p);
  return {
    ...shell,
    title: `${ordinal(Math.round(p * 100))} percentile of ${market.row.name} for ${position.line.code}`,
    value: quantileSorted(votes, p),
    column: 'money',
    symbols: `P${Math.round(p * 100)} of the votes`,
    words: `Sort the votes and interpolate at ${p * 100}% (type 7).`,
    definition: quantileNames.type7.sentence,
    excelFunction: 'ends' in votes ? 'SUMPRODUCT' : template.slice(0, template.indexOf('(')),
    template,
    operands: [],
  };
}

/** The neighbours of a rate in the list are told by place, so that the sheet needs no rounded Excel function. */
function rankOf(votes: SortedList, own: number, whose: string) {
  const n = votes.length;
  const below = countBelow(votes, own);
  const member = below < n && memberAt(votes, below) === own;
  const isCounted = 'ends' in votes;
  const vote = (rank: number) =>
    isCounted ? excelCountedVote(countedRanges, rank) : `SMALL({vote},${rank + 1})`;
  const last = isCounted ? String(n - 1) : '(COUNT({vote})-1)';
  const template =
    below === 0
      ? '0*{own}'
      : below === n
        ? '1+0*{own}'
        : member
          ? `${below}/${last}`
          : `(${below - 1}+({own}-${vote(below - 1)})/(${vote(below)}-${vote(below - 1)}))/${last}`;
  return {
    column: 'ratio',
    symbols: 'place among the votes ÷ (n − 1)',
    words: `${formatCount(below)} of ${countOf(n, 'vote')} ${below === 1 ? 'is' : 'are'} below ${whose}. ${
      below === 0
        ? 'None is, so the rank is 0%.'
        : below === n
          ? 'All are, so the rank is 100%.'
          : member
            ? `A vote is exactly ${whose}: divide the votes below it by n − 1.`
            : `Go on from the vote below towards the one above by how far ${whose} lies between them, counting from 0, and divide by n − 1.`
    }`,
    definition: contractMethods.rank,
    excelFunction: 'PERCENTRANK.INC',
    template,
  } as const;
}

/** The rank of a payer's median among the votes of a pool. */
export function medianRankWorking(
  label: string,
  median: number,
  pool: { readonly name: string; readonly votes: SortedList },
  at: { readonly origin: string; readonly address: string },
): Working {
  const found = rankOf(pool.votes, median, 'the median');
  return {
    ...contractWorkingShell(at),
    ...found,
    title: `Percentile rank of the median of ${label} among ${pool.name}`,
    value: percentileRank(pool.votes, median),
    table: votesTable(pool.name, pool.votes),
    operands: [
      { id: 'own', label: `Median of ${label}`, number: { cents: median }, unit: 'USD', source: at.origin },
    ],
    address: at.address,
  };
}

/** Columns of the table of votes where a line of it stands for several. */
const countedRanges = { votes: '{vote}', weight: '{count}', before: '{before}' };

function votesTable(name: string, votes: SortedList): WorkingTable {
  const isCounted = 'ends' in votes;
  const rows: WorkingTable['rows'][number][] = [];
  let before = 0;
  forEachValue(votes, (cents, count) => {
    const counts = isCounted ? { count: { plain: String(count) }, before: { plain: String(before) } } : {};
    rows.push({ label: String(before + 1), cells: { vote: { cents }, ...counts } });
    before += count;
  });
  return {
    title: `The votes of ${name}, ascending`,
    labelHeading: 'Vote',
    columns: [
      { id: 'vote', label: 'Amount (USD)' },
      ...(isCounted
        ? [
            { id: 'count', label: 'Votes' },
            { id: 'before', label: 'Votes before this line' },
          ]
        : []),
    ],
    rows,
  };
}
