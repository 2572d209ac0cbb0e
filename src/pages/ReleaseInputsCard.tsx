import type { Release } from '../domain/release.ts';
import { countOf } from '../text/numbers.ts';
import styles from './DataPage.module.css';

/** The files the release was made from, each with its digest: whoever has them can make it again and compare. */
export function ReleaseInputsCard({ release }: { readonly release: Pick<Release, 'inputs' | 'files'> }) {
  return (
    <section className={styles['card']} aria-labelledby="inputs">
      <h2 id="inputs">What this release was built from</h2>
      <ul className={styles['inputs']}>
        {release.inputs.map((input) => (
          <li key={input.path}>
            <strong>{input.path}</strong> <span>{countOf(input.bytes, 'byte')}</span>
            <p>{input.provenance}</p>
            <p className={styles['hash']}>
              SHA-256 <code>{input.sha256}</code>
            </p>
          </li>
        ))}
      </ul>
      <p className={styles['small']}>
        The release itself is {countOf(release.files.length, 'file')}; release.json lists each with its rows,
        bytes and SHA-256.
      </p>
    </section>
  );
}
