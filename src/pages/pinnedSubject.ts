import { places } from '../domain/place.ts';
import { digestMeasures, type ReleaseDigest } from '../domain/releaseDigest.ts';
import type { ChangeSubject } from '../figures/releaseChange.ts';
import type { Address } from '../share/address.ts';

/** The default figures that a view is about. */
export function pinnedSubject(
  address: Extract<Address, { readonly pin: string | null }>,
  now: ReleaseDigest,
): ChangeSubject {
  switch (address.page) {
    case 'code':
      return {
        codes: [address.code],
        places: address.place === null ? [null] : [address.place, null],
        rows: 'all',
        measures: digestMeasures,
        medicare: true,
      };
    case 'states':
      return {
        codes: [address.code],
        places: [null, ...places.map((place) => place.code)],
        rows: { only: address.payer },
        measures: [address.measure],
        medicare: address.comparison === 'medicare',
      };
    case 'brief':
      return {
        codes: address.codes,
        places: address.place === null ? [null] : [address.place, null],
        rows: 'all',
        measures: digestMeasures,
        medicare: true,
      };
    case 'fee-schedule': {
      const all = [...new Set([...now.medicare.keys()].map((key) => key.split(' ')[0] ?? ''))];
      const codes = address.code === null ? all : [address.code];
      return { codes, places: [address.place], rows: 'none', measures: [], medicare: true };
    }
  }
}
