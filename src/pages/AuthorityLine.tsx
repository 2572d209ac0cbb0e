import type { Authority } from '../domain/codeContext.ts';
import { authorityKindNotes, authorityKindWords, authorityName } from '../text/contextText.ts';
import styles from './ContextSection.module.css';

/** Who says it and how much that weighs, in short; the list of sources says where it was read. */
export function AuthorityLine({ authority }: { readonly authority: Authority }) {
  return (
    <span className={styles['authority']}>
      <span className={styles['kind']} data-kind={authority.kind} title={authorityKindNotes[authority.kind]}>
        {authorityKindWords[authority.kind]}
      </span>
      {authority.kind === 'ours' ? null : ` ${authorityName(authority)}`}
    </span>
  );
}
