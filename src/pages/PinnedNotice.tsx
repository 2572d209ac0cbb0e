import { useEffect, useMemo, useState } from 'react';
import type { FeeSchedule } from '../domain/feeSchedule.ts';
import type { ReleaseDigest } from '../domain/releaseDigest.ts';
import { type ReleaseChange, releaseChange } from '../figures/releaseChange.ts';
import type { Address } from '../share/address.ts';
import { keepTogether } from '../text/keepTogether.ts';
import { countOf } from '../text/numbers.ts';
import { FigureCard } from '../ui/FigureCard.tsx';
import { useHref } from '../ui/links.tsx';
import { Notice } from '../ui/Notice.tsx';
import { SelfSortedTable } from '../ui/SelfSortedTable.tsx';
import { ShowRest } from '../ui/ShowRest.tsx';
import { useFocusAfter } from '../ui/useFocusAfter.ts';
import { digestLimits } from './digestLimits.ts';
import styles from './PinnedNotice.module.css';
import { type BothReleases, pinnedSubject } from './pinnedSubject.ts';

/** Changed figures listed before the reader asks for all: the view itself should not be far below. */
const firstRows = 8;

type PinnableAddress = Extract<Address, { readonly pin: string | null }>;

interface PinnedNoticeProps {
  readonly address: PinnableAddress;
  /** The release that is shown. */
  readonly releaseId: string;
  /** A release's default figures; null when the site keeps none of it. Must not change from one drawing to the next. */
  readonly digest: (id: string) => Promise<ReleaseDigest | null>;
  /** The shown release's: which codes Medicare pays where the view looks. As lasting as `digest`. */
  readonly schedule: () => Promise<FeeSchedule>;
  /** The link to the view without the pin was pressed: it goes away with all of this. */
  readonly onUnpin: (link: Element) => void;
}

/**
 * On a link pinned to another release: says so, lays the figures of then beside those of now, and offers the view
 * without the pin. Nothing on a link without a pin, or with this release's.
 */
export function PinnedNotice({ address, releaseId, digest, schedule, onUnpin }: PinnedNoticeProps) {
  const href = useHref();
  const { pin } = address;
  if (pin === null || pin === releaseId) return null;
  return (
    <section className={styles['pinned']} aria-label="Link to another data release">
      <Notice tone="warning" title={keepTogether(`This link was made on data release ${pin}.`)}>
        {keepTogether(`This site shows release ${releaseId}.`)}{' '}
        <a href={href({ ...address, pin: null })} onClick={({ currentTarget }) => onUnpin(currentTarget)}>
          Go on without the pin: always the latest figures
        </a>
      </Notice>
      <Change address={address} pin={pin} releaseId={releaseId} digest={digest} schedule={schedule} />
    </section>
  );
}

/** `fault` is what may pass; `why` is not. */
type Told = BothReleases | { readonly why: string } | { readonly fault: string };

type ChangeProps = Omit<PinnedNoticeProps, 'onUnpin'> & { readonly pin: string };

function Change({ address, pin, releaseId, digest, schedule }: ChangeProps) {
  const focusAfter = useFocusAfter();
  const [attempt, setAttempt] = useState(0);
  const pair = `${pin} ${releaseId} ${attempt}`;
  const [answer, setAnswer] = useState<{ readonly pair: string; readonly told: Told } | null>(null);
  useEffect(() => {
    let isCurrent = true;
    async function ask(): Promise<void> {
      const told = await bothDigests(pin, releaseId, digest, schedule);
      if (isCurrent) setAnswer({ pair: `${pin} ${releaseId} ${attempt}`, told });
    }
    void ask();
    return () => {
      isCurrent = false;
    };
  }, [pin, releaseId, digest, schedule, attempt]);
  const told = answer?.pair === pair ? answer.told : null;
  const change = useMemo(
    () => (told && 'was' in told ? releaseChange(told.was, told.now, pinnedSubject(address, told)) : null),
    [told, address],
  );
  if (told === null) return <p role="status">{keepTogether(`Looking for the figures of release ${pin}…`)}</p>;
  if ('why' in told) return <p role="status">{keepTogether(told.why)}</p>;
  if ('fault' in told) {
    return (
      <p role="status">
        {keepTogether(told.fault)}{' '}
        <button
          type="button"
          onClick={({ currentTarget }) => {
            const notice = currentTarget.closest('section');
            focusAfter(currentTarget, () => [notice?.querySelector('a')]);
            setAttempt(attempt + 1);
          }}
        >
          Try again
        </button>
      </p>
    );
  }
  return change ? <ChangeTable change={change} limits={digestLimits(address)} /> : null;
}

function ChangeTable({
  change,
  limits,
}: {
  readonly change: ReleaseChange;
  readonly limits: readonly string[];
}) {
  const [showsAll, setShowsAll] = useState(false);
  const { figure } = change;
  const hidden = showsAll ? 0 : Math.max(0, figure.rows.length - firstRows);
  return (
    <FigureCard
      figure={{ ...figure, notes: [...figure.notes, ...limits] }}
      headingLevel={2}
      chart={null}
      table={
        figure.rows.length > 0 ? (
          <div>
            <SelfSortedTable figure={figure} captionHidden {...(hidden > 0 ? { most: firstRows } : {})} />
            <ShowRest hasRest={hidden > 0} className={styles['more']} onShow={() => setShowsAll(true)}>
              Show the other {countOf(hidden, 'changed figure')}
            </ShowRest>
          </div>
        ) : null
      }
    />
  );
}

/** Both releases by their digests, so that both are rounded and scoped the same way; or why they cannot be compared. */
async function bothDigests(
  pin: string,
  releaseId: string,
  digest: PinnedNoticeProps['digest'],
  schedule: PinnedNoticeProps['schedule'],
): Promise<Told> {
  try {
    const [was, now] = await Promise.all([digest(pin), digest(releaseId)]);
    if (was && now) return { was, now, schedule: await schedule() };
    const unknown = was ? releaseId : pin;
    return {
      why: `This site keeps no figures of release ${unknown}, so it cannot tell what changed since. All figures below are of release ${releaseId}.`,
    };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { fault: `What changed since cannot be told: ${reason}` };
  }
}
