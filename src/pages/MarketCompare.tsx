import { useId, useMemo } from 'react';
import type { BillingCode } from '../domain/billingCode.ts';
import { absent } from '../domain/cell.ts';
import type { Contract } from '../domain/contract.ts';
import { contractPositions, type DeskPlace } from '../domain/contractPosition.ts';
import { unitsByCode } from '../domain/familyIndex.ts';
import type { FeeSchedule } from '../domain/feeSchedule.ts';
import { newestYear } from '../domain/newestYear.ts';
import type { PlaceCode } from '../domain/place.ts';
import type { RateTable } from '../domain/rateTable.ts';
import type { Release } from '../domain/release.ts';
import { stateMarket } from '../domain/stateMarket.ts';
import { listOf, placeTitle } from '../text/names.ts';
import { releaseName } from '../text/releaseText.ts';
import { scopeSentence } from '../text/scopeSentence.ts';
import { ErrorState } from '../ui/ErrorState.tsx';
import { Loading } from '../ui/Loading.tsx';
import { useFocusAfter } from '../ui/useFocusAfter.ts';
import styles from './Compare.module.css';
import { CompareControls } from './CompareControls.tsx';
import { type CompareChoice, ownCodes } from './compareChoice.ts';
import type { ComparedMarkets } from './comparedMarkets.ts';
import { Exportable } from './Exportable.tsx';
import { FamilyIndexCard } from './FamilyIndexCard.tsx';
import { PublishedMatrixCard } from './PublishedMatrixCard.tsx';
import { StatesSideCard } from './StatesSideCard.tsx';

export interface MarketCompareProps {
  readonly choice: CompareChoice;
  readonly onChoice: (choice: CompareChoice) => void;
  /** The states shown: those chosen, or the desk's own. */
  readonly places: readonly PlaceCode[];
  readonly available: readonly PlaceCode[];
  /** The published rates of states; null until they are here. They may still be those of the choice before. */
  readonly markets:
    | readonly { readonly place: PlaceCode; readonly tables: ReadonlyMap<string, RateTable> }[]
    | null;
  readonly error: Error | null;
  readonly onRetry: () => void;
  readonly codes: readonly BillingCode[];
  readonly schedule: FeeSchedule;
  readonly release: Release;
  /** The user's contract and where the practice is; null where none is loaded or no state is chosen. */
  readonly own: { readonly contract: Contract; readonly desk: DeskPlace; readonly fileName: string } | null;
}

/** Published rates compared: payers and codes of a state, states beside each other, a family of codes as one number. */
export function MarketCompare(props: MarketCompareProps) {
  const { choice, onChoice, places, available, markets, error, onRetry, codes, release, own } = props;
  const headingId = useId();
  const focusAfter = useFocusAfter();
  const active = useMemo(
    () => codes.filter(({ status, codeType }) => status === 'active' && codeType !== 'APC'),
    [codes],
  );
  const families = useMemo(() => [...new Set(active.map(({ family }) => family))], [active]);
  const isHere =
    markets !== null &&
    markets.length === places.length &&
    markets.every((each, at) => each.place === places[at]);
  return (
    <section className={styles['section']} aria-labelledby={headingId}>
      <h2 id={headingId}>Published rates compared</h2>
      <p>
        Commercial rates that hospitals and payers publish: choose one to four states and a family of codes.
        All codes of a state are loaded, whichever you look at.
      </p>
      <CompareControls
        choice={choice}
        onChoice={onChoice}
        places={places}
        available={available}
        families={families}
        hasOwn={own !== null}
      />
      {places.length === 0 ? <p>No state is chosen yet.</p> : null}
      {error ? (
        <ErrorState
          title="The rates of these states did not arrive"
          message={error.message}
          onRetry={(button) => {
            const section = button.closest('section');
            focusAfter(button, () => [section]);
            onRetry();
          }}
        />
      ) : null}
      {places.length > 0 && !isHere && !error ? (
        <Loading label={`Loading ${listOf(places.map((place) => placeTitle(place)))}`} lines={8} />
      ) : null}
      {places.length > 0 && isHere ? (
        <Compared {...props} active={active} loaded={markets} key={release.id} />
      ) : null}
    </section>
  );
}

interface ComparedProps extends MarketCompareProps {
  readonly active: readonly BillingCode[];
  readonly loaded: NonNullable<MarketCompareProps['markets']>;
}

function Compared({ choice, onChoice, active, loaded, schedule, release, own }: ComparedProps) {
  const { site, family } = choice;
  const markets = useMemo(
    () => loaded.map(({ place, tables }) => stateMarket(tables, place, site, schedule)),
    [loaded, site, schedule],
  );
  const positions = useMemo(
    () =>
      own
        ? contractPositions({
            lines: own.contract.lines,
            market: () => absent('not-in-input'),
            schedule,
            desk: own.desk,
            medicareYear: null,
            target: { kind: 'medicare', share: 1 },
          })
        : [],
    [own, schedule],
  );
  const isOwnCodes = own !== null && family === ownCodes;
  const market = markets.find(({ place }) => place === choice.matrixPlace) ?? markets[0];
  const shown: ComparedMarkets | null = useMemo(() => {
    if (!market) return null;
    const units = unitsByCode(positions);
    const names = new Map(active.map(({ code, title }) => [code, title]));
    const codes = isOwnCodes
      ? [...new Set(positions.map(({ line }) => line.code))]
      : active.filter((each) => each.family === family).map(({ code }) => code);
    return {
      markets,
      market,
      codes: [...codes].sort((a, b) => (units?.get(b) ?? 0) - (units?.get(a) ?? 0) || (a < b ? -1 : 1)),
      units: units && codes.some((code) => units.has(code)) ? units : null,
      familyName: isOwnCodes ? 'The codes of your file' : family,
      codeLabel: (code) => `${code} ${names.get(code) ?? ''}`.trim(),
      scope: scopeSentence(market.scope),
      origin: releaseName(release),
      medicareYear: newestYear(schedule.years),
      schedule,
      own: own ? { positions, place: own.desk.place, origin: `your file ${own.fileName}` } : null,
    };
  }, [market, markets, positions, active, isOwnCodes, family, schedule, release, own]);
  if (!shown) return null;
  const { scope, units } = shown;
  // No address says which states were chosen. Units put the codes in their order: that is of the file, too.
  return (
    <>
      <Exportable release={release} scope={scope} isOwn={isOwnCodes || units !== null} address="">
        <PublishedMatrixCard shown={shown} choice={choice} onChoice={onChoice} />
        <StatesSideCard shown={shown} choice={choice} onChoice={onChoice} />
      </Exportable>
      <Exportable release={release} scope={scope} isOwn={own !== null} address="">
        <FamilyIndexCard shown={shown} choice={choice} onChoice={onChoice} />
      </Exportable>
    </>
  );
}
