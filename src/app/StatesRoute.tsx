import { Suspense } from 'react';
import { NotFoundPage } from '../pages/NotFoundPage.tsx';
import { StatesPage } from '../pages/StatesPage.tsx';
import { codeAddress, type StatesAddress } from '../share/address.ts';
import type { UnreadPart } from '../share/unreadPart.ts';
import { statesPageTitle } from '../text/codePageTitle.ts';
import { pageTitle } from '../text/pageTitle.ts';
import { Loading } from '../ui/Loading.tsx';
import { latePart } from '../ui/latePart.ts';
import { useHref } from '../ui/links.tsx';
import { LinkLine } from './LinkLine.tsx';
import type { LoadRelease } from './loadOnce.ts';
import { PageFrame } from './PageFrame.tsx';
import { useLoaded } from './useLoaded.ts';
import { useWholeTitle } from './useTitle.ts';

const StatesEmbed = latePart(() => import('../pages/StatesEmbed.tsx').then((module) => module.StatesEmbed));

interface StatesRouteProps {
  readonly loader: LoadRelease;
  readonly address: StatesAddress;
  readonly unread: readonly UnreadPart[];
  readonly onAddress: (address: StatesAddress) => void;
}

/** Loads the board of all states of a code. */
export function StatesRoute({ loader, address, unread, onAddress }: StatesRouteProps) {
  const href = useHref();
  const { code } = address;
  const loaded = useLoaded(`states ${code}`, async () => {
    const release = await loader();
    const [listed, catalogue, schedule, table] = await Promise.all([
      release.release(),
      release.catalogue(),
      release.schedule(),
      release.rates(code, null),
    ]);
    const found = catalogue.codes.find((each) => each.code === code);
    return { code: found, table, release: listed, schedule };
  });
  const shown = loaded.key === `states ${code}` ? loaded : { ...loaded, value: null };
  const title = shown.value?.code?.title;
  const untitled = loaded.error ? pageTitle(`${code}, all states`) : undefined;
  useWholeTitle(title === undefined ? untitled : statesPageTitle(code, title));
  const label = `Loading the rates of ${code}`;
  return (
    <PageFrame loaded={shown} label={label} chartHeight={400}>
      {({ code: found, ...data }) =>
        found === undefined ? (
          <NotFoundPage path={`code/${code}/states/`} message={`This release has no code ${code}.`} />
        ) : address.embed !== null ? (
          <Suspense fallback={<Loading label={label} chartHeight={400} />}>
            <StatesEmbed
              address={address}
              table={data.table}
              schedule={data.schedule}
              releaseId={data.release.id}
              unread={unread}
            />
          </Suspense>
        ) : (
          <StatesPage
            unread={unread}
            {...data}
            code={found}
            scope={address.scope}
            payer={address.payer}
            measure={address.measure}
            comparison={address.comparison}
            sort={address.sort}
            mapped={address.mapped}
            board={address.board}
            listed={address.listed}
            onView={(change) => onAddress({ ...address, ...change })}
            onScope={(scope) => onAddress({ ...address, scope })}
            links={
              <LinkLine
                address={address}
                releaseId={data.release.id}
                title={`${code} ${found.title}, all states`}
                loader={loader}
              />
            }
            address={href(address)}
            hrefForPlace={(place) => href({ ...codeAddress(code, place), scope: address.scope })}
          />
        )
      }
    </PageFrame>
  );
}
