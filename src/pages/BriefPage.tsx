import { type ReactNode, useMemo } from 'react';
import type { BillingCode } from '../domain/billingCode.ts';
import type { FeeSchedule } from '../domain/feeSchedule.ts';
import type { Release } from '../domain/release.ts';
import { type BriefCode, brief } from '../figures/brief.ts';
import type { BriefAddress } from '../share/address.ts';
import type { UnreadPart } from '../share/unreadPart.ts';
import { placeTitle } from '../text/names.ts';
import { releaseName } from '../text/releaseText.ts';
import { scopeSentence } from '../text/scopeSentence.ts';
import { UnreadNotice } from '../ui/UnreadNotice.tsx';
import { BriefControls } from './BriefControls.tsx';
import styles from './BriefPage.module.css';
import { BriefSheet } from './BriefSheet.tsx';
import { unreadYear, yearShown } from './yearShown.ts';

/** The rates of one address: that of the page, or the one before it until its own have come. */
export interface BriefPageData {
  readonly place: BriefAddress['place'];
  /** The codes of the address that the release has, in the address's order. */
  readonly codes: readonly BriefCode[];
  /** Codes of the address that it has not. */
  readonly unknown: readonly string[];
  readonly catalogue: readonly BillingCode[];
  readonly release: Pick<Release, 'id' | 'date'>;
  readonly schedule: FeeSchedule;
}

export interface BriefPageProps {
  /** What is asked for: the controls show and change it. Codes and place of the sheet are those of `data`. */
  readonly address: BriefAddress;
  /** The sheet is not yet the one asked for. */
  readonly isBusy?: boolean;
  readonly unread: readonly UnreadPart[];
  readonly data: BriefPageData;
  readonly onAddress: (address: BriefAddress) => void;
  /** Where a reader of the paper finds the same figures: a full address, printed as text and as QR code. */
  readonly link: string;
  /** Below the heading: what there is to say of the link itself. */
  readonly links?: ReactNode;
}

/** The sheet to take into a negotiation, as it will be printed, with what is needed to make it above. */
export function BriefPage({ address, isBusy, unread, data, onAddress, link, links }: BriefPageProps) {
  const { scope, paper } = address;
  const { place, codes, unknown, catalogue, release, schedule } = data;
  const medicareYear = yearShown(address.medicareYear, schedule.years);
  const model = useMemo(
    () => brief({ codes, place, scope, schedule, medicareYear, origin: releaseName(release) }),
    [codes, place, scope, schedule, medicareYear, release],
  );
  const lost = [
    ...unread,
    ...unknown.map((code) => ({ part: code, reason: 'this release has no such code' })),
    ...unreadYear(address.medicareYear, schedule.years),
  ];

  return (
    <article className={styles['page']}>
      <header className={styles['header']} data-print="hide">
        <h1>{codes.length === 0 ? 'Negotiation brief' : `Brief: ${titleOf(codes)}, ${placeTitle(place)}`}</h1>
        <p>
          {codes.length === 0
            ? 'One to four pages to take into a negotiation: choose up to six codes and a place.'
            : 'What is printed is below. In the print dialog, “Save as PDF” makes a file of it.'}
        </p>
      </header>
      <div data-print="hide">{links}</div>
      {lost.length > 0 ? (
        <div data-print="hide">
          <UnreadNotice parts={lost} />
        </div>
      ) : null}
      <BriefControls
        address={address}
        catalogue={catalogue}
        counted={model.parts[0]?.table.scope ?? scopeSentence(scope)}
        onAddress={onAddress}
        canPrint={codes.length > 0}
      />
      {codes.length === 0 ? null : (
        <BriefSheet
          brief={model}
          title={titleOf(codes)}
          place={place}
          paper={paper}
          release={release}
          link={link}
          isBusy={isBusy === true}
        />
      )}
    </article>
  );
}

/** `97110 Therapeutic exercise`; several codes by number, their titles stand in the table. */
function titleOf(codes: readonly BriefCode[]): string {
  const [first] = codes;
  if (first && codes.length === 1) return `${first.code.code} ${first.code.title}`;
  return codes.map(({ code }) => code.code).join(', ');
}
