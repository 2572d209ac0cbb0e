import { useMemo } from 'react';
import { codeAddress } from '../share/address.ts';
import { useHref } from '../ui/links.tsx';
import { TableCard } from '../ui/TableCard.tsx';
import styles from './DataPage.module.css';
import { type CodeCoverage, coverageFigure } from './dataFigures.ts';

const ofAlaska =
  'Alaska has no payer rate for a single procedure in these files. One Anchorage hospital publishes what payers pay for a whole outpatient visit in a payment group (N801, N700, 5823); that is a different service and is never compared with a per-unit price. Gross and cash prices of twelve Alaska hospitals are shown as what they are: charges.';

interface CodeCoverageCardProps {
  readonly coverage: readonly CodeCoverage[];
  readonly origin: string;
  /** Whether the files are those this project collected: what is told of Alaska is about them. */
  readonly isCollected: boolean;
}

/** For which codes the release has payer rates, and where; each code leads to its page. */
export function CodeCoverageCard({ coverage, origin, isCollected }: CodeCoverageCardProps) {
  const href = useHref();
  const titles = useMemo(() => new Map(coverage.map(({ code, title }) => [code, title])), [coverage]);
  const figure = useMemo(
    () => coverageFigure({ coverage, origin, notes: isCollected ? [ofAlaska] : [] }),
    [coverage, origin, isCollected],
  );
  return (
    <TableCard
      figure={figure}
      renderLabel={({ label }) => (
        <span className={styles['code']}>
          <a href={href(codeAddress(label))}>{label}</a> <span>{titles.get(label)}</span>
        </span>
      )}
    />
  );
}
