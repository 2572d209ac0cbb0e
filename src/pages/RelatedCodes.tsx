import type { BillingCode } from '../domain/billingCode.ts';
import type { Authority, RelatedCode } from '../domain/codeContext.ts';
import { relationWords } from '../text/contextText.ts';
import { listOf } from '../text/names.ts';
import { AuthorityLine } from './AuthorityLine.tsx';
import styles from './ContextSection.module.css';
import { ContextTable } from './ContextTable.tsx';

interface RelatedCodesProps {
  readonly caption: string;
  readonly related: readonly RelatedCode[];
  /** The catalogue: titles and life-cycle come from there, so that a deleted neighbour is marked everywhere alike. */
  readonly codes: readonly BillingCode[];
  readonly hrefForCode: (code: string) => string;
  readonly authorityOf: (id: string) => Authority;
}

export function RelatedCodes({ caption, related, codes, hrefForCode, authorityOf }: RelatedCodesProps) {
  return (
    <ContextTable
      caption={caption}
      columns={['Code', 'How it relates', 'Named by']}
      rows={related.map(({ code, relation, text, by, listedBy }) => {
        const known = codes.find((each) => each.code === code);
        const deleted = known?.status === 'deleted';
        return {
          key: `${code} ${relation}`,
          cells: [
            <>
              {known ? <a href={hrefForCode(code)}>{code}</a> : code}
              {known ? <span className={styles['title']}>{known.title}</span> : null}
              {deleted ? <span className={styles['flag']}>deleted</span> : null}
            </>,
            <>
              <strong>{relationWords[relation]}.</strong> {text}
              {deleted && known.replacedBy.length > 0 ? ` Today: ${listOf(known.replacedBy)}.` : ''}
            </>,
            <>
              <AuthorityLine authority={authorityOf(listedBy)} />
              {by === listedBy ? null : (
                <span className={styles['authority']}>
                  ; explained by <AuthorityLine authority={authorityOf(by)} />
                </span>
              )}
            </>,
          ],
        };
      })}
    />
  );
}
