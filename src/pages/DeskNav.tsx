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

/** The way between the parts of the desk. The address says which is open, never what is in it. */
export function DeskNav({ view }: { readonly view: DeskView }) {
  const href = useHref();
  return (
    <nav className={styles['views']} aria-label="Parts of your desk" data-print="hide">
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
