import type { Benchmark, BenchmarkRow } from './benchmark.ts';
import { absent, type Cell, present } from './cell.ts';
import { type EffectGroup, type EffectVote, type OutlierEffect, outlierEffect } from './outlierEffect.ts';
import { plausibilityFlags } from './plausibility.ts';
import { nameWithPlace } from './providerKey.ts';
import { exactAmount, type PublishedFigure } from './published.ts';
import type { Provider, RateTable } from './rateTable.ts';

/**
 * What flagged votes do to each row of a benchmark that has votes.
 *
 * @param table the rates the benchmark was made from
 */
export function benchmarkEffects(benchmark: Benchmark, table: RateTable): readonly OutlierEffect[] {
  return benchmark.rows.flatMap((row) => rowEffect(row, benchmark, table) ?? []);
}

const remembered = new WeakMap<BenchmarkRow, OutlierEffect | null>();

/**
 * The same of one row; null where it has no votes. Remembered with the row: a page works its rows out one by one, so
 * that it can answer in between, and then asks for all.
 */
export function rowEffect(row: BenchmarkRow, benchmark: Benchmark, table: RateTable): OutlierEffect | null {
  const known = remembered.get(row);
  if (known !== undefined) return known;
  const group = rowGroup(row, benchmark, table);
  const made = group && outlierEffect(group);
  remembered.set(row, made);
  return made;
}

/** All votes of a row, those its scope leaves out included: the effect is shown whichever way the switch stands. */
function rowGroup(row: BenchmarkRow, { scope }: Benchmark, table: RateTable): EffectGroup | null {
  const votes = [...row.votes, ...row.flaggedOut].map((vote, index): EffectVote => {
    return {
      id: `${row.id}-${index}`,
      label: `${nameWithPlace(table.providers[vote.provider] as Provider)}${alike(vote.weight)}`,
      date: vote.date,
      amount: vote.amount,
      weight: vote.weight,
      medicare: vote.medicare,
      flags: vote.flags,
    };
  });
  return votes.length === 0 ? null : { id: row.id, name: row.name, votes, definition: scope.definition };
}

/** A class of providers is told once: every line of it says what the figures are without one of them. */
function alike(weight: number): string {
  return weight === 1 ? '' : `: one of ${weight} alike`;
}

/**
 * The commercial rows a document prints as averages, one group a document that also prints Medicare. Each row is
 * judged by the Medicare amount of its own place where the document has one; the group's ratio is mean ÷ mean, which
 * is what a reader of the document's table would reckon.
 *
 * @returns no group for a document with fewer than two commercial amounts, or none for Medicare.
 */
export function documentGroups(figures: readonly PublishedFigure[]): readonly EffectGroup[] {
  const documents = [...new Set(figures.map((figure) => figure.document))];
  return documents.flatMap((document) => {
    const own = figures.filter((figure) => figure.document === document);
    const medicare = own.filter((figure) => figure.payerClass === 'medicare');
    const medicareRows = medicare.flatMap((figure) => exactAmount(figure, 'mean') ?? []);
    const judged = own.flatMap((figure) => {
      const amount = exactAmount(figure, 'mean');
      if (figure.payerClass !== 'commercial' || amount === undefined) return [];
      return [{ figure, amount, medicare: medicareOf(figure, medicare) }];
    });
    if (judged.length < 2 || medicareRows.length === 0) return [];
    const flags = plausibilityFlags(judged);
    const votes = judged.map(({ figure, amount, medicare: reference }, index): EffectVote => {
      const { id, payer, date } = figure;
      return {
        id,
        label: payer,
        date,
        amount,
        weight: 1,
        medicare: reference,
        flags: flags[index] as EffectVote['flags'],
      };
    });
    const name = `Document ${document}, commercial rows`;
    return [{ id: `document-${document}`, name, votes, medicareRows }];
  });
}

function medicareOf(figure: PublishedFigure, medicare: readonly PublishedFigure[]): Cell {
  const sameState = medicare.find((each) => figure.place !== null && each.place === figure.place);
  const amount = sameState && exactAmount(sameState, 'mean');
  return amount === undefined
    ? absent('not-comparable', 'the document prints no Medicare amount for this place')
    : present(amount);
}
