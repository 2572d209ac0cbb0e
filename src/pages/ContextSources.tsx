import { type Authority, authorityKinds } from '../domain/codeContext.ts';
import { authorityKindNotes, authorityKindWords, authorityLine } from '../text/contextText.ts';
import styles from './ContextSection.module.css';

/** Every source the section quotes, in full, under how much its kind weighs. */
export function ContextSources({ authorities }: { readonly authorities: readonly Authority[] }) {
  const kinds = authorityKinds.filter((kind) => authorities.some((authority) => authority.kind === kind));
  return (
    <details className={styles['sources']}>
      <summary>Sources and who counts as an authority</summary>
      <ul>
        {kinds.map((kind) => (
          <li key={kind}>
            <span className={styles['kind']} data-kind={kind}>
              {authorityKindWords[kind]}
            </span>{' '}
            {authorityKindNotes[kind]}
            <ul>
              {authorities
                .filter((authority) => authority.kind === kind)
                .map((authority) => (
                  <li key={authority.id}>{authorityLine(authority)}</li>
                ))}
            </ul>
          </li>
        ))}
      </ul>
      <p>
        CPT is a registered trademark and copyright of the American Medical Association. This is information,
        not advice on a claim.
      </p>
    </details>
  );
}
