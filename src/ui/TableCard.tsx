import type { ComponentProps } from 'react';
import { FigureCard } from './FigureCard.tsx';
import { SelfSortedTable } from './SelfSortedTable.tsx';

type TableCardProps = Omit<ComponentProps<typeof SelfSortedTable>, 'captionHidden'> &
  Pick<ComponentProps<typeof FigureCard>, 'whole'>;

/** A figure of a page that is a table and nothing else. */
export function TableCard({ whole, ...table }: TableCardProps) {
  return (
    <FigureCard
      figure={table.figure}
      {...(whole ? { whole } : {})}
      headingLevel={2}
      chart={null}
      table={<SelfSortedTable {...table} captionHidden />}
    />
  );
}
