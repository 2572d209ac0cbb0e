import { npiList } from '../../domain/npiList.ts';
import { findPlace, type PlaceCode } from '../../domain/place.ts';

/** What a line of a table of providers says. */
export interface ListedProvider {
  readonly npis: readonly string[];
  /** `EIN:…` and `CCN:…`. */
  readonly identifiers: readonly string[];
  readonly name: string;
  readonly place: PlaceCode;
  readonly system: string;
}

/** Headings by what they hold, in small letters; those of CMS's registry of NPIs (NPPES) among them. */
const headings = {
  npi: ['npi', 'npis', 'national provider identifier', 'provider_npi', 'billing_npi'],
  ein: ['ein', 'tin', 'tax_id', 'tax id', 'employer identification number (ein)'],
  ccn: ['ccn', 'provider ccn', 'medicare_provider_number', 'cms certification number (ccn)', 'facility id'],
  name: [
    'name',
    'provider',
    'provider_name',
    'provider organization name (legal business name)',
    'facility name',
  ],
  lastName: ['provider last name (legal name)', 'last_name'],
  firstName: ['provider first name', 'first_name'],
  place: ['state', 'place', 'provider business practice location address state name', 'practice_state'],
  system: ['system', 'health_system', 'health system'],
} as const;

type Field = keyof typeof headings;

/**
 * Finds the columns of a table of providers.
 *
 * @returns how to read a line, undefined for one without a number or a place; or, as a text, what the table lacks.
 */
export function providerColumns(
  header: readonly string[],
): string | ((cell: (index: number) => string) => ListedProvider | undefined) {
  const plain = header.map((heading) => heading.trim().toLowerCase());
  const at = Object.fromEntries(
    Object.entries(headings).map(([field, words]) => [
      field,
      plain.findIndex((each) => words.some((word) => word === each)),
    ]),
  ) as Record<Field, number>;
  if (at.npi < 0 && at.ein < 0 && at.ccn < 0) return 'a column npi, ein or ccn';
  if (at.place < 0) return 'a column state';
  return (cell) => {
    const text = (field: Field) => (at[field] < 0 ? '' : cell(at[field]).trim());
    const place = text('place').toUpperCase();
    const npis = npiList(text('npi'));
    const identifiers = [...einOf(text('ein')), ...ccnOf(text('ccn'))];
    if (!findPlace(place) || npis.length + identifiers.length === 0) return undefined;
    const person = [text('firstName'), text('lastName')].filter(Boolean).join(' ');
    return { npis, identifiers, name: text('name') || person, place, system: text('system') };
  };
}

/** A tax id with or without its hyphen. The registry's own column is blanked out. */
function einOf(text: string): readonly string[] {
  const digits = text.replace('-', '');
  return /^\d{9}$/.test(digits) ? [`EIN:${digits}`] : [];
}

/** Six characters; spreadsheets drop the zero in front. */
function ccnOf(text: string): readonly string[] {
  const plain = /^\d{5}$/.test(text) ? `0${text}` : text.toUpperCase();
  return /^[0-9A-Z]{6}$/.test(plain) ? [`CCN:${plain}`] : [];
}
