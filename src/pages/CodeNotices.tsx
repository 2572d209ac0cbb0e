import type { CodeBenchmarks } from '../domain/codeBenchmarks.ts';
import type { CodePageHead } from '../figures/codePage.ts';
import type { CodeView } from '../figures/codeView.ts';
import type { CodeAddress } from '../share/address.ts';
import type { UnreadPart } from '../share/unreadPart.ts';
import { inPlace } from '../text/names.ts';
import { countOf } from '../text/numbers.ts';
import { useHref } from '../ui/links.tsx';
import { Notice } from '../ui/Notice.tsx';
import { UnreadNotice } from '../ui/UnreadNotice.tsx';
import { unreadRows, unreadSort } from './unreadInView.ts';
import { unreadYear } from './yearShown.ts';

interface CodeNoticesProps {
  readonly address: CodeAddress;
  /** What of the link could not be read. */
  readonly unread: readonly UnreadPart[];
  readonly head: CodePageHead;
  readonly view: CodeView;
  /** null until the rates of the view asked for are here: which rows it has is not known before. */
  readonly benchmarks: CodeBenchmarks | null;
  /** How many rates the user's own file holds for this code; 0 without one. */
  readonly ownRates: number;
}

/** What a reader must know before the figures: parts of the link this view does not have, own rates, no rates at all. */
export function CodeNotices({ address, unread, head, view, benchmarks, ownRates }: CodeNoticesProps) {
  const href = useHref();
  const { code, place, medicareYears, hasRates } = head;
  return (
    <>
      <UnreadNotice
        parts={[
          ...unread,
          ...unreadYear(address.medicareYear, medicareYears),
          ...unreadSort(address.sort, view.here.figure),
          ...(benchmarks ? unreadRows(address, benchmarks) : []),
        ]}
      />
      {ownRates > 0 ? (
        <Notice title="Your file">
          has {countOf(ownRates, 'rate')} for {code.code}.{' '}
          <a href={href({ page: 'own', view: 'codes' })}>See them as a benchmark</a>
        </Notice>
      ) : null}
      {hasRates ? null : (
        <Notice
          tone="warning"
          title={`No payer rates for ${code.code} ${place === null ? '' : `${inPlace(place)} `}are in this release.`}
        >
          The payers below say so by name. Medicare and hospital charges are shown as what they are.
        </Notice>
      )}
    </>
  );
}
