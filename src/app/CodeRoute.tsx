import { Suspense, useEffect } from 'react';
import type { PackedJson } from '../data/packedJson.ts';
import { CodePage } from '../pages/CodePage.tsx';
import { NotFoundPage } from '../pages/NotFoundPage.tsx';
import type { CodeAddress } from '../share/address.ts';
import type { UnreadPart } from '../share/unreadPart.ts';
import { codePageTitle } from '../text/codePageTitle.ts';
import { keepTogether } from '../text/keepTogether.ts';
import { placeTitle } from '../text/names.ts';
import { pageTitle } from '../text/pageTitle.ts';
import { afterFrame } from '../ui/afterFrame.ts';
import { Loading } from '../ui/Loading.tsx';
import { latePart } from '../ui/latePart.ts';
import { Notice } from '../ui/Notice.tsx';
import { useAlive } from '../ui/useAlive.ts';
import { useFocusAfter } from '../ui/useFocusAfter.ts';
import { codeStage } from './codeStage.ts';
import { LinkLine } from './LinkLine.tsx';
import type { LoadRelease } from './loadOnce.ts';
import { PageFrame } from './PageFrame.tsx';
import { rememberCode } from './recentCodes.ts';
import { useCodeRates } from './useCodeRates.ts';
import { useWholeTitle } from './useTitle.ts';

const CodeFrame = latePart(() => import('./CodeFrame.tsx').then((module) => module.CodeFrame));

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
  const { loaded, onNeed, ...arrived } = useCodeRates(loader, address, given);
  const { own, first, rates } = arrived;
  const focusAfter = useFocusAfter();
  const title = (rates?.found ?? first)?.head.code.title;
  // Without a connection the page may be the home page's file, whose title is not its own.
  const untitled = loaded.error ? pageTitle(`${code}, ${placeTitle(place)}`) : undefined;
  useWholeTitle(title === undefined ? untitled : codePageTitle(code, title, place));
  useEffect(() => {
    if (title !== undefined) rememberCode(code);
  }, [code, title]);

  const stage = codeStage(address, arrived);
  const isAwaited = stage.kind === 'shown' && stage.isBusy;
  const isAlive = useAlive();
  useEffect(() => {
    // Before the page is alive its address is that of its file.
    const marks = document.documentElement.dataset;
    if (!isAlive || marks['asked'] === undefined) return;
    if (!isAwaited) return afterFrame(() => afterFrame(() => delete marks['asked']));
    if (marks['asked'] === 'now') marks['asked'] = 'known';
  }, [isAlive, isAwaited]);
  const label = `Loading the rates of ${code}`;
  if (stage.kind === 'no-code') {
    return (
      <NotFoundPage
        path={`code/${code}/`}
        message={`This release has no code ${code}. Rates of your own for it can be opened under “Your rates”.`}
      />
    );
  }
  if (stage.kind === 'waiting') {
    return (
      <PageFrame loaded={{ ...loaded, value: null }} label={label} chartHeight={360}>
        {() => null}
      </PageFrame>
    );
  }
  const { head, data, isBusy } = stage;
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
        <RatesMissing
          reason={loaded.error.message}
          onRetry={(button) => {
            const page = button.closest('[role="status"]')?.parentElement;
            focusAfter(button, () => [page?.querySelector('h1')]);
            loaded.retry();
          }}
        />
      ) : null}
      {first && first.head.release.id !== head.release.id ? (
        <DataChanged from={first.head.release.id} to={head.release.id} />
      ) : null}
      <CodePage
        address={address}
        isBusy={isBusy}
        unread={unread}
        onAddress={onAddress}
        ownRates={ownRates}
        onNeed={onNeed}
        missing={loaded.error && { reason: loaded.error.message, onRetry: loaded.retry }}
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

interface RatesMissingProps {
  readonly reason: string;
  readonly onRetry: (button: Element) => void;
}

/** Above a first view whose rates did not come: what stands below is not what the address asks for. */
function RatesMissing({ reason, onRetry }: RatesMissingProps) {
  return (
    <Notice tone="warning" title="The rates behind this page did not arrive.">
      {reason} The figures below are those of the default view.{' '}
      <button type="button" onClick={({ currentTarget }) => onRetry(currentTarget)}>
        Try again
      </button>
    </Notice>
  );
}

interface DataChangedProps {
  /** Ids of releases: the one the page was built from, and the one that was loaded since. */
  readonly from: string;
  readonly to: string;
}

/** A page that was open, or kept, while the site was published anew. */
function DataChanged({ from, to }: DataChangedProps) {
  return (
    <Notice title="The data have changed since this page was made.">
      {keepTogether(`The page is of release ${from}; the figures now shown are of release ${to}.`)}
    </Notice>
  );
}
