import type { LinePosition } from '../domain/contractPosition.ts';
import { percentileRank } from '../stats/percentileRank.ts';
import { quantileSorted } from '../stats/quantile.ts';
import { contractMethods, ordinal } from '../text/contractText.ts';
import { excelQuantile, quantileNames } from '../text/quantileText.ts';
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
  const votes = Array.from(market.votes);
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
  const template = excelQuantile('type7', '{vote}', p);
  return {
    ...shell,
    title: `${ordinal(Math.round(p * 100))} percentile of ${market.row.name} for ${position.line.code}`,
    value: quantileSorted(votes, p),
    column: 'money',
    symbols: `P${Math.round(p * 100)} of the votes`,
    words: `Sort the votes and interpolate at ${p * 100}% (type 7).`,
    definition: quantileNames.type7.sentence,
    excelFunction: template.slice(0, template.indexOf('(')),
    template,
    operands: [],
  };
}

/** The neighbours of a rate in the list are told by place, so that the sheet needs no rounded Excel function. */
function rankOf(votes: readonly number[], own: number, whose: string) {
  const n = votes.length;
  const below = votes.filter((vote) => vote < own).length;
  const member = votes[below] === own;
  const template =
    below === 0
      ? '0*{own}'
      : below === n
        ? '1+0*{own}'
        : member
          ? `${below}/(COUNT({vote})-1)`
          : `(${below - 1}+({own}-SMALL({vote},${below}))/(SMALL({vote},${below + 1})-SMALL({vote},${below})))/(COUNT({vote})-1)`;
  return {
    column: 'ratio',
    symbols: 'place among the votes ÷ (n − 1)',
    words: `${below} of ${n} votes are below ${whose}. ${
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
  pool: { readonly name: string; readonly votes: readonly number[] },
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

function votesTable(name: string, votes: readonly number[]): WorkingTable {
  return {
    title: `The votes of ${name}, ascending`,
    labelHeading: 'Vote',
    columns: [{ id: 'vote', label: 'Amount (USD)' }],
    rows: votes.map((cents, index) => ({ label: String(index + 1), cells: { vote: { cents } } })),
  };
}
