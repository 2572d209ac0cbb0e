import { type ReactNode, useEffect, useMemo, useSyncExternalStore } from 'react';
import type { OwnRates } from '../data/ownRates.ts';
import type { BillingCode } from '../domain/billingCode.ts';
import type { PayerAlias } from '../domain/payerAlias.ts';
import { type ContractFile, contractName } from '../pages/contractFile.ts';
import { OwnElsewhere } from '../pages/OwnElsewhere.tsx';
import { OwnPage } from '../pages/OwnPage.tsx';
import type { DeskView } from '../share/address.ts';
import type { UnreadPart } from '../share/unreadPart.ts';
import { CompareMarkets } from './CompareMarkets.tsx';
import { contractMarketTables } from './contractMarketTables.ts';
import { isFramedByOthers } from './framedByOthers.ts';
import type { LoadRelease } from './loadOnce.ts';
import { OwnDesk } from './OwnDesk.tsx';
import { PageFrame } from './PageFrame.tsx';
import { intake, ownFile, useContractFile } from './useContractFile.ts';
import { useLoaded } from './useLoaded.ts';
import { useTitle } from './useTitle.ts';

interface OwnRouteProps {
  readonly loader: LoadRelease;
  /** Called with what every newly read file holds, for pages of single codes. */
  readonly onTables: (tables: OwnRates['tables'] | null) => void;
  readonly part: DeskView;
  readonly unread: readonly UnreadPart[];
}

interface OwnFileFrameProps {
  readonly codes: readonly BillingCode[];
  readonly aliases: readonly PayerAlias[];
  readonly children: (file: ContractFile) => ReactNode;
}

/** What a file is read with is here. */
function OwnFileFrame({ codes, aliases, children }: OwnFileFrameProps) {
  return children(useContractFile(codes, aliases));
}

/** The page of the user's own file, unless another site's page is around it. */
export function OwnRoute(props: OwnRouteProps) {
  useTitle('Your rates');
  return isFramedByOthers(window) ? <OwnElsewhere part={props.part} /> : <OwnRates {...props} />;
}

/** What was read lives in the app's memory, so it survives a look at other pages. */
function OwnRates({ loader, onTables, part, unread }: OwnRouteProps) {
  const { rates, volumes, view } = useSyncExternalStore(ownFile.subscribe, ownFile.state);
  const named = useMemo(
    () => rates && { ...rates, fileName: contractName(rates, volumes) },
    [rates, volumes],
  );
  const published = useSyncExternalStore(intake.subscribe, intake.state);
  useEffect(() => {
    const tell = () => onTables(intake.state().open?.tables ?? ownFile.state().rates?.tables ?? null);
    ownFile.follow(tell);
    intake.follow(tell);
  }, [onTables]);
  const loaded = useLoaded('own', async () => {
    const release = await loader();
    const [listed, catalogue, medicare, schedule, aliases] = await Promise.all([
      release.release(),
      release.catalogue(),
      release.medicare(),
      release.schedule(),
      release.aliases(),
    ]);
    return { release: listed, codes: catalogue.codes, medicare, schedule, aliases };
  });
  const desk = rates?.contract ? view.desk : undefined;
  const market = useLoaded(desk ? `market ${desk.marketPlace ?? ''}` : null, async () => {
    const place = desk?.marketPlace ?? null;
    return { place, tables: await contractMarketTables(await loader(), place) };
  });
  return (
    <PageFrame loaded={loaded} label="Loading the code list">
      {({ codes, aliases, ...data }) => (
        <OwnFileFrame codes={codes} aliases={aliases}>
          {(file) => (
            <OwnPage
              {...data}
              part={part}
              unread={unread}
              codes={codes}
              market={market.value}
              marketError={market.error?.message ?? ''}
              file={file}
              view={view}
              onView={ownFile.setView}
              published={{
                view: published.view,
                onView: intake.setView,
                isShown: published.isShown,
                onShown: intake.show,
              }}
            >
              {part === 'compare' ? <CompareMarkets loader={loader} own={{ rates: named, view }} /> : null}
              {part === 'visits' || part === 'terms' ? (
                <OwnDesk loader={loader} own={{ rates: named, view }} part={part} />
              ) : null}
            </OwnPage>
          )}
        </OwnFileFrame>
      )}
    </PageFrame>
  );
}
