import { useId, useState } from 'react';
import type { Target } from '../domain/contractPosition.ts';
import { plainPercent, targetText } from '../text/contractText.ts';
import { formatCount } from '../text/numbers.ts';
import styles from './FeeSchedulePage.module.css';
import { FieldFault } from './Field.tsx';

interface ContractTargetProps {
  /** null = the standard one. */
  readonly target: Target | null;
  /** What it is until the user says; null while the market is on its way. */
  readonly standard: Target | null;
  readonly onTarget: (target: Target | null) => void;
}

const named: Readonly<Record<string, number>> = { p25: 0.25, median: 0.5, p75: 0.75 };

/** What a number of each kind may be: the least and the most, in percent. */
const limits = { medicare: [1, 1000], percentile: [0, 100] } as const;

/** The percentile or share of Medicare that rates are to reach. A number that makes no sense is marked and changes nothing. */
export function ContractTarget({ target, standard, onTarget }: ContractTargetProps) {
  const ids = [useId(), useId(), useId()] as const;
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
    const number = numberIn(next, kind);
    if (number === undefined) return;
    if (kind === 'medicare') onTarget({ kind, share: number / 100 });
    if (kind === 'percentile') onTarget({ kind, p: number / 100 });
  }

  const asked = kind === 'medicare' || kind === 'percentile' ? limits[kind] : null;
  const isRead = numberIn(text, kind) !== undefined;
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
      {asked ? (
        <div className={styles['choice']}>
          <label htmlFor={ids[1]}>
            {kind === 'medicare' ? 'Target, % of Medicare' : 'Target percentile'}
          </label>
          <input
            id={ids[1]}
            type="number"
            min={asked[0]}
            max={asked[1]}
            step="any"
            value={text}
            aria-invalid={!isRead}
            aria-describedby={ids[2]}
            onChange={(event) => write(event.target.value)}
          />
          <FieldFault
            id={ids[2]}
            wants={`a number from ${asked[0]} to ${formatCount(asked[1])}`}
            invalid={!isRead}
          />
        </div>
      ) : null}
    </>
  );
}

/** A number within the limits of its kind, or undefined. */
function numberIn(text: string, kind: string): number | undefined {
  const [least, most] = kind === 'medicare' ? limits.medicare : limits.percentile;
  const number = Number(text);
  return text.trim() !== '' && number >= least && number <= most ? number : undefined;
}

function kindOf(target: Target | null): string {
  if (target === null) return 'standard';
  if (target.kind === 'medicare') return 'medicare';
  return Object.keys(named).find((name) => named[name] === target.p) ?? 'percentile';
}

function percentText(target: Target | null): string {
  if (target === null) return '';
  const fraction = target.kind === 'medicare' ? target.share : target.p;
  return plainPercent(fraction);
}
