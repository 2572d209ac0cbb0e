import { useMemo } from 'react';
import type { Problem } from '../domain/problem.ts';
import { TableCard } from '../ui/TableCard.tsx';
import styles from './DataPage.module.css';
import { problemsFigure } from './dataFigures.ts';

interface ProblemsCardProps {
  readonly problems: readonly Problem[];
  readonly origin: string;
}

/** What could not be read as it stands, line by line, or that there was nothing of the kind. */
export function ProblemsCard({ problems, origin }: ProblemsCardProps) {
  const figure = useMemo(() => problemsFigure(problems, origin), [problems, origin]);
  if (problems.length > 0) return <TableCard figure={figure} />;
  return (
    <section className={styles['card']} aria-labelledby="problems">
      <h2 id="problems">{figure.title}</h2>
      <p>None: every line of the release was read.</p>
    </section>
  );
}
