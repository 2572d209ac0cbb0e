import { memo, Suspense, useEffect, useRef, useState } from 'react';
import type { OwnRates } from '../data/ownRates.ts';
import type { Address } from '../share/address.ts';
import { Loading } from '../ui/Loading.tsx';
import { LinkProvider } from '../ui/links.tsx';
import { Shell } from '../ui/Shell.tsx';
import type { EmbeddedPage } from './embeddedPage.ts';
import type { LoadRelease } from './loadOnce.ts';
import type { DataPageData } from './pageData.ts';
import type { Routes } from './routes.ts';
import { useFocusInSight } from './useFocusInSight.ts';
import { useLinkClicks } from './useLinkClicks.ts';
import { useLoaded } from './useLoaded.ts';
import { type Route, type RouteStart, useRoute } from './useRoute.ts';
import { useTheme } from './useTheme.ts';

export interface AppProps {
  readonly start: RouteStart;
  readonly loader: LoadRelease;
  readonly routes: Routes;
  /** What the page's own file carries; null where the build made no such file. */
  readonly embedded: EmbeddedPage | null;
  /** The data page's tables, too large to travel inside it. */
  readonly dataPage?: DataPageData | null;
}

/** The running page: address in, page out. */
export function App({ start, ...rest }: AppProps) {
  return <Page route={useRoute(start)} base={start.base} {...rest} />;
}

interface PageProps extends Omit<AppProps, 'start'> {
  readonly route: Route;
  readonly base: string;
}

/** Apart from where the address is kept, so that the same address written there draws nothing anew. */
const Page = memo(function Page({ route, base, loader, routes, embedded, dataPage = null }: PageProps) {
  const { address } = route;
  const [theme, setTheme] = useTheme();
  const [ownTables, setOwnTables] = useState<OwnRates['tables'] | null>(null);
  const listed = useLoaded(embedded ? null : 'release', async () => (await loader()).release());
  useLinkClicks(base);
  useFocusInSight();
  useArrival(arrivalOf(address));
  const isCode = address.page === 'code';
  useEffect(() => {
    // From here on the page itself says what it shows (see `firstPaint.js`); a code's page once it is what was asked for.
    const marks = document.documentElement.dataset;
    delete marks['embed'];
    if (!isCode) delete marks['asked'];
  }, [isCode]);

  return (
    <LinkProvider hrefFor={route.hrefFor}>
      {'embed' in address && address.embed !== null ? (
        <Suspense fallback={<Loading label="Loading the figure" lines={4} />}>{pageOf(route)}</Suspense>
      ) : (
        <Shell
          current={address.page}
          release={embedded?.release ?? listed.value}
          theme={theme}
          onTheme={setTheme}
        >
          <Suspense fallback={<Loading label="Loading the page" lines={10} isPage />}>
            {pageOf(route)}
          </Suspense>
        </Shell>
      )}
    </LinkProvider>
  );

  function pageOf({ go, unread }: Route) {
    switch (address.page) {
      case 'home':
        return <routes.home loader={loader} given={embedded?.home ?? null} />;
      case 'code':
        return (
          <routes.code
            loader={loader}
            address={address}
            unread={unread}
            onAddress={go}
            ownRates={ownTables?.get(address.code)?.length ?? 0}
            given={embedded?.code ?? null}
          />
        );
      case 'states':
        return <routes.states loader={loader} address={address} unread={unread} onAddress={go} />;
      case 'fee-schedule':
        return <routes.feeSchedule loader={loader} address={address} unread={unread} onAddress={go} />;
      case 'brief':
        return <routes.brief loader={loader} address={address} unread={unread} onAddress={go} />;
      case 'own':
        return <routes.own loader={loader} onTables={setOwnTables} part={address.view} unread={unread} />;
      case 'methodology':
        return <routes.methodology loader={loader} given={embedded?.methodology ?? null} />;
      case 'data':
        return <routes.data loader={loader} given={dataPage} />;
      case 'not-found':
        return <routes.notFound path={address.path} />;
    }
  }
});

/** What counts as another page: another code is, another place or setting of the same is not. */
function arrivalOf(address: Address): string {
  return 'code' in address ? `${address.page} ${address.code}` : address.page;
}

/** Arriving at another page starts at its top, with the focus in its content, as a page load would. */
function useArrival(where: string): void {
  const last = useRef(where);
  useEffect(() => {
    if (last.current === where) return;
    last.current = where;
    // A choice in a list that is still there is the page's own: the reader goes on choosing.
    if (document.activeElement instanceof HTMLSelectElement) return;
    scrollTo({ top: 0 });
    document.getElementById('main')?.focus({ preventScroll: true });
  }, [where]);
}
