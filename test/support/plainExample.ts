import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { contractExample } from '../../src/data/contractExample.ts';

/**
 * The shipped made-up contract in Texas, reckoned a second time from text: the file's own lines, the release's CSVs and
 * plain loops. Nothing here calls the code that makes the pages' figures.
 */

/** A number, or the reason there is none. */
export type Plain = number | { readonly absent: string };

export interface PlainLine {
  readonly label: string;
  readonly code: string;
  readonly payer: string;
  readonly family: string;
  readonly units: number;
  /** Cents. */
  readonly rate: number;
  /** Cents, the mean over the state's localities. */
  readonly medicare: Plain;
  /** Of its own payer, ascending; empty where nothing is published. */
  readonly votes: readonly number[];
  readonly hospitals: number;
  readonly grade: string;
}

export type PlainTarget =
  | { readonly kind: 'percentile'; readonly p: number }
  | { readonly kind: 'medicare'; readonly share: number };

type Row = Readonly<Record<string, string>>;

/** The rows of a CSV by heading; a field with commas stands in quotes. */
function rowsOf(path: string): readonly Row[] {
  const text = readFileSync(join(import.meta.dirname, '../../public/data', path), 'utf8');
  const [head = '', ...lines] = text.trimEnd().split(/\r?\n/);
  const names = head.split(',');
  return lines.map((line) => {
    const fields = [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
      ([, quoted, bare]) => quoted?.replaceAll('""', '"') ?? bare ?? '',
    );
    return Object.fromEntries(names.map((name, index) => [name, fields[index] ?? '']));
  });
}

const cell = (row: Row | undefined, column: string) => row?.[column] ?? '';
/** A decimal as a whole number of its smallest part: 0.45 with 100 → 45. */
const whole = (row: Row | undefined, column: string, parts: number) =>
  Math.round(Number(cell(row, column)) * parts);

/**
 * Medicare 2026 for one unit out of a facility, cents: (work × GPCI + practice expense × GPCI + malpractice × GPCI) ×
 * 33.4009 in each of the state's localities, rounded to the cent there, then their mean.
 */
function medicareOf(code: string, rvus: readonly Row[], localities: readonly Row[]): Plain {
  const rvu = rvus.find((row) => cell(row, 'code') === code);
  const sum = ['work_rvu', 'pe_rvu_nonfac', 'mp_rvu'].reduce((all, name) => all + whole(rvu, name, 100), 0);
  if (!['A', 'R', 'T'].includes(cell(rvu, 'status')) || sum === 0) return { absent: 'not-priced' };
  let cents = 0;
  for (const locality of localities) {
    const units =
      whole(rvu, 'work_rvu', 100) * whole(locality, 'work_gpci', 1000) +
      whole(rvu, 'pe_rvu_nonfac', 100) * whole(locality, 'pe_gpci', 1000) +
      whole(rvu, 'mp_rvu', 100) * whole(locality, 'mp_gpci', 1000);
    // Hundredths × thousandths × ten-thousandths of a dollar: 10,000,000 of them are a cent.
    cents += Math.round((units * 334_009) / 10_000_000);
  }
  return cents / localities.length;
}

interface Market {
  readonly votes: readonly number[];
  readonly hospitals: number;
  readonly grade: string;
}

const contradicting = ['above_gross', 'per_diem', 'very_low', 'encounter_level'];
const firm = ['fee schedule', 'tic fee schedule', 'tic negotiated', 'negotiated'];

/** One vote per provider: the median of its different commercial rates with the payer that do not contradict their file. */
function marketOf(
  code: string,
  payer: string,
  plans: ReadonlyMap<string, Row>,
  sources: ReadonlyMap<string, Row>,
): Market {
  const byProvider = new Map<string, Row[]>();
  for (const row of rowsOf(`rates/${code}/TX.csv`)) {
    const plan = plans.get(cell(row, 'plan'));
    if (cell(plan, 'payer') !== payer || cell(plan, 'line') !== 'Commercial') continue;
    if (cell(row, 'code_type') === 'APC') continue;
    if (contradicting.some((flag) => cell(row, 'flags').split('|').includes(flag))) continue;
    if (/(^|\|)(CQ|CO)(\||$)/.test(cell(row, 'modifier'))) continue;
    const provider = cell(row, 'provider');
    byProvider.set(provider, [...(byProvider.get(provider) ?? []), row]);
  }
  const votes: number[] = [];
  const years: number[] = [];
  let [hospitals, rates, firmRates] = [0, 0, 0];
  for (const rows of byProvider.values()) {
    const different = [...new Set(rows.map((row) => whole(row, 'rate', 100)))].sort((a, b) => a - b);
    votes.push(percentile(different, 0.5));
    const files = rows.map((row) => sources.get(cell(row, 'source')));
    if (files.some((file) => cell(file, 'kind') === 'hospital')) hospitals++;
    let newest = files[0];
    for (const file of files) if (cell(file, 'date') > cell(newest, 'date')) newest = file;
    years.push(Number(cell(newest, 'year')));
    rates += rows.length;
    firmRates += rows.filter((row) => firm.includes(cell(row, 'methodology').toLowerCase())).length;
  }
  votes.sort((a, b) => a - b);
  const stated = years.filter((year) => year > 0);
  const apart = stated.length === 0 ? 0 : Math.max(...stated) - Math.min(...stated);
  return { votes, hospitals, grade: gradeOf(votes.length, apart, rates === 0 ? 0 : firmRates / rates) };
}

/** By votes (5, 11, 30), a step down for files over 4 years apart and for fewer than half stated dollar rates. */
function gradeOf(n: number, yearsApart: number, firmShare: number): string {
  if (n < 5) return 'insufficient';
  const start = n < 11 ? 2 : n < 30 ? 1 : 0;
  const step = start + (yearsApart > 4 ? 1 : 0) + (firmShare < 0.5 ? 1 : 0);
  return ['good', 'fair', 'low'][Math.min(2, step)] ?? '';
}

/** Type 7: linear between the two values beside position (n − 1) × p. */
export function percentile(sorted: readonly number[], p: number): number {
  const position = (sorted.length - 1) * p;
  const before = Math.floor(position + 1e-9);
  const low = sorted[before] as number;
  const high = sorted[before + 1] ?? low;
  return low + (position - before) * (high - low);
}

/** The p whose type 7 percentile is the value: found by walking from vote to vote. */
export function percentRank(sorted: readonly number[], value: number): number {
  if (value <= (sorted[0] as number)) return 0;
  for (let index = 1; index < sorted.length; index++) {
    const [low, high] = [sorted[index - 1] as number, sorted[index] as number];
    if (value <= high) return (index - 1 + (value - low) / (high - low)) / (sorted.length - 1);
  }
  return 1;
}

/** Why a market gives no percentiles, or the number. */
export function ofMarket({ votes }: Pick<PlainLine, 'votes'>, number: () => number): Plain {
  if (votes.length === 0) return { absent: 'not-in-input' };
  return votes.length < 5 ? { absent: 'too-few' } : number();
}

export function targetOf(line: PlainLine, target: PlainTarget): Plain {
  if (target.kind === 'percentile') return ofMarket(line, () => percentile(line.votes, target.p));
  return typeof line.medicare === 'number' ? line.medicare * target.share : line.medicare;
}

const payerIds: Readonly<Record<string, string>> = {
  'Aetna PPO': 'aetna',
  'BCBS PPO': 'bcbs',
  'Cigna PPO': 'cigna',
  'UnitedHealthcare PPO': 'uhg',
};

const byId = (rows: readonly Row[]) => new Map(rows.map((row) => [cell(row, 'id'), row]));

/** The hundred lines in the file's order. */
export function plainExample(): readonly PlainLine[] {
  const rvus = rowsOf('medicare/rvu.csv').filter(
    (row) => cell(row, 'year') === '2026' && cell(row, 'modifier') === '',
  );
  const localities = rowsOf('medicare/gpci.csv').filter(
    (row) => cell(row, 'year') === '2026' && cell(row, 'state') === 'TX',
  );
  const families = new Map(rowsOf('codes.csv').map((row) => [cell(row, 'code'), cell(row, 'family')]));
  const plans = byId(rowsOf('plans.csv'));
  const sources = byId(rowsOf('sources.csv'));
  return contractExample()
    .trim()
    .split('\r\n')
    .slice(1)
    .map((line) => {
      const [code = '', payer = '', rate, units] = line.split(',');
      return {
        label: `${code}, ${payer}`,
        code,
        payer,
        family: families.get(code) ?? '',
        units: Number(units),
        rate: Math.round(Number(rate) * 100),
        medicare: medicareOf(code, rvus, localities),
        ...marketOf(code, payerIds[payer] ?? '', plans, sources),
      };
    });
}
