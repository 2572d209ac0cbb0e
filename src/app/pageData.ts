import { placesWithRates } from '../data/codePageData.ts';
import type { ReleaseLoader } from '../data/loadRelease.ts';
import type { BillingCode } from '../domain/billingCode.ts';
import type { CodeHeadline } from '../domain/codeHeadline.ts';
import type { Release } from '../domain/release.ts';
import { medicareExample } from '../pages/medicareExample.ts';

/** What the home page shows: plain JSON. */
export interface HomeData {
  readonly release: Pick<Release, 'id' | 'date'>;
  /** Files in the release. */
  readonly files: number;
  readonly codes: readonly BillingCode[];
  readonly headlines: readonly CodeHeadline[];
  /** How many states have payer rates for any code. */
  readonly placesWithRates: number;
}

export async function homeData(loader: ReleaseLoader): Promise<HomeData> {
  const [release, catalogue, headlines] = await Promise.all([
    loader.release(),
    loader.catalogue(),
    loader.headlines(),
  ]);
  const places = new Set(headlines.flatMap(({ code }) => [...placesWithRates(release, code)]));
  return {
    release: { id: release.id, date: release.date },
    files: release.files.length,
    codes: catalogue.codes,
    headlines,
    placesWithRates: places.size,
  };
}

export async function methodologyData(
  loader: ReleaseLoader,
): Promise<{ readonly medicareExample: string | null }> {
  return { medicareExample: medicareExample(await loader.schedule()) };
}

/** Sources, coverage and problems of the whole release. */
export async function dataPageData(loader: ReleaseLoader) {
  const [release, catalogue, headlines, coverageRows, aliases] = await Promise.all([
    loader.release(),
    loader.catalogue(),
    loader.headlines(),
    loader.coverage(),
    loader.aliases(),
  ]);
  const titles = new Map(catalogue.codes.map(({ code, title }) => [code, title]));
  return {
    release,
    sources: catalogue.sources,
    coverage: headlines.map(({ code, rates, providers }) => ({
      code,
      title: titles.get(code) ?? '',
      rates,
      providers,
      places: [...placesWithRates(release, code)],
    })),
    coverageRows,
    aliases,
    plans: catalogue.plans,
    problems: loader.problems(),
  };
}

export type DataPageData = Awaited<ReturnType<typeof dataPageData>>;
