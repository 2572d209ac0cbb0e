import { Suspense, useMemo } from 'react';
import type { BillingCode } from '../domain/billingCode.ts';
import type { Contract } from '../domain/contract.ts';
import { hasVolumes } from '../domain/contractIndex.ts';
import { type ContractMarket, contractMarket } from '../domain/contractMarket.ts';
import { contractPositions, type LinePosition, type Target } from '../domain/contractPosition.ts';
import type { FeeSchedule } from '../domain/feeSchedule.ts';
import type { LocalityCounties } from '../domain/medicareTables.ts';
import type { PlaceCode } from '../domain/place.ts';
import { placesWithRates as placesOf } from '../domain/placesWithRates.ts';
import type { RateTable } from '../domain/rateTable.ts';
import type { Release } from '../domain/release.ts';
import { standardTarget } from '../domain/standardTarget.ts';
import { withTarget } from '../domain/targetAmount.ts';
import { marketCautions } from '../figures/contractFigures.ts';
import type { DeskView } from '../share/address.ts';
import { contractMethods, marketSentence, standardTargetText } from '../text/contractText.ts';
import { Loading } from '../ui/Loading.tsx';
import { latePart } from '../ui/latePart.ts';
import { Notice } from '../ui/Notice.tsx';
import { ContractControls } from './ContractControls.tsx';
import type { Desk } from './desk.ts';
import type { DeskChoice } from './deskChoice.ts';
import { Exportable } from './Exportable.tsx';
import styles from './OwnPage.module.css';

/** Each view is a part of its own: a reader of one does not wait for the others. */
const views = {
  position: latePart(() => import('./PositionView.tsx').then((module) => module.PositionView)),
  compare: latePart(() => import('./CompareView.tsx').then((module) => module.CompareView)),
  brief: latePart(() => import('./ContractBriefView.tsx').then((module) => module.ContractBriefView)),
  impact: latePart(() => import('./ImpactView.tsx').then((module) => module.ImpactView)),
};

/** Views of a contract beside a market. */
export type ContractView = Extract<DeskView, keyof typeof views>;

export interface ContractMarketTables {
  readonly place: PlaceCode | null;
  readonly tables: ReadonlyMap<string, RateTable>;
}

export interface ContractDeskProps {
  readonly view: ContractView;
  readonly contract: Contract;
  readonly fileName: string;
  readonly choice: DeskChoice | undefined;
  readonly onChoice: (choice: DeskChoice) => void;
  /** The published rates of the chosen market; null until they are here. */
  readonly market: ContractMarketTables | null;
  /** Why they did not come; empty otherwise. */
  readonly marketError: string;
  readonly schedule: FeeSchedule;
  readonly localities: readonly LocalityCounties[];
  readonly codes: readonly BillingCode[];
  readonly release: Release;
}

/** The user's contract against a market: what it is held against, and the view that was asked for. */
export function ContractDesk(props: ContractDeskProps) {
  const { choice, onChoice, market, marketError, schedule, localities, release } = props;
  const placesWithRates = useMemo(() => new Set(placesOf(release)), [release]);
  const beside = useBeside(props);
  return (
    <section className={styles['contract']} aria-label="Your contract beside the market">
      <ContractControls
        choice={choice}
        onChoice={onChoice}
        schedule={schedule}
        localities={localities}
        placesWithRates={placesWithRates}
        standardTarget={beside?.standard ?? null}
      />
      {choice ? null : (
        <p>
          Choose your state to hold your rates against its published rates and Medicare. All codes of the
          state are loaded, so that nobody can tell from it which are yours.
        </p>
      )}
      {choice && marketError !== '' ? <p role="alert">{marketError}</p> : null}
      {choice && marketError === '' && market?.place !== choice.marketPlace ? (
        <Loading label="Loading the market" lines={6} />
      ) : null}
      {choice && beside ? <ChosenView {...props} choice={choice} beside={beside} /> : null}
    </section>
  );
}

interface ChosenViewProps extends ContractDeskProps {
  readonly choice: DeskChoice;
  readonly beside: Beside;
}

function ChosenView({ view, ...props }: ChosenViewProps) {
  const desk = useDesk(props);
  const { choice, release, positions, facts } = desk;
  const reason = choice.target === null ? standardTargetText(facts.target) : '';
  const View = views[view];
  return (
    <Exportable release={release} scope={marketSentence(choice.pool, choice.marketPlace, choice.site)} isOwn>
      {view === 'brief'
        ? null
        : marketCautions(positions).map((caution) => <Notice key={caution}>{caution}</Notice>)}
      {reason === '' || view === 'brief' ? null : <Notice>{reason}</Notice>}
      <Suspense fallback={<Loading label="Loading the view" lines={6} />}>
        <View desk={desk} />
      </Suspense>
    </Exportable>
  );
}

/** The lines beside a market that has come, before any target. */
interface Beside {
  readonly market: ContractMarket;
  readonly positions: readonly LinePosition[];
  /** What the target is until the user chooses one. */
  readonly standard: Target;
}

/** null until there is a choice and its market. */
function useBeside({ choice, contract, market, schedule }: ContractDeskProps): Beside | null {
  const { marketPlace = null, site, pool, place, locality = null, medicareYear = null } = choice ?? {};
  const tables = choice && market?.place === marketPlace ? market.tables : undefined;
  const marketOf = useMemo(
    () =>
      tables && site && pool ? contractMarket({ tables, place: marketPlace, site, pool, schedule }) : null,
    [tables, marketPlace, site, pool, schedule],
  );
  return useMemo(() => {
    if (!marketOf || !place) return null;
    const positions = contractPositions({
      lines: contract.lines,
      market: marketOf,
      schedule,
      desk: { place, locality },
      medicareYear,
      target: { kind: 'percentile', p: 0.5 },
    });
    return { market: marketOf, positions, standard: standardTarget(positions) };
  }, [marketOf, contract, schedule, place, locality, medicareYear]);
}

function useDesk(props: Omit<ChosenViewProps, 'view'>): Desk {
  const { contract, fileName, choice, onChoice, beside, schedule, codes, release } = props;
  const { marketPlace, site, pool, place, locality } = choice;
  const { market: marketOf, standard } = beside;
  const target = choice.target ?? standard;
  const positions = useMemo(() => withTarget(beside.positions, target), [beside, target]);
  const families = useMemo(() => new Map(codes.map(({ code, family }) => [code, family])), [codes]);
  return useMemo(() => {
    const origin = `your file ${fileName}; market and Medicare from release ${release.id}`;
    const method = `${marketSentence(pool, marketPlace, site)} ${contractMethods.medicare}`;
    return {
      contract,
      fileName,
      choice,
      onChoice,
      positions,
      market: marketOf,
      weighted: hasVolumes(positions),
      codes,
      families,
      schedule,
      release,
      facts: { method, origin, target },
      workingFacts: { schedule, desk: { place, locality }, target, origin },
    };
  }, [
    contract,
    fileName,
    choice,
    onChoice,
    positions,
    marketOf,
    codes,
    families,
    schedule,
    release,
    pool,
    marketPlace,
    site,
    place,
    locality,
    target,
  ]);
}
