import type { ChecksFigure } from '../figures/publishedChecksFigure.ts';
import { severityText } from '../text/publishedText.ts';
import { FigureCard } from '../ui/FigureCard.tsx';
import styles from './PublishedSection.module.css';

interface CheckListProps {
  readonly checks: ChecksFigure;
  readonly headingLevel: 2 | 3;
}

/** Findings as sentences, each headed by its result in words: sentences do not fit the cells of a table. */
export function CheckList({ checks: { figure, findings }, headingLevel }: CheckListProps) {
  return (
    <FigureCard
      figure={figure}
      headingLevel={headingLevel}
      chart={null}
      table={
        <ul className={styles['checks']}>
          {findings.map(({ id, severity, subject, text }) => (
            <li key={id}>
              <span className={styles['severity']} data-severity={severity}>
                {severityText[severity]}
              </span>
              <span>
                <strong>{subject}.</strong> {text}
              </span>
            </li>
          ))}
        </ul>
      }
    />
  );
}
