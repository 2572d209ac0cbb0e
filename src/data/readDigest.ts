import * as v from 'valibot';
import { type AbsenceReason, absenceReasons, absent, type Cell, present } from '../domain/cell.ts';
import type { Problem } from '../domain/problem.ts';
import { type DigestFigures, digestKey, type ReleaseDigest } from '../domain/releaseDigest.ts';
import { readJson } from './readJson.ts';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const amounts = v.array(v.pipe(v.number(), v.integer()));
const indices = v.array(count);
const texts = v.array(v.string());

const digestSchema = v.object({
  id: v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\d\.[0-9a-f]{8}$/, 'not a date, a dot and 8 hex digits')),
  date: v.pipe(v.string(), v.isoDate()),
  counts: v.object({ codes: count, rates: count, providers: count, sources: count }),
  scope: v.string(),
  medicareYear: count,
  codes: texts,
  places: texts,
  rows: texts,
  absences: v.array(
    v.pipe(v.string(), v.regex(new RegExp(`^(${absenceReasons.join('|')}):`), 'not an absence')),
  ),
  code: indices,
  place: indices,
  row: indices,
  n: indices,
  mean: amounts,
  p25: amounts,
  median: amounts,
  p75: amounts,
  /** A grid of every code and every place, code by code. */
  medicare: v.object({ codes: indices, places: indices, amounts }),
});

export interface DigestResult {
  /** undefined when the text is not a digest; the problems say why. */
  readonly digest: ReleaseDigest | undefined;
  readonly problems: readonly Problem[];
}

/** Reads `releases/<id>.json`, the default figures of one release. Never throws on bad text. */
export function readDigest(text: string, file: string): DigestResult {
  const { value, problems } = readJson(text, file, 'the digest of a release', digestSchema);
  if (!value) return { digest: undefined, problems };
  const { id, date, counts, scope, medicareYear } = value;
  const absences = value.absences.map((each) => {
    const at = each.indexOf(':');
    return absent(each.slice(0, at) as AbsenceReason, each.slice(at + 1));
  });
  const cell = (amount: number | undefined): Cell | undefined =>
    amount === undefined ? undefined : amount >= 0 ? present(amount) : absences[-1 - amount];
  const keys = keysOf(value, value.code, value.place);
  const grid = value.medicare;
  const medicareKeys = grid.codes.flatMap((code) =>
    grid.places.map((place) => keyOf(value.codes[code], value.places[place])),
  );

  const figures = new Map<string, Map<string, DigestFigures>>();
  const medicare = new Map<string, Cell>();
  let isWhole = keys.length === value.n.length && medicareKeys.length === grid.amounts.length;
  for (const [index, key] of keys.entries()) {
    const row = value.rows[value.row[index] ?? -1];
    const [n, mean, p25] = [value.n[index], cell(value.mean[index]), cell(value.p25[index])];
    const [median, p75] = [cell(value.median[index]), cell(value.p75[index])];
    if (key && row && n !== undefined && mean && p25 && median && p75) {
      const own = figures.get(key) ?? new Map<string, DigestFigures>();
      figures.set(key, own.set(row, { n, mean, p25, median, p75 }));
    } else isWhole = false;
  }
  for (const [index, key] of medicareKeys.entries()) {
    const amount = cell(grid.amounts[index]);
    if (amount && key) medicare.set(key, amount);
    else isWhole = false;
  }
  if (isWhole) return { digest: { id, date, counts, scope, medicareYear, figures, medicare }, problems };
  const message = 'The columns of the digest are of different lengths, or name what its lists do not hold.';
  return { digest: undefined, problems: [{ file, line: 0, column: '', found: id, message, leftOut: true }] };
}

/** The key of each line, from columns told as pairs of index and how often it comes. */
function keysOf(
  lists: { readonly codes: readonly string[]; readonly places: readonly string[] },
  code: readonly number[],
  place: readonly number[],
): readonly string[] {
  const codes = repeated(lists.codes, code);
  const places = repeated(lists.places, place);
  if (codes.length !== places.length) return [];
  return codes.map((each, index) => keyOf(each, places[index]));
}

/** Empty when the lists hold no such code or place. */
function keyOf(code: string | undefined, place: string | undefined): string {
  if (code === undefined || place === undefined) return '';
  return digestKey(code, place === 'US' ? null : place);
}

function repeated(items: readonly string[], pairs: readonly number[]): readonly string[] {
  const all: string[] = [];
  for (let at = 0; at < pairs.length; at += 2) {
    const item = items[pairs[at] ?? -1];
    // As many as a release could hold at most: a damaged count must not fill the memory.
    const times = Math.min(pairs[at + 1] ?? 0, 1_000_000 - all.length);
    if (item === undefined) return [];
    for (let turn = 0; turn < times; turn += 1) all.push(item);
  }
  return all;
}
