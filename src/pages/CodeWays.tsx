import type { ReactNode } from 'react';
import { type CodeAddress, statesAddress } from '../share/address.ts';
import { useHref } from '../ui/links.tsx';
import { useAlive } from '../ui/useAlive.ts';
import styles from './CodePage.module.css';
import { PackButton } from './PackButton.tsx';

interface CodeWaysProps {
  readonly address: CodeAddress;
  /** The release the page shows. */
  readonly releaseId: string;
  /** What there is to say of the link itself. */
  readonly links: ReactNode;
}

/** Where to go with a view: all states, paper, a folder of one's own, a colleague. */
export function CodeWays({ address, releaseId, links }: CodeWaysProps) {
  const href = useHref();
  const isAlive = useAlive();
  const { code, place, scope, medicareYear } = address;
  return (
    <div className={styles['ways']} data-print="hide">
      <a href={href({ ...statesAddress(code), scope })}>All states: board and map</a>
      <a
        href={href({ page: 'brief', codes: [code], place, scope, medicareYear, paper: 'letter', pin: null })}
      >
        Brief to print
      </a>
      <div className={styles['tools']} data-needs="script">
        {isAlive ? (
          <>
            <PackButton code={code} releaseId={releaseId} />
            {links}
          </>
        ) : null}
      </div>
    </div>
  );
}
