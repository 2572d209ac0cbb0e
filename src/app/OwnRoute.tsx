import { OwnPage } from '../pages/OwnPage.tsx';
import type { DeskView } from '../share/address.ts';
import type { UnreadPart } from '../share/unreadPart.ts';
import { CompareMarkets } from './CompareMarkets.tsx';
import { contractMarketTables } from './contractMarketTables.ts';
import type { LoadRelease } from './loadOnce.ts';
import { OwnDesk } from './OwnDesk.tsx';
import { PageFrame } from './PageFrame.tsx';
import { useLoaded } from './useLoaded.ts';
import type { OwnFile } from './useOwnFile.ts';
import { useTitle } from './useTitle.ts';

interface OwnRouteProps {
  readonly loader: LoadRelease;
  readonly own: OwnFile;
  readonly part: DeskView;
  readonly unread: readonly UnreadPart[];
}

/** The page of the user's own file. What was read lives in the app's memory, so it survives a look at other pages. */
export function OwnRoute({ loader, own, part, unread }: OwnRouteProps) {
  useTitle('Your rates');
  const loaded = useLoaded('own', async () => {
    const release = await loader();
    const [listed, catalogue, medicare, schedule, aliases] = await Promise.all([
      release.release(),
      release.catalogue(),
      release.medicare(),
      release.schedule(),
      release.aliases(),
    ]);
    const { localities } = medicare;
    return { release: listed, codes: catalogue.codes, localities, schedule, aliases };
  });
  const desk = own.rates?.contract ? own.view.desk : undefined;
  const market = useLoaded(desk ? `market ${desk.marketPlace ?? ''}` : null, async () => {
    const place = desk?.marketPlace ?? null;
    return { place, tables: await contractMarketTables(await loader(), place) };
  });
  return (
    <PageFrame loaded={loaded} label="Loading the code list">
      {({ release, codes, localities, schedule, aliases }) => (
        <OwnPage
          part={part}
          unread={unread}
          release={release}
          codes={codes}
          schedule={schedule}
          localities={localities}
          market={market.value}
          marketError={market.error?.message ?? ''}
          state={own.state}
          rates={own.rates}
          view={own.view}
          onView={own.setView}
          onFile={(file) => own.open(file, codes, aliases)}
          onCancel={own.cancel}
          onClear={own.clear}
        >
          {part === 'compare' ? <CompareMarkets loader={loader} own={own} /> : null}
          {part === 'visits' || part === 'terms' ? <OwnDesk loader={loader} own={own} part={part} /> : null}
        </OwnPage>
      )}
    </PageFrame>
  );
}
