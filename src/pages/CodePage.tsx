import { type ReactNode, Suspense, useMemo } from 'react';
import { places } from '../domain/place.ts';
import { defaultScope } from '../domain/scope.ts';
import { type CodeAddress, formatAddress } from '../share/address.ts';
import type { UnreadPart } from '../share/unreadPart.ts';
import { scopeSentence } from '../text/scopeSentence.ts';
import { Loading } from '../ui/Loading.tsx';
import { latePart } from '../ui/latePart.ts';
import { useHref } from '../ui/links.tsx';
import { ScopeBar } from '../ui/ScopeBar.tsx';
import { StatePager } from '../ui/StatePager.tsx';
import { CodeContents } from './CodeContents.tsx';
import { CodeFigures } from './CodeFigures.tsx';
import { CodeHeader } from './CodeHeader.tsx';
import { CodeNotices } from './CodeNotices.tsx';
import styles from './CodePage.module.css';
import { CodeWays } from './CodeWays.tsx';
import { Exportable } from './Exportable.tsx';
import { LateParts, type MissingRates } from './LateParts.tsx';
import { PlaceNotes } from './PlaceNotes.tsx';
import { useChange } from './useChange.ts';
import { type CodeViewInput, useCodeView } from './useCodeView.ts';

const CodeBackground = latePart(() => import('./CodeBackground.tsx').then((module) => module.CodeBackground));

interface CodePageProps extends CodeViewInput {
  readonly unread: readonly UnreadPart[];
  /** Asks for `data`. */
  readonly onNeed: () => void;
  /** Why they did not come; null while they load, and before. */
  readonly missing?: MissingRates | null;
  readonly onAddress: (address: CodeAddress) => void;
  /** How many rates the user's own file holds for this code; 0 without one. */
  readonly ownRates: number;
  /** The figures shown are not yet those the address asks for. */
  readonly isBusy?: boolean;
  /** Below the heading: what there is to say of the link itself. */
  readonly links?: ReactNode;
}

/** A billing code, nationally or in one place. */
export function CodePage(props: CodePageProps) {
  const { address, unread, head, data, onNeed, missing = null, onAddress, ownRates, isBusy, links } = props;
  const href = useHref();
  const { code, place } = head;
  const { change, changeScope } = useChange(address, onAddress);
  const { scope, medicareYear, benchmarks, view, shown, sentence, origin } = useCodeView(props);
  const placesWithRates = useMemo(() => new Set(head.placesWithRates), [head]);
  const asExported = { release: head.release, address: href(shown) };

  return (
    <article className={styles['page']}>
      <CodeHeader code={code} place={place} />
      <div className={styles['top']}>
        <StatePager
          place={address.place}
          places={places}
          hasRates={placesWithRates}
          hrefForPlace={(next) => href({ ...address, place: next })}
          onPlace={(next) => change({ place: next })}
        />
        <CodeWays address={address} releaseId={head.release.id} links={links} />
      </div>
      <CodeNotices {...{ address, unread, head, view, ownRates }} benchmarks={isBusy ? null : benchmarks} />
      <Exportable {...asExported} scope={sentence}>
        <CodeFigures
          view={view}
          scopeBar={(finer, onForesee) => (
            <>
              <ScopeBar
                scope={scope}
                onScope={changeScope}
                onForesee={onForesee}
                years={head.years}
                medicareYear={address.medicareYear}
                medicareYears={head.medicareYears}
                onMedicareYear={(year) => change({ medicareYear: year })}
                onReset={() => change({ scope: defaultScope, medicareYear: null })}
                sentence={isBusy ? `Loading the figures for: ${scopeSentence(scope)}` : sentence}
              >
                {finer}
              </ScopeBar>
              <PlaceNotes place={head.place} notes={head.notes} />
              <CodeContents
                place={place}
                hasVotes={head.hasRates}
                hasPublished={head.hasPublished}
                onPick={onNeed}
              />
            </>
          )}
          benchmarks={benchmarks}
          schedule={data?.schedule ?? null}
          onNeed={onNeed}
          place={place}
          scope={scope}
          sort={address.sort}
          onSort={(sort) => change({ sort })}
          onScope={changeScope}
          origin={origin}
          isOwn={false}
          address={formatAddress(shown)}
          ratesFile={(where) => `rates/${code.code}/${where ?? 'national'}.csv`}
          open={address.open}
          onOpen={(open) => change({ open })}
          work={address.work}
          onWork={(work) => change({ work })}
          voteView={address}
          onVoteView={change}
          published={data?.published ?? []}
          beside={
            data ? (
              <Suspense fallback={<Loading label="Loading Medicare and the code’s context" />}>
                <Exportable {...asExported} scope="">
                  <CodeBackground
                    place={place}
                    scope={scope}
                    data={data}
                    medicareYear={medicareYear}
                    askedYear={address.medicareYear}
                    origin={origin}
                    // The order is the benchmark's alone: in another one nothing here is drawn again.
                    address={formatAddress({ ...shown, sort: null })}
                  />
                </Exportable>
              </Suspense>
            ) : (
              <LateParts onNeed={onNeed} missing={missing} />
            )
          }
        />
      </Exportable>
    </article>
  );
}
