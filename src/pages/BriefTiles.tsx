import type { BriefTile } from '../figures/contractBrief.ts';
import { formatCell } from '../text/numbers.ts';
import styles from './BriefSheet.module.css';

/** The headline figures of a sheet, side by side. */
export function BriefTiles({ tiles }: { readonly tiles: readonly BriefTile[] }) {
  return (
    <dl className={styles['tiles']}>
      {tiles.map(({ label, cell, kind, note }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd data-absent={cell.kind === 'absent' ? '' : undefined}>{formatCell(cell, kind)}</dd>
          {note === '' ? null : <dd className={styles['small']}>{note}</dd>}
        </div>
      ))}
    </dl>
  );
}
