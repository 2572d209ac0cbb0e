import { SmallMultiples } from '../charts/SmallMultiples.tsx';
import type { BoardRow } from '../domain/board.ts';
import type { Figure } from '../figures/figure.ts';
import type { StateMap } from '../figures/stateMap.ts';
import { ExportMenu } from './ExportMenu.tsx';
import styles from './StatesPage.module.css';

const title = 'Payer by payer, in the same classes';

interface PayerMapsProps {
  readonly code: string;
  readonly maps: readonly StateMap[];
  /** Exported for them: the numbers of these maps are the ranking's. */
  readonly ranking: Figure;
  readonly payer: BoardRow['payer'];
  readonly onPayer: (payer: BoardRow['payer']) => void;
}

/** A small map for each payer, to be picked for the large one. */
export function PayerMaps({ code, maps, ranking, payer, onPayer }: PayerMapsProps) {
  return (
    <section className={styles['payers']} aria-labelledby="payer-maps">
      <div className={styles['payersHead']}>
        <h2 id="payer-maps">{title}</h2>
        <ExportMenu figure={{ ...ranking, title: `${code} ${title.toLowerCase()}` }} />
      </div>
      <SmallMultiples maps={maps} payer={payer} onPayer={onPayer} />
    </section>
  );
}
