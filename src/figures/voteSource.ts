import { absent, type Cell, present } from '../domain/cell.ts';
import { payerById } from '../domain/payer.ts';
import type { PlaceCode } from '../domain/place.ts';
import type { RateTable } from '../domain/rateTable.ts';
import type { Vote } from '../domain/votes.ts';

/** Where a vote comes from, in the words of the published files, down to the line a reader can open. */
export interface VoteSource {
  readonly provider: string;
  readonly place: PlaceCode;
  readonly payer: string;
  /** Raw payer and plan names, each once, in the order of the rows. */
  readonly plans: readonly string[];
  readonly methodologies: readonly string[];
  /** Names of the published files. */
  readonly files: readonly string[];
  /** Date of the newest file, as known. */
  readonly date: string;
  /** The published rates behind the vote with their lines in the rates file; whole cents. */
  readonly rates: readonly { readonly cents: number; readonly line: number }[];
}

/** Where a vote comes from, in the words of the table it was cast from. */
export function voteSource(table: RateTable, vote: Vote): VoteSource {
  const { rows } = vote;
  return {
    provider: table.providers[vote.provider]?.name ?? '',
    place: vote.place,
    payer: payerById(vote.payer).name,
    plans: each(rows, (row) => planName(table, row)),
    methodologies: each(rows, (row) => methodologyName(table, row)),
    files: each(rows, (row) => table.sources[table.source[row] as number]?.name ?? ''),
    date: vote.date === '' ? 'date not stated' : vote.date,
    rates: rows.map((row) => ({ cents: table.cents[row] as number, line: table.line[row] as number })),
  };
}

/** A file of one's own need not say where a provider is. */
export function placeCell({ place }: Pick<VoteSource, 'place'>): Cell<string> {
  return place === '' ? absent('not-in-input') : present(place);
}

function each(rows: readonly number[], name: (row: number) => string): readonly string[] {
  return [...new Set(rows.map(name))];
}

function planName(table: RateTable, row: number): string {
  const plan = table.plans[table.plan[row] as number];
  if (!plan) return '';
  return plan.plan === '' ? plan.payerRaw : `${plan.payerRaw}: ${plan.plan}`;
}

/** A file that does not say how a rate is set is told so: a blank would read as nothing to know. */
function methodologyName(table: RateTable, row: number): string {
  const name = table.methodologies[table.methodology[row] as number] ?? '';
  return name === '' ? 'methodology not stated' : name;
}
