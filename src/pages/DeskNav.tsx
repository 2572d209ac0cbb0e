import { useEffect, useRef } from 'react';
import type { DeskView } from '../share/address.ts';
import { useHref } from '../ui/links.tsx';
import styles from './OwnPage.module.css';

/** What each part of the desk is called, in the order a negotiator needs them. */
const deskViewNames: Readonly<Record<DeskView, string>> = {
  contract: 'My contract',
  position: 'Position',
  impact: 'Impact',
  compare: 'Compare',
  visits: 'Visits',
  terms: 'Terms',
  codes: 'Code by code',
  brief: 'Brief',
};

/**
 * The way between the parts of the desk. The address says which is open, never what is in it.
 *
 * A link within a part ("Pick other lines") goes away with it: the focus is then at the part that came instead.
 */
export function DeskNav({ view }: { readonly view: DeskView }) {
  const href = useHref();
  const nav = useRef<HTMLElement>(null);
  const last = useRef(view);
  useEffect(() => {
    if (last.current === view) return;
    last.current = view;
    const { activeElement, body } = document;
    const isElsewhere = !nav.current?.parentElement?.contains(activeElement) && activeElement !== body;
    if (isElsewhere || nav.current?.contains(activeElement)) return;
    // Where the page stands is for the one that follows links to say.
    nav.current?.querySelector<HTMLElement>('[aria-current]')?.focus({ preventScroll: true });
  }, [view]);
  return (
    <nav ref={nav} className={styles['views']} aria-label="Parts of your desk" data-print="hide">
      {Object.entries(deskViewNames).map(([each, name]) => (
        <a
          key={each}
          href={href({ page: 'own', view: each as DeskView })}
          aria-current={each === view ? 'page' : undefined}
        >
          {name}
        </a>
      ))}
    </nav>
  );
}
