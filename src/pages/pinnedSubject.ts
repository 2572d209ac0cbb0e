import type { FeeSchedule } from '../domain/feeSchedule.ts';
import { isPricedAtSite } from '../domain/medicareComparison.ts';
import { places } from '../domain/place.ts';
import { digestMeasures, type ReleaseDigest } from '../domain/releaseDigest.ts';
import type { Site } from '../domain/scope.ts';
import type { ChangeSubject } from '../figures/releaseChange.ts';
import type { Address } from '../share/address.ts';

/** What a pinned link's view is compared by. */
export interface BothReleases {
  readonly was: ReleaseDigest;
  readonly now: ReleaseDigest;
  /** Of the release that is shown. */
  readonly schedule: FeeSchedule;
}

/** The default figures that a view is about. */
export function pinnedSubject(
  address: Extract<Address, { readonly pin: string | null }>,
  { was, now, schedule }: BothReleases,
): ChangeSubject {
  // A digest holds the fee schedule's amount of every code, also where a view's Medicare row says it is no comparison.
  const comparable = (codes: readonly string[], site: Site) =>
    codes.filter((code) => {
      const rvu = schedule.relativeValues(code, now.medicareYear);
      return rvu.kind === 'absent' || isPricedAtSite(rvu.value, site).kind === 'value';
    });
  switch (address.page) {
    case 'code':
    case 'brief': {
      const codes = address.page === 'code' ? [address.code] : address.codes;
      return {
        codes,
        places: address.place === null ? [null] : [address.place, null],
        rows: 'all',
        measures: digestMeasures,
        medicareCodes: comparable(codes, address.scope.site),
      };
    }
    case 'states':
      return {
        codes: [address.code],
        places: [null, ...places.map((place) => place.code)],
        rows: { only: address.payer },
        measures: [address.measure],
        medicareCodes:
          address.comparison === 'medicare' ? comparable([address.code], address.scope.site) : [],
      };
    case 'fee-schedule': {
      // Of both releases: a code that only the older one has is gone, and must be named as that.
      const all = medicareCodesOf(was, now);
      // A code that neither has shows the list of all of them, so that is what is compared.
      const codes = address.code !== null && all.includes(address.code) ? [address.code] : all;
      return { codes, places: [address.place], rows: 'none', measures: [], medicareCodes: codes };
    }
  }
}

function medicareCodesOf(...digests: readonly ReleaseDigest[]): readonly string[] {
  const keys = digests.flatMap(({ medicare }) => [...medicare.keys()]);
  return [...new Set(keys.map((key) => key.split(' ')[0] ?? ''))].toSorted();
}
