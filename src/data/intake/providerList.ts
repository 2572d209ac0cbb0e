import { places } from '../../domain/place.ts';
import type { ListedProvider, ProviderNpis } from '../../domain/placedProviders.ts';
import type { OwnTable, StreamedTable } from '../ownTable.ts';
import type { CsvRow } from '../readCsv.ts';

/** Headings as lower-case words, best first; NPPES names its columns at length. */
const headings = {
  npi: ['npi', 'npi number', 'provider npi', 'national provider identifier', 'type 2 npi', 'group npi'],
  place: [
    'state',
    'provider state',
    'practice state',
    'st',
    'place',
    'provider business practice location address state name',
    'provider business mailing address state name',
  ],
  name: [
    'name',
    'provider name',
    'organization name',
    'organisation name',
    'practice name',
    'facility name',
    'provider organization name legal business name',
    'provider',
  ],
} as const;

export interface ListColumns {
  readonly npi: number;
  readonly place: number;
  /** -1 where it names nobody. */
  readonly name: number;
}

const placeByName = new Map(
  places.flatMap(({ code, name }) => [
    [code.toLowerCase(), code] as const,
    [name.toLowerCase(), code] as const,
  ]),
);

/** Where a list of providers has its columns; undefined where the header is not that of one: it needs NPI and state. */
export function listColumns(header: readonly string[]): ListColumns | undefined {
  const words = header.map((heading) =>
    heading
      .toLowerCase()
      .split(/[^a-z0-9]+/)
      .filter((word) => word !== '')
      .join(' '),
  );
  const find = (names: readonly string[]) =>
    names.map((name) => words.indexOf(name)).find((index) => index !== -1) ?? -1;
  const columns = { npi: find(headings.npi), place: find(headings.place), name: find(headings.name) };
  const isOfRates = words.some((word) => /\b(rate|amount|charge|price|payer|payor)\b/.test(word));
  return columns.npi === -1 || columns.place === -1 || isOfRates ? undefined : columns;
}

/** What became of a list of providers. */
export interface ListReading {
  readonly found: ReadonlyMap<number, ListedProvider>;
  readonly present: number;
  /** Lines whose NPI or state cannot be read. */
  readonly unreadable: number;
}

/** Reads what a list says of the NPIs that are asked for; of one that stands in it twice the first line counts. */
export async function readProviderList(
  table: OwnTable | StreamedTable,
  columns: ListColumns,
  wanted: ProviderNpis['numbers'],
): Promise<ListReading> {
  const asked = new Set(wanted);
  const found = new Map<number, ListedProvider>();
  let unreadable = 0;
  const take = ({ cells }: CsvRow): boolean => {
    const npi = Number((cells[columns.npi] ?? '').trim());
    const place = placeByName.get((cells[columns.place] ?? '').trim().toLowerCase());
    if (!Number.isInteger(npi) || npi < 1_000_000_000 || npi > 9_999_999_999 || place === undefined)
      unreadable += 1;
    else if (asked.has(npi) && !found.has(npi))
      found.set(npi, { name: (cells[columns.name] ?? '').trim(), place });
    return true;
  };
  const { rowsPresent } = 'read' in table ? table.read(take) : await table.pass({ take });
  return { found, present: rowsPresent, unreadable };
}
