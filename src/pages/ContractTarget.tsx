import { useId, useState } from 'react';
import type { Target } from '../domain/contractPosition.ts';
import { targetText } from '../text/contractText.ts';
import styles from './FeeSchedulePage.module.css';

interface ContractTargetProps {
  /** null = the standard one. */
  readonly target: Target | null;
  /** What it is until the user says; null while the market is on its way. */
  readonly standard: Target | null;
  readonly onTarget: (target: Target | null) => void;
}

const named: Readonly<Record<string, number>> = { p25: 0.25, median: 0.5, p75: 0.75 };

/** The percentile or share of Medicare that rates are to reach. A number that makes no sense changes nothing. */
export function ContractTarget({ target, standard, onTarget }: ContractTargetProps) {
  const ids = [useId(), useId()] as const;
  const [kind, setKind] = useState(() => kindOf(target));
  const [text, setText] = useState(() => percentText(target));

  function choose(next: string): void {
    setKind(next);
    if (next === 'standard') {
      onTarget(null);
      return;
    }
    const p = named[next];
    const start: Target =
      p !== undefined
        ? { kind: 'percentile', p }
        : next === 'medicare'
          ? { kind: 'medicare', share: 1.2 }
          : { kind: 'percentile', p: 0.6 };
    setText(percentText(start));
    onTarget(start);
  }

  function write(next: string): void {
    setText(next);
    const number = Number(next);
    if (next.trim() === '' || Number.isNaN(number)) return;
    if (kind === 'medicare' && number >= 1 && number <= 1000) onTarget({ kind, share: number / 100 });
    if (kind === 'percentile' && number >= 0 && number <= 100) onTarget({ kind, p: number / 100 });
  }

  return (
    <>
      <label className={styles['choice']} htmlFor={ids[0]}>
        Target
        <select id={ids[0]} value={kind} onChange={(event) => choose(event.target.value)}>
          <option value="standard">
            {standard ? `Suggested: ${targetText(standard)}` : 'As suits the market'}
          </option>
          <option value="p25">P25 of the market</option>
          <option value="median">Median of the market</option>
          <option value="p75">P75 of the market</option>
          <option value="percentile">Another percentile</option>
          <option value="medicare">% of Medicare</option>
        </select>
      </label>
      {kind === 'percentile' || kind === 'medicare' ? (
        <label className={styles['choice']} htmlFor={ids[1]}>
          {kind === 'medicare' ? 'Target, % of Medicare' : 'Target percentile'}
          <input
            id={ids[1]}
            type="number"
            min={kind === 'medicare' ? 1 : 0}
            max={kind === 'medicare' ? 1000 : 100}
            step="any"
            value={text}
            onChange={(event) => write(event.target.value)}
          />
        </label>
      ) : null}
    </>
  );
}

function kindOf(target: Target | null): string {
  if (target === null) return 'standard';
  if (target.kind === 'medicare') return 'medicare';
  return Object.keys(named).find((name) => named[name] === target.p) ?? 'percentile';
}

function percentText(target: Target | null): string {
  if (target === null) return '';
  const fraction = target.kind === 'medicare' ? target.share : target.p;
  return String(Number((fraction * 100).toFixed(4)));
}
