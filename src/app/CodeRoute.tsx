import { lazy, Suspense, useCallback, useEffect, useMemo, useState } from 'react';
import { readCodePage } from '../data/carriedCodePage.ts';
import { codePageData } from '../data/codePageData.ts';
import type { PackedJson } from '../data/packedJson.ts';
import { codePageHead } from '../figures/codePage.ts';
import { CodePage } from '../pages/CodePage.tsx';
import { NotFoundPage } from '../pages/NotFoundPage.tsx';
import { type CodeAddress, codeAddress, formatAddress } from '../share/address.ts';
import type { UnreadPart } from '../share/unreadPart.ts';
import { codePageTitle } from '../text/codePageTitle.ts';
import { keepTogether } from '../text/keepTogether.ts';
import { placeTitle } from '../text/names.ts';
import { Loading } from '../ui/Loading.tsx';
import { Notice } from '../ui/Notice.tsx';
import { useFocusAfter } from '../ui/useFocusAfter.ts';
import { LinkLine } from './LinkLine.tsx';
import type { LoadRelease } from './loadOnce.ts';
import { PageFrame } from './PageFrame.tsx';
import { rememberCode } from './recentCodes.ts';
import { useLoaded } from './useLoaded.ts';
import { useWholeTitle } from './useTitle.ts';

const CodeFrame = lazy(() => import('./CodeFrame.tsx').then((module) => ({ default: module.CodeFrame })));

interface CodeRouteProps {
  readonly loader: LoadRelease;
  readonly address: CodeAddress;
  readonly unread: readonly UnreadPart[];
  readonly onAddress: (address: CodeAddress) => void;
  readonly ownRates: number;
  /** The page as it came inside its own file: shown at once, and enough until something needs the rates. */
  readonly given: PackedJson | null;
}

/**
 * Loads a code's page. While the next place loads, the figures of the one before stay, marked as busy; the controls stand
 * at the address asked for, so that the next choice is made on top of the one still loading.
 */
export function CodeRoute({ loader, address, unread, onAddress, ownRates, given }: CodeRouteProps) {
  const { code, place } = address;
  const focusAfter = useFocusAfter();
  const carried = useMemo(() => given && readCodePage(given), [given]);
  const own = carried?.head.code.code === code ? carried : null;
  const first = own?.head.place === place ? own : null;
  const isDefault = showsDefault(address);
  const [isNeeded, setNeeded] = useState(false);
  const need = useCallback(() => setNeeded(true), []);
  const key = `${code} ${place ?? ''}`;
  const loaded = useLoaded(isNeeded || !first || !isDefault ? key : null, async () => {
    const data = await codePageData(await loader(), code, place);
    return { code, place, data, head: data && codePageHead(data, place) };
  });
  const value = loaded.value?.code === code && (loaded.key === key || !first) ? loaded.value : null;
  const title = value?.data?.code.title ?? first?.head.code.title;
  useWholeTitle(title === undefined ? undefined : codePageTitle(code, title, place));
  useEffect(() => {
    if (title !== undefined) rememberCode(code);
  }, [code, title]);

  const label = `Loading the rates of ${code}`;
  if (value?.data === null) {
    return (
      <NotFoundPage
        path={`code/${code}/`}
        message={`This release has no code ${code}. Rates of your own for it can be opened under “Your rates”.`}
      />
    );
  }
  // Of another place of the code until the one asked for has come.
  const data = value?.data ?? null;
  const head = value?.head ?? own?.head;
  // A frame has no room for a notice beside figures that are not those asked for.
  if (!head || (loaded.error && (!first || address.embed !== null))) {
    return (
      <PageFrame loaded={{ ...loaded, value: null }} label={label} chartHeight={360}>
        {() => null}
      </PageFrame>
    );
  }
  // What failed is not awaited: the figures that are here must be readable, and the notice says whose they are.
  const isBusy = !loaded.error && (head.place !== place || (!data && !isDefault));
  if (address.embed !== null) {
    const loading = <Loading label={label} chartHeight={360} />;
    if (isBusy) return loading;
    return (
      <Suspense fallback={loading}>
        <CodeFrame address={address} unread={unread} head={head} first={first} data={data} />
      </Suspense>
    );
  }
  return (
    <div aria-busy={isBusy || undefined}>
      {loaded.error ? (
        <Notice tone="warning" title="The rates behind this page did not arrive.">
          {loaded.error.message} The figures below are those of the default view.{' '}
          <button
            type="button"
            onClick={({ currentTarget }) => {
              const page = currentTarget.closest('[role="status"]')?.parentElement;
              focusAfter(currentTarget, () => [page?.querySelector('h1')]);
              loaded.retry();
            }}
          >
            Try again
          </button>
        </Notice>
      ) : null}
      {first && first.head.release.id !== head.release.id ? (
        <Notice title="The data have changed since this page was made.">
          {keepTogether(
            `The page is of release ${first.head.release.id}; the figures now shown are of release ${head.release.id}.`,
          )}
        </Notice>
      ) : null}
      <CodePage
        address={address}
        isBusy={isBusy}
        unread={unread}
        onAddress={onAddress}
        ownRates={ownRates}
        onNeed={need}
        head={head}
        first={own}
        data={data}
        links={
          <LinkLine
            address={address}
            releaseId={head.release.id}
            title={`${code} ${head.code.title}, ${placeTitle(place)}`}
            loader={loader}
          />
        }
      />
    </div>
  );
}

/** Whether the first view is what an address asks for: in whatever order, framed or not, pinned or not. */
function showsDefault(address: CodeAddress): boolean {
  const plain: CodeAddress = { ...address, sort: null, embed: null, pin: null };
  return formatAddress(plain) === formatAddress(codeAddress(address.code, address.place));
}
