import { memo, useId } from 'react';
import { keepTogether } from '../text/keepTogether.ts';
import styles from './InsightList.module.css';

export interface InsightListProps {
  readonly insights: ReadonlyArray<{
    readonly id: string;
    readonly text: string;
    /** The table rows the sentence was made from. */
    readonly rowIds: readonly string[];
  }>;
  /** Where a row of the table stands on this page, and what it is called. */
  readonly rowLink: (rowId: string) => { readonly href: string; readonly name: string };
  readonly headingLevel?: 2 | 3;
}

/**
 * What the figures say, most important first, in sentences made by rule from the same cells, each with links to the
 * rows it speaks of. Nothing is shown when there is nothing to say.
 */
export const InsightList = memo(function InsightList({
  insights,
  rowLink,
  headingLevel = 2,
}: InsightListProps) {
  const headingId = useId();
  if (insights.length === 0) return null;
  const Heading = `h${headingLevel}` as const;
  return (
    <section className={styles['insights']} aria-labelledby={headingId}>
      <Heading id={headingId}>Key insights</Heading>
      <ul>
        {insights.map(({ id, text, rowIds }) => (
          <li key={id}>
            {keepTogether(text)}
            {rowIds.map((rowId) => {
              const { href, name } = rowLink(rowId);
              return (
                <span key={rowId} className={styles['row']} data-print="hide">
                  {' '}
                  <a href={href} aria-label={`${name} in the table`}>
                    {name}
                  </a>
                </span>
              );
            })}
          </li>
        ))}
      </ul>
    </section>
  );
});
