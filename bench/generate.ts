import { type Payer, payers } from '../src/domain/payer.ts';
import { places } from '../src/domain/place.ts';
import type { RateTable } from '../src/domain/rateTable.ts';

/** A fixed generator (mulberry32): the same rows on every machine, so that runs can be compared. */
export function numbersFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** A payer's price level; the spread around it is skewed to the right, as published rates are. */
const levels = new Map(payers.map((payer, index) => [payer.id, 3000 + index * 450]));

const methodologies = ['fee schedule', 'percent of total billed charges', 'case rate', ''];
const modifiers = ['', 'GP', 'GO', 'CQ|GP'];
const firstYear = 2021;
const lastYear = 2026;

/**
 * Rates of one code as the app holds them: every provider with every payer once, and again from the start until there
 * are `rows`, so that `rows` up to providers × payers are that many votes.
 *
 * @param providers spread evenly over the 53 places
 */
export function generatedRates(code: string, rows: number, providers: number): RateTable {
  const random = numbersFrom(rows + providers);
  const plans = payers.flatMap((payer) => [plan(payer, 'PPO'), plan(payer, 'HMO'), planOfLine(payer)]);
  const sources = places.flatMap((place) =>
    Array.from({ length: lastYear - firstYear + 1 }, (_, index) => source(place.code, firstYear + index)),
  );
  const table = {
    cents: new Uint32Array(rows),
    provider: new Uint32Array(rows),
    plan: new Uint32Array(rows),
    source: new Uint32Array(rows),
    codeType: new Uint8Array(rows),
    setting: new Uint8Array(rows),
    billingClass: new Uint8Array(rows),
    flags: new Uint16Array(rows),
    modifier: new Uint16Array(rows),
    methodology: new Uint16Array(rows),
    sourceRows: new Uint32Array(rows).fill(1),
    line: Uint32Array.from({ length: rows }, (_, row) => row + 2),
  };
  for (let row = 0; row < rows; row++) {
    const provider = row % providers;
    const payer = Math.floor(row / providers) % payers.length;
    const level = levels.get(payers[payer]?.id ?? 'other') ?? 3000;
    const skew = Math.exp((random() + random() + random() - 1.5) * 1.1);
    table.provider[row] = provider;
    // One in twelve is of another plan line, so that the scope has something to leave out.
    table.plan[row] = payer * 3 + (random() < 1 / 12 ? 2 : random() < 0.5 ? 0 : 1);
    table.cents[row] = Math.max(1, Math.round(level * skew * (0.85 + ((provider * 7919) % 100) / 333)));
    const years = lastYear - firstYear + 1;
    table.source[row] = (provider % places.length) * years + Math.floor(random() * years);
    table.setting[row] = random() < 0.9 ? 1 : 0;
    table.billingClass[row] = random() < 0.8 ? 1 : 0;
    table.modifier[row] = random() < 0.8 ? 0 : 1 + Math.floor(random() * 3);
    table.methodology[row] = Math.floor(random() * methodologies.length);
    table.flags[row] = random() < 0.02 ? 1 : 0;
  }
  return {
    code,
    length: rows,
    ...table,
    counts: null,
    providers: Array.from({ length: providers }, (_, index) => ({
      id: `p${index + 1}`,
      name: `Made hospital ${index + 1}`,
      place: places[index % places.length]?.code ?? '',
      identifier: '',
      system: index % 3 === 0 ? `Made system ${index % 97}` : '',
    })),
    plans: plans.map((each, index) => ({ ...each, id: `n${index + 1}` })),
    sources: sources.map((each, index) => ({ ...each, id: `s${index + 1}` })),
    modifiers,
    methodologies,
  };
}

function plan(payer: Payer, name: string): RateTable['plans'][number] {
  return { id: '', payerRaw: payer.name, plan: name, payer: payer.id, parent: '', line: 'Commercial' };
}

function planOfLine(payer: Payer): RateTable['plans'][number] {
  return { ...plan(payer, 'Advantage'), line: 'Medicare Advantage' };
}

function source(place: string, year: number): RateTable['sources'][number] {
  const name = `made-${place}-${year}.csv`;
  const nothing = { publishedUrl: '', sha256: '', carriedBy: 'generated', confidence: 'generated' };
  return { id: '', name, place, kind: 'hospital', date: `${year}-01-01`, year, ...nothing };
}
