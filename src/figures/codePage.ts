import { benchmarkFacts, type PlaceFacts } from '../domain/benchmarkFacts.ts';
import type { BillingCode } from '../domain/billingCode.ts';
import { codeBenchmarks, type PlaceBenchmark } from '../domain/codeBenchmarks.ts';
import type { CodeContext } from '../domain/codeContext.ts';
import { type NationFacts, nationFacts } from '../domain/deviation.ts';
import type { FeeSchedule } from '../domain/feeSchedule.ts';
import { fileYears } from '../domain/fileYears.ts';
import { newestYear } from '../domain/newestYear.ts';
import type { PlaceCode } from '../domain/place.ts';
import type { PlaceNote } from '../domain/placeNote.ts';
import type { PublishedFigure } from '../domain/published.ts';
import type { RateTable } from '../domain/rateTable.ts';
import type { ChargeSummary, Release } from '../domain/release.ts';
import { defaultScope } from '../domain/scope.ts';

/** Everything a release says of a code, for its page in one place. */
export interface CodePageData {
  readonly code: BillingCode;
  /** The whole catalogue, for links to related codes. */
  readonly codes: readonly BillingCode[];
  readonly release: Pick<Release, 'id' | 'date'>;
  readonly nationalRates: RateTable;
  /** null on the national page. */
  readonly placeRates: RateTable | null;
  /** Places with any payer rate for the code. */
  readonly placesWithRates: ReadonlySet<PlaceCode>;
  readonly charges: readonly ChargeSummary[];
  readonly schedule: FeeSchedule;
  /** What others print for the code. */
  readonly published: readonly PublishedFigure[];
  /** null = the release has no context for the code. */
  readonly context: CodeContext | null;
  /** What is particular about the place; none on the national page. */
  readonly notes: readonly PlaceNote[];
}

/** What a code's page needs besides its figures before any rate is read: plain JSON. */
export interface CodePageHead {
  readonly code: BillingCode;
  readonly place: PlaceCode | null;
  readonly release: Pick<Release, 'id' | 'date'>;
  readonly placesWithRates: readonly PlaceCode[];
  /** Years of the published files that hold rates of the code, ascending. */
  readonly years: readonly number[];
  /** Fee-schedule years of the release, ascending. */
  readonly medicareYears: readonly number[];
  /** Any rate of the code here, whatever the scope. */
  readonly hasRates: boolean;
  readonly hasPublished: boolean;
  readonly notes: readonly PlaceNote[];
}

/**
 * A code's page in its default view, as it travels inside the page's own file: plain JSON and small. The rates are only
 * needed once a control or a look further down asks for more.
 */
export interface CodePageModel {
  readonly head: CodePageHead;
  readonly here: PlaceFacts;
  /** What the place is held against; null where `here` is the nation. */
  readonly nation: { readonly benchmark: NationFacts } | null;
}

/** What of the data a page needs before any rate is read. */
export function codePageHead(data: CodePageData, place: PlaceCode | null): CodePageHead {
  return {
    // Words to search by are the catalogue's.
    code: { ...data.code, keywords: [] },
    place,
    release: { id: data.release.id, date: data.release.date },
    placesWithRates: [...data.placesWithRates].sort(),
    years: fileYears(data.nationalRates),
    medicareYears: data.schedule.years,
    hasRates: (data.placeRates ?? data.nationalRates).length > 0,
    hasPublished: data.published.length > 0,
    notes: data.notes,
  };
}

/** The page of a code in a place as a link without any setting opens it. */
export function codePageModel(data: CodePageData, place: PlaceCode | null): CodePageModel {
  const { nationalRates, placeRates, schedule } = data;
  const { here, nation } = codeBenchmarks({
    nationalRates,
    placeRates,
    place,
    scope: defaultScope,
    schedule,
    medicareYear: newestYear(schedule.years),
  });
  return {
    head: codePageHead(data, place),
    here: placeFacts(here),
    nation: here === nation ? null : { benchmark: nationFacts(nation.benchmark) },
  };
}

function placeFacts({ benchmark, medicare }: PlaceBenchmark): PlaceFacts {
  return { benchmark: benchmarkFacts(benchmark), medicare };
}
