import { lazy, Suspense, useEffect } from 'react';
import type { ReleaseLoader } from '../data/loadRelease.ts';
import { type BriefAddress, codeAddress } from '../share/address.ts';
import type { UnreadPart } from '../share/unreadPart.ts';
import { placeTitle } from '../text/names.ts';
import { pageTitle } from '../text/pageTitle.ts';
import { Loading } from '../ui/Loading.tsx';
import { useHref } from '../ui/links.tsx';
import { PageFrame } from './PageFrame.tsx';
import { useLoaded } from './useLoaded.ts';

const BriefPage = lazy(() =>
  import('../pages/BriefPage.tsx').then((module) => ({ default: module.BriefPage })),
);

interface BriefRouteProps {
  readonly loader: Promise<ReleaseLoader>;
  readonly address: BriefAddress;
  readonly unread: readonly UnreadPart[];
  readonly onAddress: (address: BriefAddress) => void;
}

/** Loads the rates of every code of a brief, side by side. */
export function BriefRoute({ loader, address, unread, onAddress }: BriefRouteProps) {
  const href = useHref();
  const { codes, place } = address;
  const loaded = useLoaded(`${codes.join()} ${place ?? ''}`, async () => {
    const release = await loader;
    const [listed, catalogue, schedule] = await Promise.all([
      release.release(),
      release.catalogue(),
      release.schedule(),
    ]);
    const known = codes.flatMap((code) => catalogue.codes.find((each) => each.code === code) ?? []);
    const rates = await Promise.all(
      known.map(async (code) => {
        const [nationalRates, placeRates] = await Promise.all([
          release.rates(code.code, null),
          place === null ? null : release.rates(code.code, place),
        ]);
        return { code, nationalRates, placeRates };
      }),
    );
    return {
      asked: { codes, place },
      data: {
        codes: rates,
        unknown: codes.filter((code) => !known.some((each) => each.code === code)),
        catalogue: catalogue.codes,
        release: listed,
        schedule,
      },
    };
  });
  const title = pageTitle(
    codes.length === 0 ? 'Negotiation brief' : `Brief: ${codes.join(', ')}, ${placeTitle(place)}`,
  );
  useEffect(() => {
    document.title = title;
  }, [title]);
  const label = 'Loading the brief';
  return (
    <PageFrame loaded={loaded} label={label} chartHeight={400}>
      {({ asked, data }) => (
        <Suspense fallback={<Loading label={label} chartHeight={400} />}>
          <BriefPage
            // While other rates load, the sheet before them stays, under its own name.
            address={{ ...address, ...asked }}
            unread={unread}
            data={data}
            onAddress={onAddress}
            link={new URL(href(whereToLook({ ...address, ...asked })), location.href).href}
          />
        </Suspense>
      )}
    </PageFrame>
  );
}

/** A single code has a page with everything behind the sheet; several have the brief itself. */
function whereToLook(address: BriefAddress) {
  const [only, ...others] = address.codes;
  if (only === undefined || others.length > 0) return address;
  const { scope, medicareYear } = address;
  return { ...codeAddress(only, address.place), scope, medicareYear };
}
