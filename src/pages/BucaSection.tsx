import { useId, useMemo, useState } from 'react';
import type { Benchmark } from '../domain/benchmark.ts';
import { type BucaShares, bucaPayers } from '../domain/buca.ts';
import type { PayerId } from '../domain/payer.ts';
import { bucaFigure, type ReportedBuca } from '../figures/bucaFigure.ts';
import { listOf } from '../text/names.ts';
import { FigureCard } from '../ui/FigureCard.tsx';
import { SelfSortedTable } from '../ui/SelfSortedTable.tsx';
import styles from './BucaSection.module.css';

interface BucaSectionProps {
  readonly benchmark: Benchmark;
  /** null until any is typed. */
  readonly shares: BucaShares | null;
  readonly onShares: (shares: BucaShares | null) => void;
  /** BUCA figures that other publications print for this code and place. */
  readonly reported: readonly ReportedBuca[];
  readonly origin: string;
}

type Typed = Partial<Record<PayerId, string>>;

/** BUCA opened up: three ways of putting the payers together, beside what others report. */
export function BucaSection({ benchmark, shares, onShares, reported, origin }: BucaSectionProps) {
  const figure = useMemo(
    () => bucaFigure({ benchmark, shares, reported, origin }),
    [benchmark, shares, reported, origin],
  );
  // Other plan lines have no BUCA: there the four are not one market.
  if (!benchmark.rows.some((row) => row.id === 'buca')) return null;
  return (
    <FigureCard
      figure={figure}
      headingLevel={2}
      chart={null}
      table={
        <div className={styles['table']}>
          <ShareFields shares={shares} onShares={onShares} />
          <SelfSortedTable figure={figure} captionHidden />
        </div>
      }
    />
  );
}

function ShareFields({ shares, onShares }: Pick<BucaSectionProps, 'shares' | 'onShares'>) {
  const errorId = useId();
  // What is typed may not be a number yet; only what is one becomes a share.
  const [typed, setTyped] = useState<Typed>(() =>
    Object.fromEntries(Object.entries(shares ?? {}).map(([id, share]) => [id, String(share)])),
  );
  const wrong = bucaPayers.filter(({ id }) => readShare(typed[id] ?? '') === undefined);

  function type(id: PayerId, text: string) {
    const next = { ...typed, [id]: text };
    setTyped(next);
    onShares(sharesOf(next));
  }

  return (
    <fieldset className={styles['fields']}>
      <legend>Your market shares, in any unit: only their proportions count</legend>
      <div className={styles['shares']}>
        {bucaPayers.map(({ id, name }) => (
          <label key={id}>
            <span>{name}</span>
            <input
              inputMode="decimal"
              autoComplete="off"
              value={typed[id] ?? ''}
              aria-invalid={readShare(typed[id] ?? '') === undefined}
              aria-describedby={errorId}
              onChange={({ target }) => type(id, target.value)}
            />
          </label>
        ))}
        <button
          type="button"
          disabled={Object.values(typed).every((text) => text === '')}
          onClick={() => {
            setTyped({});
            onShares(null);
          }}
        >
          Clear shares
        </button>
      </div>
      <p id={errorId} className={styles['error']} role="status">
        {wrong.length > 0
          ? `A share is a number of 0 or more. Not used: ${listOf(wrong.map(({ name }) => name))}.`
          : ''}
      </p>
    </fieldset>
  );
}

/** 0 for a blank; undefined for what is no share. `40`, `12.5` and `40%` are. */
function readShare(text: string): number | undefined {
  const match = /^(\d{0,9}(?:\.\d{1,6})?)\s*%?$/.exec(text.trim());
  if (!match) return undefined;
  return Number(match[1]);
}

/** The shares above 0; null when there is none, so that nothing typed is nothing chosen. */
function sharesOf(typed: Typed): BucaShares | null {
  const shares = bucaPayers.flatMap(({ id }) => {
    const share = readShare(typed[id] ?? '') ?? 0;
    return share > 0 ? [[id, share] as const] : [];
  });
  return shares.length === 0 ? null : Object.fromEntries(shares);
}
