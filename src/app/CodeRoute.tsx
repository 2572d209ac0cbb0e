import { useEffect, useState } from 'react';
import { type CodePageModel, codePageHead } from '../figures/codePage.ts';
import { CodePage } from '../pages/CodePage.tsx';
import { NotFoundPage } from '../pages/NotFoundPage.tsx';
import { type CodeAddress, codeAddress, formatAddress } from '../share/address.ts';
import type { UnreadPart } from '../share/unreadPart.ts';
import { codePageTitle } from '../text/pageTitle.ts';
import { Notice } from '../ui/Notice.tsx';
import { codePageData } from './codePageData.ts';
import type { LoadRelease } from './loadOnce.ts';
import { PageFrame } from './PageFrame.tsx';
import { rememberCode } from './recentCodes.ts';
import { useLoaded } from './useLoaded.ts';

interface CodeRouteProps {
  readonly loader: LoadRelease;
  readonly address: CodeAddress;
  readonly unread: readonly UnreadPart[];
  readonly onAddress: (address: CodeAddress) => void;
  readonly ownRates: number;
  /** The page as it came inside its own file: shown at once, and enough until something needs the rates. */
  readonly given: CodePageModel | null;
}

/** Loads a code's page. While the next place loads, the one before stays, at its own address and marked as busy. */
export function CodeRoute({ loader, address, unread, onAddress, ownRates, given }: CodeRouteProps) {
  const { code, place } = address;
  const first = given?.head.code.code === code && given.head.place === place ? given : null;
  const [isNeeded, setNeeded] = useState(false);
  const key = `${code} ${place ?? ''}`;
  const loaded = useLoaded(isNeeded || !first || !showsDefault(address) ? key : null, async () => {
    const data = await codePageData(await loader(), code, place);
    return { code, place, data, head: data && codePageHead(data, place) };
  });
  const value = loaded.value?.code === code && (loaded.key === key || !first) ? loaded.value : null;
  // Of another place of the code until the one asked for has come.
  const model = first ?? (given?.head.code.code === code ? given : null);
  const title = value?.data?.code.title ?? first?.head.code.title;
  useEffect(() => {
    if (title === undefined) return;
    document.title = codePageTitle(code, title, place);
    rememberCode(code);
  }, [code, place, title]);

  const view = { unread, onAddress, ownRates, onNeed: () => setNeeded(true) };
  if (model && !value) {
    return (
      <div aria-busy={first && showsDefault(address) ? undefined : true}>
        {loaded.error ? (
          <Notice tone="warning" title="The rates behind this page did not arrive.">
            {loaded.error.message} The figures below are those of the default view.{' '}
            <button type="button" onClick={loaded.retry}>
              Try again
            </button>
          </Notice>
        ) : null}
        <CodePage
          {...view}
          address={{ ...address, place: model.head.place }}
          head={model.head}
          first={model}
          data={null}
        />
      </div>
    );
  }
  return (
    <PageFrame loaded={{ ...loaded, value }} label={`Loading the rates of ${code}`} chartHeight={360}>
      {({ data, head, place: shownPlace }) =>
        data === null || head === null ? (
          <NotFoundPage
            path={`code/${code}/`}
            message={`This release has no code ${code}. Rates of your own for it can be opened under “Your rates”.`}
          />
        ) : (
          <div aria-busy={shownPlace === place ? undefined : true}>
            {first && first.head.release.id !== head.release.id ? (
              <Notice title="The data have changed since this page was made.">
                The page is of release {first.head.release.id}; the figures now shown are of release{' '}
                {head.release.id}.
              </Notice>
            ) : null}
            <CodePage
              {...view}
              address={{ ...address, place: shownPlace }}
              head={head}
              first={first}
              data={data}
            />
          </div>
        )
      }
    </PageFrame>
  );
}

/** Whether the first view is what an address asks for: in whatever order, framed or not, pinned or not. */
function showsDefault(address: CodeAddress): boolean {
  const plain: CodeAddress = { ...address, sort: null, embed: null, pin: null };
  return formatAddress(plain) === formatAddress(codeAddress(address.code, address.place));
}
