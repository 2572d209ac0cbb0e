import { visitSources } from '../text/visitSources.ts';
import styles from './Desk.module.css';

/** Who says each rule, and how near we came to them. */
export function VisitSources() {
  return (
    <details className={styles['sources']}>
      <summary>Where these rules come from, and what was read</summary>
      <dl>
        {visitSources.map(({ rule, source, read }) => (
          <div key={rule}>
            <dt>{rule}</dt>
            <dd>
              {source}. {read}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
