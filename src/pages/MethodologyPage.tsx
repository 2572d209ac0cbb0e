import { defaultScope } from '../domain/scope.ts';
import { methods } from '../text/methods.ts';
import { policyLines } from '../text/policyText.ts';
import { methodSentence, scopeSentence } from '../text/scopeSentence.ts';
import { useHref } from '../ui/links.tsx';
import styles from './MethodologyPage.module.css';
import { outlierExample, quantileExample, ratioExample } from './methodologyExamples.ts';

const terms: ReadonlyArray<readonly [string, string]> = [
  [
    'Vote',
    'What one provider has agreed with one payer: the median (type 7) of its distinct rates in scope. A hospital that lists a code on forty charge lines counts once.',
  ],
  ['Votes', methods.votes],
  ['Providers', methods.providers],
  ['Rates', methods.rates],
  ['Mean', methods.mean],
  ['Median', methods.median],
  ['P25', methods.p25],
  ['P75', methods.p75],
  ['Spread', methods.spread],
  ['% of Medicare', methods.percentOfMedicare],
  [
    'BUCA',
    'BCBS, UnitedHealth Group, Cigna and Aetna: their votes pooled. The payers with votes are named beside the figure.',
  ],
  [
    'National',
    'A convenience pool of the states with published files in the release. It is not a national sample.',
  ],
];

/** How every figure is defined, with examples computed by the code that serves the pages. */
export function MethodologyPage({
  medicareExample,
}: {
  /** A Medicare amount worked out by the running code; null when the release's tables lack it. */
  readonly medicareExample: string | null;
}) {
  const href = useHref();
  const quantile = quantileExample();
  const ratio = ratioExample();
  return (
    <article className={styles['page']}>
      <header>
        <h1>Methodology</h1>
        <p>
          Figures are computed in your browser from the published rates of one dated release. The examples on
          this page are computed by the same code, as you read.
        </p>
      </header>

      <section aria-labelledby="scope">
        <h2 id="scope">Which rates count</h2>
        <p>{scopeSentence(defaultScope)}</p>
        <p>
          That is the default. The controls of a code’s page change site, basis, file years and whether rows
          that contradict their own file count; every choice is in the address. Nothing is deleted: a row that
          does not count is counted in the note under the table. Where rates come from is on the{' '}
          <a href={href({ page: 'data' })}>data page</a>.
        </p>
      </section>

      <section aria-labelledby="terms">
        <h2 id="terms">Terms</h2>
        <dl className={styles['terms']}>
          {terms.map(([term, definition]) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{definition}</dd>
            </div>
          ))}
        </dl>
      </section>

      <section aria-labelledby="percentiles">
        <h2 id="percentiles">Percentiles</h2>
        <p>{methodSentence(defaultScope)}</p>
        <p>
          Type 7 is linear interpolation at position (n − 1) × p of the sorted votes: Excel’s PERCENTILE.INC,
          and the default of NumPy and R (Hyndman and Fan 1996). Other definitions give other quartiles for
          small n. For the 12 averages of a published 97760 payer table ({quantile.values}):
        </p>
        <div className={styles['scroll']} role="region" aria-label="Quartiles by definition" tabIndex={0}>
          <table>
            <caption>Quartiles of the same 12 amounts by definition</caption>
            <thead>
              <tr>
                <th scope="col">Definition</th>
                <th scope="col">P25</th>
                <th scope="col">Median</th>
                <th scope="col">P75</th>
              </tr>
            </thead>
            <tbody>
              {quantile.rows.map((row) => (
                <tr key={row.name}>
                  <th scope="row">{row.name}</th>
                  <td>{row.p25}</td>
                  <td>{row.median}</td>
                  <td>{row.p75}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </section>

      <section aria-labelledby="medicare">
        <h2 id="medicare">Medicare</h2>
        <p>{methods.medicare}</p>
        {medicareExample === null ? null : <p className={styles['worked']}>{medicareExample}</p>}
        <p>
          Medicare pays hospitals by this schedule only for always-therapy services (multiple-procedure
          indicator 5). For other services in hospitals, percent of Medicare is not given, with the reason. A
          later unit on the same day is paid half of its practice expense; rates are compared with the
          unreduced amount.
        </p>
      </section>

      <section aria-labelledby="ratio">
        <h2 id="ratio">Percent of Medicare</h2>
        <p>{methods.percentOfMedicare}</p>
        <p className={styles['worked']}>{ratio}</p>
      </section>

      <section aria-labelledby="grades">
        <h2 id="grades">Confidence grade and suppression</h2>
        <p>{methods.grade}</p>
        <dl className={`${styles['terms']} ${styles['rules']}`}>
          {policyLines().map(({ id, rule, reason }) => (
            <div key={id}>
              <dt>{rule}</dt>
              <dd>{reason}</dd>
            </div>
          ))}
        </dl>
        <p>
          Thresholds are data (policy.json in the source); every cell without a percentile names its rule.
        </p>
      </section>

      <section aria-labelledby="outliers">
        <h2 id="outliers">Flagged votes</h2>
        <p>
          A vote is flagged when it lies outside Tukey’s fences (P25 − 1.5 × spread, P75 + 1.5 × spread) of
          its row, outside 0.5 to 5.5 times its Medicare amount, is a placeholder (zero, a cent, nines), or
          stands above the provider’s own gross charge. Flagged votes count unless you leave them out; they
          are never deleted. {outlierExample()}
        </p>
      </section>

      <section aria-labelledby="rounding">
        <h2 id="rounding">Rounding and gaps</h2>
        <p>
          Amounts are whole cents from the file on. Means, percentiles and ratios stay unrounded until they
          are printed, and are then rounded once, half away from zero. A number that is not there is named:
          “Data not available in the input”, “Rates only outside this scope”, “fewer than 5 providers”. It is
          never 0 and never blank.
        </p>
      </section>
    </article>
  );
}
