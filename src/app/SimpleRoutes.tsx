import { lazy, Suspense, useEffect, useState } from 'react';
import type { ReleaseLoader } from '../data/loadRelease.ts';
import { NotFoundPage } from '../pages/NotFoundPage.tsx';
import { pageTitle } from '../text/pageTitle.ts';
import { Loading } from '../ui/Loading.tsx';
import { placesWithRates } from './codePageData.ts';
import { PageFrame } from './PageFrame.tsx';
import { recentCodes } from './recentCodes.ts';
import { useLoaded } from './useLoaded.ts';

const HomePage = lazy(() => import('../pages/HomePage.tsx').then((module) => ({ default: module.HomePage })));
const DataPage = lazy(() => import('../pages/DataPage.tsx').then((module) => ({ default: module.DataPage })));
const MethodologyPage = lazy(() =>
  import('../pages/MethodologyPage.tsx').then((module) => ({ default: module.MethodologyPage })),
);

interface RouteProps {
  readonly loader: Promise<ReleaseLoader>;
}

export function HomeRoute({ loader }: RouteProps) {
  const [recent] = useState(recentCodes);
  useTitle('');
  const loaded = useLoaded('home', async () => {
    const release = await loader;
    const [listed, catalogue, headlines] = await Promise.all([
      release.release(),
      release.catalogue(),
      release.headlines(),
    ]);
    const places = new Set(headlines.flatMap(({ code }) => [...placesWithRates(listed, code)]));
    return {
      release: listed,
      codes: catalogue.codes,
      headlines: new Map(headlines.map((headline) => [headline.code, headline])),
      placesWithRates: places.size,
    };
  });
  return (
    <PageFrame loaded={loaded} label="Loading the catalogue">
      {(data) => (
        <Suspense fallback={<Loading label="Loading the catalogue" lines={10} />}>
          <HomePage {...data} recent={recent} />
        </Suspense>
      )}
    </PageFrame>
  );
}

export function DataRoute({ loader }: RouteProps) {
  useTitle('Data');
  const loaded = useLoaded('data', async () => {
    const release = await loader;
    const [listed, catalogue, headlines, coverageRows, aliases] = await Promise.all([
      release.release(),
      release.catalogue(),
      release.headlines(),
      release.coverage(),
      release.aliases(),
    ]);
    const titles = new Map(catalogue.codes.map(({ code, title }) => [code, title]));
    return {
      release: listed,
      sources: catalogue.sources,
      coverage: headlines.map(({ code, rates, providers }) => ({
        code,
        title: titles.get(code) ?? '',
        rates,
        providers,
        places: [...placesWithRates(listed, code)],
      })),
      coverageRows,
      aliases,
      plans: catalogue.plans,
      problems: release.problems(),
    };
  });
  return (
    <PageFrame loaded={loaded} label="Loading the list of sources">
      {(data) => (
        <Suspense fallback={<Loading label="Loading the list of sources" lines={10} />}>
          <DataPage {...data} />
        </Suspense>
      )}
    </PageFrame>
  );
}

export function MethodologyRoute({ loader }: RouteProps) {
  useTitle('Methodology');
  const loaded = useLoaded('methodology', async () => (await loader).schedule());
  return (
    <PageFrame loaded={loaded} label="Loading the definitions">
      {(schedule) => (
        <Suspense fallback={<Loading label="Loading the definitions" lines={10} />}>
          <MethodologyPage schedule={schedule} />
        </Suspense>
      )}
    </PageFrame>
  );
}

export function NotFoundRoute({ path }: { readonly path: string }) {
  useTitle('Page not found');
  return <NotFoundPage path={path} />;
}

function useTitle(page: string): void {
  useEffect(() => {
    document.title = pageTitle(page);
  }, [page]);
}
