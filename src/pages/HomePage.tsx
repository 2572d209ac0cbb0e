import { useMemo } from 'react';
import type { BillingCode } from '../domain/billingCode.ts';
import { absent, type Cell } from '../domain/cell.ts';
import type { CodeHeadline } from '../domain/codeHeadline.ts';
import type { ColumnKind } from '../domain/columnKind.ts';
import type { Release } from '../domain/release.ts';
import { catalogueFigure, wholeCatalogue } from '../figures/catalogueFigure.ts';
import { codeAddress } from '../share/address.ts';
import { countOf, formatCell, formatCount } from '../text/numbers.ts';
import { releaseName } from '../text/releaseText.ts';
import { CodePicker } from '../ui/CodePicker.tsx';
import { useHref } from '../ui/links.tsx';
import { Notice } from '../ui/Notice.tsx';
import { StatTile } from '../ui/StatTile.tsx';
import { StatTiles } from '../ui/StatTiles.tsx';
import { TableCard } from '../ui/TableCard.tsx';
import { TimedBadge } from '../ui/TimedBadge.tsx';
import styles from './HomePage.module.css';

interface HomePageProps {
  readonly codes: readonly BillingCode[];
  readonly headlines: ReadonlyMap<string, CodeHeadline>;
  readonly release: Pick<Release, 'id' | 'date'>;
  /** Files in the release. */
  readonly files: number;
  /** Codes the reader opened before, newest first. */
  readonly recent: readonly string[];
  readonly search?: string;
  readonly onSearch?: (search: string) => void;
  /** How many states have payer rates for any code; left out of the words when not known. */
  readonly placesWithRates?: number;
}

function CodeLabel({ code }: { code: BillingCode }) {
  const href = useHref();
  return (
    <span className={styles['code']}>
      <a href={href(codeAddress(code.code))}>{code.code}</a>
      <span className={styles['codeTitle']}>{code.title}</span>
      {code.status === 'deleted' ? (
        <span className={styles['deleted']}>
          deleted
          {code.replacedBy.length > 0 ? ', now ' : ''}
          {code.replacedBy.map((replacement, index) => (
            <span key={replacement}>
              {index > 0 ? ', ' : ''}
              <a href={href(codeAddress(replacement))}>{replacement}</a>
            </span>
          ))}
        </span>
      ) : (
        <TimedBadge code={code} />
      )}
    </span>
  );
}

/** In a list of sixty codes the kind of absence is enough; the notes under the table say the whole reason, once. */
function shortCell(cell: Cell<number | string>, kind: ColumnKind): string {
  return formatCell(cell.kind === 'absent' && cell.reason !== 'too-few' ? absent(cell.reason) : cell, kind);
}

function poolWords(placesWithRates: number | undefined): string {
  const pool =
    placesWithRates === undefined
      ? 'a convenience pool of published files'
      : `a convenience pool of ${placesWithRates} states’ published files`;
  return `National figures here are ${pool}, not a census of the country.`;
}

/** Find a code; the whole catalogue with what there is for each. */
export function HomePage({
  codes,
  headlines,
  release,
  files,
  recent,
  search,
  onSearch,
  placesWithRates,
}: HomePageProps) {
  const href = useHref();
  const byCode = useMemo(() => new Map(codes.map((code) => [code.code, code])), [codes]);
  const origin = releaseName(release);
  const facts = useMemo(
    () => ({ codes, headlines, placesWithRates, origin }),
    [codes, headlines, placesWithRates, origin],
  );
  const figure = useMemo(() => catalogueFigure(facts), [facts]);
  const rates = [...headlines.values()].reduce((sum, headline) => sum + headline.rates, 0);
  const recentCodes = recent.flatMap((code) => byCode.get(code) ?? []);

  return (
    <div className={styles['home']}>
      <section className={styles['hero']} aria-labelledby="promise">
        <div className={styles['find']}>
          <h1 id="promise">What payers really pay for a billing code</h1>
          <p className={styles['promise']}>
            Nationally and state by state, beside Medicare, worked out in your browser from the rate files
            hospitals and payers must publish.
          </p>
          <CodePicker
            codes={codes}
            {...(search === undefined ? {} : { search })}
            {...(onSearch === undefined ? {} : { onSearch })}
          />
          {recentCodes.length > 0 ? (
            <nav className={styles['recent']} aria-label="Recent codes">
              <span>Recent</span>
              <ul>
                {recentCodes.map(({ code, title }) => (
                  <li key={code}>
                    <a href={href(codeAddress(code))} title={title}>
                      {code}
                    </a>
                  </li>
                ))}
              </ul>
            </nav>
          ) : null}
        </div>
        <StatTiles>
          <StatTile
            label="Billing codes"
            value={formatCount(codes.length)}
            note="therapy and office visits"
          />
          <StatTile label="Published payer rates" value={formatCount(rates)} />
          {placesWithRates === undefined ? null : (
            <StatTile
              label="States with payer rates"
              value={formatCount(placesWithRates)}
              note="Medicare for all 53 places"
            />
          )}
          <StatTile label="Data release" value={release.date} note={countOf(files, 'file')} />
        </StatTiles>
      </section>
      <Notice>
        {poolWords(placesWithRates)} Every figure carries its n;{' '}
        <a href={href({ page: 'methodology' })}>how they are made</a> and{' '}
        <a href={href({ page: 'data' })}>where they come from</a>.
      </Notice>
      <TableCard
        whole={() => wholeCatalogue(facts)}
        figure={figure}
        format={shortCell}
        groupOf={(row) => byCode.get(row.id)?.family ?? ''}
        renderLabel={(row) => {
          const code = byCode.get(row.id);
          return code ? <CodeLabel code={code} /> : row.label;
        }}
      />
    </div>
  );
}
