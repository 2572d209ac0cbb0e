import styles from './Loading.module.css';

interface LoadingProps {
  /** What is being loaded, e.g. "Loading rates for 97110". */
  readonly label: string;
  /** Grey lines to show. Choose as many as the content will have, so that nothing jumps when it comes. */
  readonly lines?: number;
  /** Pixels kept free for a chart above the lines; 0 for none. */
  readonly chartHeight?: number;
  /** Whether a whole page is coming: what stands below it would be in sight first, and pushed away then. */
  readonly isPage?: boolean;
}

/** Holds the place of what is coming: same height, spoken once, still when motion is unwanted. */
export function Loading({ label, lines = 6, chartHeight = 0, isPage = false }: LoadingProps) {
  return (
    <div className={styles[isPage ? 'page' : 'loading']} role="status" aria-busy="true">
      <p className={styles['label']}>{label}…</p>
      <div aria-hidden="true">
        {chartHeight > 0 ? <div className={styles['chart']} style={{ blockSize: chartHeight }} /> : null}
        {Array.from({ length: lines }, (_, line) => (
          <div key={line} className={styles['line']} />
        ))}
      </div>
    </div>
  );
}
