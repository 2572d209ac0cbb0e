import { npiList } from '../../domain/npiList.ts';
import { findPlace, type PlaceCode } from '../../domain/place.ts';
import { publishedDate } from '../../domain/publishedDate.ts';
import type { FileHead, PaidProvider } from './formatReader.ts';

/** What the head of a hospital file says, as published; '' where it does not. */
export interface HospitalFacts {
  readonly name: string;
  readonly date: string;
  readonly version: string;
  /** The state beside the licence number. */
  readonly state: string;
  /** Addresses, joined with `|` where there are several. */
  readonly addresses: string;
  /** Type 2 NPIs, joined with `|`; templates 2.x have none. */
  readonly npis: string;
}

export interface HospitalHead {
  readonly head: FileHead;
  readonly provider: PaidProvider;
  /** What the head leaves open, as sentences. */
  readonly notes: readonly string[];
}

/** The hospital and file a head describes. A hospital of several places is one provider, known by its first NPI. */
export function hospitalHead({ name, date, version, state, addresses, npis }: HospitalFacts): HospitalHead {
  const numbers = npiList(npis);
  const place = placeOf(state) ?? placeOfAddresses(addresses) ?? '';
  const updated = publishedDate(date);
  const notes = [
    name.trim() === '' ? 'The file does not name its hospital.' : '',
    place === '' ? 'The file does not say which state the hospital is in.' : '',
    updated === undefined ? 'The file does not say when it was updated.' : '',
  ];
  return {
    head: { publisher: oneLine(name), kind: 'hospital', date: updated ?? '', version: version.trim() },
    provider: {
      name: oneLine(name) || 'A hospital its file does not name',
      identifier: numbers[0] === undefined ? '' : `NPI:${numbers[0]}`,
      npis: numbers,
      place,
    },
    notes: notes.filter((note) => note !== ''),
  };
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function placeOf(text: string): PlaceCode | undefined {
  return findPlace(text.trim().toUpperCase())?.code;
}

/** `…, Fullerton, CA  92832` */
function placeOfAddresses(addresses: string): PlaceCode | undefined {
  for (const [, state = ''] of addresses.matchAll(/\b([A-Za-z]{2})[,.]?\s+\d{5}(?:-?\d{4})?\b/g)) {
    const place = placeOf(state);
    if (place !== undefined) return place;
  }
  return undefined;
}
