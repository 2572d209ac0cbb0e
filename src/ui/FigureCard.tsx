import { type ReactNode, useId, useMemo, useState } from 'react';
import { type Figure, methodParagraph } from '../figures/figure.ts';
import type { Sort } from '../share/address.ts';
import { keepTogether } from '../text/keepTogether.ts';
import { useFigureActions } from './FigureActions.tsx';
import styles from './FigureCard.module.css';
import { NextFrame } from './NextFrame.tsx';
import { TableOrderContext } from './tableOrder.ts';

interface FigureCardProps {
  readonly figure: Figure;
  readonly chart: ReactNode;
  readonly table: ReactNode;
  /** Choices of this figure alone, beside the heading; what all figures have comes from `FigureActions`. */
  readonly actions?: ReactNode;
  /** The figure in full, where the page shows only a part of its rows. */
  readonly whole?: () => Figure;
  /** The order of the table, where the page's address or state keeps it: what leaves the page is in it too. */
  readonly sort?: Sort | null;
  readonly headingLevel: 2 | 3;
}

/** A figure as a reader meets it: what it is, what it says, the drawing, the numbers, the cautions, where it comes from. */
export function FigureCard(props: FigureCardProps) {
  const { figure, chart, table, actions, whole, sort = null, headingLevel } = props;
  const headingId = useId();
  const [own, setOwn] = useState<Sort | null>(null);
  const order = useMemo(() => ({ figureId: figure.id, tell: setOwn }), [figure.id]);
  const shared = useFigureActions()?.(figure, whole, sort ?? own);
  const cautions = useMemo(() => <Cautions figure={figure} />, [figure]);
  const Heading = `h${headingLevel}` as const;
  return (
    <section id={`figure-${figure.id}`} className={styles['card']} aria-labelledby={headingId}>
      <div className={styles['head']}>
        <Heading id={headingId}>{figure.title}</Heading>
        {actions || shared ? (
          <div className={styles['actions']}>
            {actions}
            {shared}
          </div>
        ) : null}
      </div>
      <p className={styles['summary']}>{keepTogether(figure.summary)}</p>
      {chart ? <div className={styles['chart']}>{chart}</div> : null}
      <TableOrderContext value={order}>{table}</TableOrderContext>
      <NextFrame>{cautions}</NextFrame>
    </section>
  );
}

/** Below the numbers, and so a frame after them. */
function Cautions({ figure }: { readonly figure: Figure }) {
  return (
    <>
      {figure.notes.length > 0 ? (
        <ul className={styles['notes']} aria-label={`Notes on ${figure.title}`}>
          {figure.notes.map((note, place) => (
            // By its place: another note there is written over the one before.
            <li key={place}>{keepTogether(note)}</li>
          ))}
        </ul>
      ) : null}
      <details className={styles['method']}>
        <summary>Method and sources</summary>
        <p>{methodParagraph(figure)}</p>
        <p>Sources: {keepTogether(figure.sources)}</p>
      </details>
    </>
  );
}
