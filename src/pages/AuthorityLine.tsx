import type { Authority } from '../domain/codeContext.ts';
import { authorityKindNotes, authorityKindWords, authorityName, standingWords } from '../text/contextText.ts';
import styles from './ContextSection.module.css';

/** Who says it, how much that weighs and whether we saw the original, in short; the list of sources says where it was read. */
export function AuthorityLine({ authority }: { readonly authority: Authority }) {
  return (
    <span className={styles['authority']}>
      <span className={styles['kind']} data-kind={authority.kind} title={authorityKindNotes[authority.kind]}>
        {authorityKindWords[authority.kind]}
      </span>
      {authority.kind === 'ours' ? null : ` ${authorityName(authority)}`}
      {/* The articles are known by notes throughout; the list of sources says so once, not forty times. */}
      {authority.standing === 'quoted' || authority.standing === 'excerpts' ? (
        <span className={styles['standing']}> ({standingWords[authority.standing]})</span>
      ) : null}
    </span>
  );
}
