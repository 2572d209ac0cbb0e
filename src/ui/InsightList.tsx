import { useId } from 'react';
import styles from './InsightList.module.css';

interface InsightListProps {
  readonly insights: ReadonlyArray<{
    readonly id: string;
    readonly text: string;
    /** The table rows the sentence was made from. */
    readonly rowIds: readonly string[];
  }>;
  readonly headingLevel?: 2 | 3;
}

/** What the figures say, in sentences made by rule from the same cells. Nothing is shown when there is nothing to say. */
export function InsightList({ insights, headingLevel = 2 }: InsightListProps) {
  const headingId = useId();
  if (insights.length === 0) return null;
  const Heading = `h${headingLevel}` as const;
  return (
    <section className={styles['insights']} aria-labelledby={headingId}>
      <Heading id={headingId}>Key insights</Heading>
      <ul>
        {insights.map(({ id, text }) => (
          <li key={id}>{text}</li>
        ))}
      </ul>
    </section>
  );
}
