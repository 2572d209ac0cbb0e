import { useEffect, useRef } from 'react';
import type { ReleaseLoader } from '../data/loadRelease.ts';
import type { Address } from '../share/address.ts';
import { LinkProvider } from '../ui/links.tsx';
import { Shell } from '../ui/Shell.tsx';
import { CodeRoute } from './CodeRoute.tsx';
import { FeeScheduleRoute } from './FeeScheduleRoute.tsx';
import { OwnRoute } from './OwnRoute.tsx';
import { DataRoute, HomeRoute, MethodologyRoute, NotFoundRoute } from './SimpleRoutes.tsx';
import { StatesRoute } from './StatesRoute.tsx';
import { useLinkClicks } from './useLinkClicks.ts';
import { useLoaded } from './useLoaded.ts';
import { useOwnFile } from './useOwnFile.ts';
import { type Route, useRoute } from './useRoute.ts';
import { useTheme } from './useTheme.ts';

interface AppProps {
  /** Path of the site's root. */
  readonly base: string;
  readonly loader: Promise<ReleaseLoader>;
}

/** The running page: address in, page out. */
export function App({ base, loader }: AppProps) {
  const route = useRoute(base);
  const { address } = route;
  const [theme, setTheme] = useTheme();
  const own = useOwnFile();
  const release = useLoaded('release', async () => (await loader).release());
  useLinkClicks(base);
  useArrival(arrivalOf(address));

  return (
    <LinkProvider hrefFor={route.hrefFor}>
      <Shell current={address.page} release={release.value} theme={theme} onTheme={setTheme}>
        {pageOf(route)}
      </Shell>
    </LinkProvider>
  );

  function pageOf({ go, unread }: Route) {
    switch (address.page) {
      case 'home':
        return <HomeRoute loader={loader} />;
      case 'code':
        return (
          <CodeRoute
            loader={loader}
            address={address}
            unread={unread}
            onAddress={go}
            ownRates={own.rates?.tables.get(address.code)?.length ?? 0}
          />
        );
      case 'states':
        return <StatesRoute loader={loader} address={address} unread={unread} onAddress={go} />;
      case 'fee-schedule':
        return <FeeScheduleRoute loader={loader} address={address} unread={unread} onAddress={go} />;
      case 'own':
        return <OwnRoute loader={loader} own={own} />;
      case 'methodology':
        return <MethodologyRoute loader={loader} />;
      case 'data':
        return <DataRoute loader={loader} />;
      case 'not-found':
        return <NotFoundRoute path={address.path} />;
    }
  }
}

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
    scrollTo({ top: 0 });
    document.getElementById('main')?.focus({ preventScroll: true });
  }, [where]);
}
