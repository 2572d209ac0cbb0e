import { Exportable } from '../pages/Exportable.tsx';
import { FeeSchedulePage } from '../pages/FeeSchedulePage.tsx';
import type { FeeScheduleAddress } from '../share/address.ts';
import type { UnreadPart } from '../share/unreadPart.ts';
import { useHref } from '../ui/links.tsx';
import { LinkLine } from './LinkLine.tsx';
import type { LoadRelease } from './loadOnce.ts';
import { PageFrame } from './PageFrame.tsx';
import { useLoaded } from './useLoaded.ts';
import { useTitle } from './useTitle.ts';

interface FeeScheduleRouteProps {
  readonly loader: LoadRelease;
  readonly address: FeeScheduleAddress;
  readonly unread: readonly UnreadPart[];
  readonly onAddress: (address: FeeScheduleAddress) => void;
}

/** Loads the Medicare fee schedule. */
export function FeeScheduleRoute({ loader, ...view }: FeeScheduleRouteProps) {
  const href = useHref();
  const { code } = view.address;
  useTitle(code === null ? 'Medicare fee schedule' : `${code}, Medicare fee schedule`);
  const loaded = useLoaded('medicare', async () => {
    const release = await loader();
    const [listed, catalogue, medicare, schedule] = await Promise.all([
      release.release(),
      release.catalogue(),
      release.medicare(),
      release.schedule(),
    ]);
    return {
      release: listed,
      catalogue: catalogue.codes,
      schedule,
      localities: medicare.localities,
    };
  });
  return (
    <PageFrame loaded={loaded} label="Loading the fee schedule">
      {({ release, ...data }) => (
        <Exportable release={release} scope="" address={href(view.address)}>
          <FeeSchedulePage
            {...view}
            {...data}
            links={
              <LinkLine
                address={view.address}
                releaseId={release.id}
                title={code === null ? 'Medicare fee schedule' : `Medicare fee schedule: ${code}`}
                loader={loader}
              />
            }
          />
        </Exportable>
      )}
    </PageFrame>
  );
}
