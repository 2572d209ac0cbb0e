import { absent, type Cell } from '../domain/cell.ts';
import { digestMeasures, type ReleaseDigest } from '../domain/releaseDigest.ts';

/**
 * A digest as JSON, one column a line. Columns hold indices into `codes`, `places` and `rows`; amounts are whole cents;
 * −1 and below stand for the absences listed, the first of them −1. Equal digests give equal text.
 */
export function digestText(digest: ReleaseDigest): string {
  const codes = list();
  const places = list();
  const rows = list();
  const absences = list();
  const number = (cell: Cell) =>
    cell.kind === 'value' ? cell.value : -1 - absences.at(`${cell.reason}:${cell.detail}`);

  const columns: Record<'code' | 'place' | 'row' | 'n' | (typeof digestMeasures)[number], number[]> = {
    code: [],
    place: [],
    row: [],
    n: [],
    mean: [],
    p25: [],
    median: [],
    p75: [],
  };
  for (const [key, figures] of digest.figures) {
    const [code = '', place = ''] = key.split(' ');
    for (const [row, each] of figures) {
      columns.code.push(codes.at(code));
      columns.place.push(places.at(place));
      columns.row.push(rows.at(row));
      columns.n.push(each.n);
      for (const measure of digestMeasures) columns[measure].push(number(each[measure]));
    }
  }
  // Every code has every place: the grid is told by its two edges.
  const grid = [...digest.medicare.keys()].map((key) => key.split(' '));
  const gridCodes = [...new Set(grid.map(([code = '']) => code))];
  const gridPlaces = [...new Set(grid.map(([, place = '']) => place))];
  const medicare = {
    codes: gridCodes.map(codes.at),
    places: gridPlaces.map(places.at),
    amounts: gridCodes.flatMap((code) =>
      gridPlaces.map((place) => number(digest.medicare.get(`${code} ${place}`) ?? absent('not-in-input'))),
    ),
  };
  const lines = [
    ['id', digest.id],
    ['date', digest.date],
    ['counts', digest.counts],
    ['scope', digest.scope],
    ['medicareYear', digest.medicareYear],
    ['codes', codes.items],
    ['places', places.items],
    ['rows', rows.items],
    ['absences', absences.items],
    ...Object.entries(columns).map(([name, values]) => [name, steps(values, name)] as const),
    ['medicare', medicare],
  ] as const;
  return `{\n${lines.map(([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)}`).join(',\n')}\n}\n`;
}

/** Sorted columns repeat one index many times: they are told as pairs of index and how often it comes. */
function steps(values: readonly number[], name: string): readonly number[] {
  if (name !== 'code' && name !== 'place') return values;
  const pairs: number[] = [];
  for (const value of values) {
    if (pairs.at(-2) === value) pairs[pairs.length - 1] = (pairs.at(-1) ?? 0) + 1;
    else pairs.push(value, 1);
  }
  return pairs;
}

/** A list that grows by what is asked of it; the answer is the index. */
function list(): { readonly items: readonly string[]; readonly at: (text: string) => number } {
  const items: string[] = [];
  const indices = new Map<string, number>();
  const at = (text: string) => {
    const known = indices.get(text);
    if (known !== undefined) return known;
    indices.set(text, items.length);
    return items.push(text) - 1;
  };
  return { items, at };
}
