import { type ReactNode, Suspense, useMemo } from 'react';
import { codeBenchmarks } from '../domain/codeBenchmarks.ts';
import { places } from '../domain/place.ts';
import { defaultScope, type Scope } from '../domain/scope.ts';
import type { CodePageData, CodePageHead, CodePageModel } from '../figures/codePage.ts';
import { codeView } from '../figures/codeView.ts';
import { type CodeAddress, formatAddress } from '../share/address.ts';
import type { UnreadPart } from '../share/unreadPart.ts';
import { inPlace } from '../text/names.ts';
import { countOf } from '../text/numbers.ts';
import { releaseName } from '../text/releaseText.ts';
import { scopeSentence } from '../text/scopeSentence.ts';
import { Loading } from '../ui/Loading.tsx';
import { latePart } from '../ui/latePart.ts';
import { useHref } from '../ui/links.tsx';
import { Notice } from '../ui/Notice.tsx';
import { ScopeBar } from '../ui/ScopeBar.tsx';
import { StatePager } from '../ui/StatePager.tsx';
import { UnreadNotice } from '../ui/UnreadNotice.tsx';
import { CodeContents } from './CodeContents.tsx';
import { CodeFigures } from './CodeFigures.tsx';
import { CodeHeader } from './CodeHeader.tsx';
import styles from './CodePage.module.css';
import { CodeWays } from './CodeWays.tsx';
import { Exportable } from './Exportable.tsx';
import { LateParts, type MissingRates } from './LateParts.tsx';
import { PlaceNotes } from './PlaceNotes.tsx';
import { unreadRows, unreadSort } from './unreadInView.ts';
import { useChange } from './useChange.ts';
import { unreadYear, yearShown } from './yearShown.ts';

const CodeBackground = latePart(() => import('./CodeBackground.tsx').then((module) => module.CodeBackground));

interface CodePageProps {
  /** What is asked for. Controls show and change it; until the rates have come, figures may be of another view. */
  readonly address: CodeAddress;
  readonly unread: readonly UnreadPart[];
  /** Its place is the one whose figures are shown. */
  readonly head: CodePageHead;
  /** The default view, shown until `data` are here; null only where they are. */
  readonly first: Omit<CodePageModel, 'head'> | null;
  /** The rates and all the rest; null until something needs them. */
  readonly data: CodePageData | null;
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
  const {
    address,
    unread,
    head,
    first,
    data,
    onNeed,
    missing = null,
    onAddress,
    ownRates,
    isBusy,
    links,
  } = props;
  const href = useHref();
  const { place } = head;
  const { change, changeScope } = useChange(address, onAddress);
  // Each reading of the address makes the scope anew; figures are made anew only when it says something else.
  const scopeText = JSON.stringify(address.scope);
  const scope = useMemo(() => JSON.parse(scopeText) as Scope, [scopeText]);
  const { code } = head;
  const medicareYear = yearShown(address.medicareYear, head.medicareYears);
  const origin = releaseName(head.release);
  const placesWithRates = useMemo(() => new Set(head.placesWithRates), [head]);
  const benchmarks = useMemo(
    () => (data ? codeBenchmarks({ ...data, place, scope, medicareYear }) : null),
    [data, place, scope, medicareYear],
  );
  const view = useMemo(() => {
    const facts = benchmarks ?? first;
    if (!facts) throw new Error('a code page needs its first view or the rates');
    return codeView({ here: facts.here, nation: facts.nation ?? facts.here }, origin, false);
  }, [benchmarks, origin, first]);
  // The view whose figures are here, for all that leaves the page with them: without the rates it is the default one.
  const shown = { ...address, place, ...(benchmarks ? {} : { scope: defaultScope, medicareYear: null }) };
  const sentence = scopeSentence(shown.scope, benchmarks?.here.benchmark.providerName);
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
      <UnreadNotice
        parts={[
          ...unread,
          ...unreadYear(address.medicareYear, head.medicareYears),
          ...unreadSort(address.sort, view.here.figure),
          ...(benchmarks && !isBusy ? unreadRows(address, benchmarks) : []),
        ]}
      />
      {ownRates > 0 ? (
        <Notice title="Your file">
          has {countOf(ownRates, 'rate')} for {code.code}.{' '}
          <a href={href({ page: 'own', view: 'codes' })}>See them as a benchmark</a>
        </Notice>
      ) : null}
      {head.hasRates ? null : (
        <Notice
          tone="warning"
          title={`No payer rates for ${code.code} ${place === null ? '' : `${inPlace(place)} `}are in this release.`}
        >
          The payers below say so by name. Medicare and hospital charges are shown as what they are.
        </Notice>
      )}
      <Exportable {...asExported} scope={sentence}>
        <CodeFigures
          view={view}
          scopeBar={(finer) => (
            <>
              <ScopeBar
                scope={scope}
                onScope={changeScope}
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
