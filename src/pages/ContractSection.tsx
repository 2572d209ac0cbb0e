import { useId, useMemo } from 'react';
import type { BillingCode } from '../domain/billingCode.ts';
import type { Contract } from '../domain/contract.ts';
import type { FeeSchedule } from '../domain/feeSchedule.ts';
import type { LocalityCounties } from '../domain/medicareTables.ts';
import { findPlace, type PlaceCode } from '../domain/place.ts';
import { priceVolume } from '../domain/priceVolume.ts';
import type { RateTable } from '../domain/rateTable.ts';
import type { Release } from '../domain/release.ts';
import { marketSentence, totalSentence } from '../text/contractText.ts';
import { countOf } from '../text/numbers.ts';
import { Loading } from '../ui/Loading.tsx';
import { ContractChangeCard } from './ContractChangeCard.tsx';
import { ContractControls } from './ContractControls.tsx';
import { ContractFigures } from './ContractFigures.tsx';
import type { DeskChoice } from './deskChoice.ts';
import { Exportable } from './Exportable.tsx';
import styles from './OwnPage.module.css';

export interface ContractMarketTables {
  readonly place: PlaceCode | null;
  readonly tables: ReadonlyMap<string, RateTable>;
}

export interface ContractSectionProps {
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

/** The user's contract: what it is, what it adds up to, where it sits, and what a target would bring. */
export function ContractSection(props: ContractSectionProps) {
  const { contract, fileName, choice, onChoice, market, marketError, schedule, localities, release } = props;
  const headingId = useId();
  const placesWithRates = useMemo(() => placesOf(release), [release]);
  const change = useMemo(() => priceVolume(contract.lines), [contract]);
  const inForce = contract.lines.filter((line) => line.isInForce);
  const payers = new Set(inForce.map(({ payer }) => payer)).size;
  const codes = new Set(inForce.map(({ code }) => code)).size;
  const claimYear = inForce[0]?.year ?? 0;
  const scope = choice ? marketSentence(choice.pool, choice.marketPlace, choice.site) : '';
  const origin = `your file ${fileName}; market and Medicare from release ${release.id}`;
  return (
    <section className={styles['contract']} aria-labelledby={headingId}>
      <h2 id={headingId}>My contract</h2>
      <p>
        {countOf(inForce.length, 'line')} in force: {countOf(codes, 'code')}, {countOf(payers, 'payer')}
        {contract.kind === 'claims'
          ? `, rates as allowed on claims${claimYear > 0 ? ` of ${claimYear}` : ''}`
          : ''}
        .
      </p>
      {contract.totals.map((total) => (
        <p key={total.column} className={styles['columns']}>
          {totalSentence(total)}
        </p>
      ))}
      <ContractControls
        choice={choice}
        onChoice={onChoice}
        schedule={schedule}
        localities={localities}
        placesWithRates={placesWithRates}
      />
      {choice ? null : (
        <p>
          Choose your state to hold your rates against its published rates and Medicare. All codes of the
          state are loaded, so that nobody can tell from it which are yours.
        </p>
      )}
      <Exportable release={release} scope={scope} isOwn>
        {choice && marketError !== '' ? <p role="alert">{marketError}</p> : null}
        {choice && marketError === '' && market?.place !== choice.marketPlace ? (
          <Loading label="Loading the market" lines={6} />
        ) : null}
        {choice && market && market.place === choice.marketPlace ? (
          <ContractFigures {...props} choice={choice} market={market} scope={scope} origin={origin} />
        ) : null}
        {change ? <ContractChangeCard change={change} origin={origin} /> : null}
      </Exportable>
    </section>
  );
}

/** Places the release has rates of any code for. */
function placesOf({ files }: Release): ReadonlySet<PlaceCode> {
  return new Set(
    files.flatMap(({ path }) => {
      const place = /^rates\/[^/]+\/([A-Z]{2})\.csv$/.exec(path)?.[1];
      return place !== undefined && findPlace(place) ? [place] : [];
    }),
  );
}
