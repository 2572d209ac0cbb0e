import { lazy, Suspense, useEffect } from 'react';
import type { ReleaseLoader } from '../data/loadRelease.ts';
import { NotFoundPage } from '../pages/NotFoundPage.tsx';
import type { CodeAddress } from '../share/address.ts';
import type { UnreadPart } from '../share/unreadPart.ts';
import { codePageTitle } from '../text/pageTitle.ts';
import { Loading } from '../ui/Loading.tsx';
import { codePageData } from './codePageData.ts';
import { PageFrame } from './PageFrame.tsx';
import { rememberCode } from './recentCodes.ts';
import { useLoaded } from './useLoaded.ts';

const CodePage = lazy(() => import('../pages/CodePage.tsx').then((module) => ({ default: module.CodePage })));

interface CodeRouteProps {
  readonly loader: Promise<ReleaseLoader>;
  readonly address: CodeAddress;
  readonly unread: readonly UnreadPart[];
  readonly onAddress: (address: CodeAddress) => void;
  readonly ownRates: number;
}

/** Loads a code's page. While the next place loads, the one before stays, at its own address and marked as busy. */
export function CodeRoute({ loader, address, unread, onAddress, ownRates }: CodeRouteProps) {
  const { code, place } = address;
  const key = `${code} ${place ?? ''}`;
  const loaded = useLoaded(key, async () => {
    const data = await codePageData(await loader, code, place);
    return { code, place, data };
  });
  const shown = loaded.value?.code === code ? loaded : { ...loaded, value: null };
  const title = shown.value?.data?.code.title;
  useEffect(() => {
    if (title === undefined) return;
    document.title = codePageTitle(code, title, place);
    rememberCode(code);
  }, [code, place, title]);

  const label = `Loading the rates of ${code}`;
  return (
    <PageFrame loaded={shown} label={label} chartHeight={360}>
      {({ data, place: shownPlace }) =>
        data === null ? (
          <NotFoundPage
            path={`code/${code}/`}
            message={`This release has no code ${code}. Rates of your own for it can be opened under “Your rates”.`}
          />
        ) : (
          <Suspense fallback={<Loading label={label} chartHeight={360} lines={10} />}>
            <div aria-busy={shownPlace === place ? undefined : true}>
              <CodePage
                address={{ ...address, place: shownPlace }}
                unread={unread}
                data={data}
                onAddress={onAddress}
                ownRates={ownRates}
              />
            </div>
          </Suspense>
        )
      }
    </PageFrame>
  );
}
