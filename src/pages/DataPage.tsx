import type { CoverageRow } from '../data/readCoverage.ts';
import type { PublishedSource } from '../data/readSources.ts';
import type { PayerAlias } from '../domain/payerAlias.ts';
import type { Problem } from '../domain/problem.ts';
import type { Plan } from '../domain/rateTable.ts';
import type { Release } from '../domain/release.ts';
import { countOf, formatCount } from '../text/numbers.ts';
import { releaseName } from '../text/releaseText.ts';
import { Notice } from '../ui/Notice.tsx';
import { StatTile } from '../ui/StatTile.tsx';
import { StatTiles } from '../ui/StatTiles.tsx';
import { AliasSection } from './AliasSection.tsx';
import { CodeCoverageCard } from './CodeCoverageCard.tsx';
import { CoverageByCard } from './CoverageByCard.tsx';
import styles from './DataPage.module.css';
import type { CodeCoverage } from './dataFigures.ts';
import { ProblemsCard } from './ProblemsCard.tsx';
import { PublishedFilesCard } from './PublishedFilesCard.tsx';
import { quirks } from './quirks.ts';
import { ReleaseFilesCard } from './ReleaseFilesCard.tsx';
import { ReleaseInputsCard } from './ReleaseInputsCard.tsx';

interface DataPageProps {
  readonly release: Release;
  readonly sources: readonly PublishedSource[];
  readonly coverage: readonly CodeCoverage[];
  readonly coverageRows: readonly CoverageRow[];
  readonly aliases: readonly PayerAlias[];
  readonly plans: readonly Plan[];
  readonly problems: readonly Problem[];
}

/** What the release holds, where it comes from, and what is wrong with it. */
export function DataPage({
  release,
  sources,
  coverage,
  coverageRows,
  aliases,
  plans,
  problems,
}: DataPageProps) {
  const places = new Set(coverage.flatMap((code) => code.places));
  // What is told of single files is about those this project collected from repositories; a release that somebody made of
  // files of their own has none of them.
  const isCollected = sources.some(({ carriedBy }) => carriedBy !== '');
  const origin = releaseName(release);
  const rates = coverage.reduce((sum, code) => sum + code.rates, 0);

  return (
    <div className={styles['page']}>
      <header className={styles['intro']}>
        <h1>Data</h1>
        <p>
          Every figure is computed from one dated release of published files. Nothing was invented,
          interpolated or filled in; what the files do not say reads “Data not available in the input”.
        </p>
      </header>
      <StatTiles>
        <StatTile label="Release" value={release.date} note={release.id} />
        <StatTile
          label="Published payer rates"
          value={formatCount(rates)}
          note={countOf(coverage.length, 'code')}
        />
        <StatTile label="States with payer rates" value={formatCount(places.size)} note="of 53 places" />
        <StatTile label="Published files" value={formatCount(sources.length)} />
        <StatTile label="Problems while reading" value={formatCount(problems.length)} />
      </StatTiles>
      {sources.every(({ place }) => place !== '') && (
        <Notice tone="warning" title="There is no national payer file.">
          A national figure here is a convenience pool of the states in this release, and no more than that.
        </Notice>
      )}

      <CodeCoverageCard coverage={coverage} origin={origin} isCollected={isCollected} />

      <div className={styles['sides']}>
        {(['place', 'payer', 'line', 'year'] as const).map((dimension) => (
          <CoverageByCard key={dimension} rows={coverageRows} dimension={dimension} origin={origin} />
        ))}
      </div>

      <PublishedFilesCard sources={sources} origin={origin} />

      <AliasSection aliases={aliases} plans={plans} origin={origin} />

      {isCollected && (
        <section className={styles['card']} aria-labelledby="quirks">
          <h2 id="quirks">What to know about these files</h2>
          <dl className={styles['quirks']}>
            {quirks.map(({ title, text }) => (
              <div key={title}>
                <dt>{title}</dt>
                <dd>{text}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}

      <ProblemsCard problems={problems} origin={origin} />

      <ReleaseFilesCard release={release} />

      <ReleaseInputsCard release={release} />
    </div>
  );
}
