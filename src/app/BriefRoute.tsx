import { BriefPage } from '../pages/BriefPage.tsx';
import { type BriefAddress, codeAddress } from '../share/address.ts';
import type { UnreadPart } from '../share/unreadPart.ts';
import { placeTitle } from '../text/names.ts';
import { useHref } from '../ui/links.tsx';
import { LinkLine } from './LinkLine.tsx';
import type { LoadRelease } from './loadOnce.ts';
import { PageFrame } from './PageFrame.tsx';
import { useLoaded } from './useLoaded.ts';
import { useTitle } from './useTitle.ts';

interface BriefRouteProps {
  readonly loader: LoadRelease;
  readonly address: BriefAddress;
  readonly unread: readonly UnreadPart[];
  readonly onAddress: (address: BriefAddress) => void;
}

/** Loads the rates of every code of a brief, side by side. */
export function BriefRoute({ loader, address, unread, onAddress }: BriefRouteProps) {
  const href = useHref();
  const { codes, place } = address;
  const key = `${codes.join()} ${place ?? ''}`;
  const loaded = useLoaded(key, async () => {
    const release = await loader();
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
        place,
        codes: rates,
        unknown: codes.filter((code) => !known.some((each) => each.code === code)),
        catalogue: catalogue.codes,
        release: listed,
        schedule,
      },
    };
  });
  useTitle(codes.length === 0 ? 'Negotiation brief' : `Brief: ${codes.join(', ')}, ${placeTitle(place)}`);
  return (
    <PageFrame loaded={loaded} label="Loading the brief" chartHeight={400}>
      {({ asked, data }) => {
        // While other rates load, the sheet before them stays, under its own name and link; what is chosen meanwhile is
        // chosen on top of what was asked for.
        const shown = { ...address, ...asked };
        const lasting = { ...whereToLook(shown), pin: data.release.id };
        return (
          <BriefPage
            links={
              <LinkLine
                address={address}
                releaseId={data.release.id}
                title={`Brief: ${codes.join(', ')}, ${placeTitle(place)}`}
                loader={loader}
              />
            }
            address={address}
            isBusy={loaded.key !== key}
            unread={unread}
            data={data}
            onAddress={onAddress}
            link={new URL(href(lasting), location.href).href}
          />
        );
      }}
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
