import { memo } from 'react';
import type { BillingCode } from '../domain/billingCode.ts';
import type { PlaceCode } from '../domain/place.ts';
import { codeAddress } from '../share/address.ts';
import { placeTitle } from '../text/names.ts';
import { useHref } from '../ui/links.tsx';
import { Notice } from '../ui/Notice.tsx';
import { TimedBadge } from '../ui/TimedBadge.tsx';
import styles from './CodePage.module.css';

/** What the code is, in our own words: title, family, unit, life-cycle. */
export const CodeHeader = memo(function CodeHeader({
  code,
  place,
}: {
  readonly code: BillingCode;
  readonly place: PlaceCode | null;
}) {
  const href = useHref();
  return (
    <header className={styles['header']}>
      <p className={styles['crumb']}>
        <a href={href({ page: 'home' })}>Codes</a> <span aria-hidden="true">/</span> {code.family}
      </p>
      <h1 tabIndex={-1}>
        <span className={styles['code']}>{code.code}</span> {code.title}
        <span className={styles['place']}>{placeTitle(place)}</span>
      </h1>
      <p className={styles['badges']}>
        <span>{code.codeType}</span>
        <TimedBadge code={code} />
        <span>{code.status === 'deleted' ? 'Deleted code' : 'Active code'}</span>
      </p>
      {code.status === 'deleted' ? (
        <Notice tone="warning" title="This code has been deleted.">
          {code.replacedBy.length === 0 ? (
            'No replacement is named in our sources.'
          ) : (
            <>
              Its place was taken by{' '}
              {code.replacedBy.map((replacement, index) => (
                <span key={replacement}>
                  {separator(index, code.replacedBy.length)}
                  <a href={href(codeAddress(replacement, place))}>{replacement}</a>
                </span>
              ))}
              .
            </>
          )}
        </Notice>
      ) : null}
      {code.note === '' ? null : <p className={styles['note']}>{code.note}</p>}
    </header>
  );
});

/** As `listOf`, for links: `A, B and C`. */
function separator(index: number, count: number): string {
  if (index === 0) return '';
  return index === count - 1 ? ' and ' : ', ';
}
