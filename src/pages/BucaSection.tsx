import { useId, useMemo, useState } from 'react';
import type { Benchmark } from '../domain/benchmark.ts';
import { type BucaShares, bucaPayers } from '../domain/buca.ts';
import type { PayerId } from '../domain/payer.ts';
import type { PublishedFigure } from '../domain/published.ts';
import type { RateTable } from '../domain/rateTable.ts';
import { bucaFigure, type ReportedBuca } from '../figures/bucaFigure.ts';
import { bucaWorking } from '../figures/bucaWorking.ts';
import { publishedWorking } from '../figures/publishedWorking.ts';
import { formatShares, sharePattern } from '../share/sharesQuery.ts';
import { listOf } from '../text/names.ts';
import { FigureCard } from '../ui/FigureCard.tsx';
import { RestingButton } from '../ui/RestingButton.tsx';
import { SelfSortedTable } from '../ui/SelfSortedTable.tsx';
import styles from './BucaSection.module.css';
import { explainedCell, useExplained } from './useExplained.tsx';

interface BucaSectionProps {
  readonly benchmark: Benchmark;
  /** null until any is typed. */
  readonly shares: BucaShares | null;
  /** Called when a field is left, not at every key: each call may become a step of the browser's history. */
  readonly onShares: (shares: BucaShares | null) => void;
  /** BUCA figures that other publications print for this code and place. */
  readonly reported: readonly ReportedBuca[];
  readonly origin: string;
  /** The rates the benchmark was made from, and the CSV they were read in. */
  readonly table: RateTable;
  readonly ratesFile: string;
  /** What the reported figures were taken from. */
  readonly published: readonly PublishedFigure[];
  /** The page's address for the sheets; empty for a user's file, which no address can carry. */
  readonly address: string;
  readonly isOwn?: boolean;
}

const reportedPrefix = 'reported-';

type Typed = Partial<Record<PayerId, string>>;

/** BUCA opened up: three ways of putting the payers together, beside what others report. */
export function BucaSection(props: BucaSectionProps) {
  const {
    benchmark,
    shares,
    onShares,
    reported,
    origin,
    table,
    ratesFile,
    published,
    address,
    isOwn = false,
  } = props;
  // What is typed may not be a number yet; only what is one becomes a share.
  const [typed, setTyped] = useState<Typed>(() => textsOf(shares));
  const [seen, setSeen] = useState(shares);
  const inFields = useMemo(() => sharesOf(typed), [typed]);
  const isNew = formatShares(shares) !== formatShares(seen);
  // The browser's way back, or a link followed on the page, changes the shares without the fields.
  if (isNew) {
    setSeen(shares);
    if (formatShares(shares) !== formatShares(inFields)) setTyped(textsOf(shares));
  }
  const figure = useMemo(
    () => bucaFigure({ benchmark, shares: inFields, reported, origin, isOwn }),
    [benchmark, inFields, reported, origin, isOwn],
  );
  const { open, panel } = useExplained();
  const cell = explainedCell(open, (row, column) => {
    if (column.kind !== 'money') return undefined;
    const at = { rowId: row.id, columnId: column.id, origin, address };
    if (!row.id.startsWith(reportedPrefix)) {
      return () => bucaWorking({ ...at, benchmark, table, ratesFile, shares: inFields });
    }
    const rowId = row.id.slice(reportedPrefix.length);
    return () => publishedWorking({ ...at, code: benchmark.code, figures: published, rowId });
  });
  // Other plan lines have no BUCA: there the four are not one market.
  if (!benchmark.rows.some((row) => row.id === 'buca')) return null;
  return (
    <>
      <FigureCard
        figure={figure}
        headingLevel={2}
        chart={null}
        table={
          <div className={styles['table']}>
            <ShareFields
              typed={typed}
              onType={setTyped}
              onLeave={() => {
                if (formatShares(inFields) !== formatShares(shares)) onShares(inFields);
              }}
              onClear={() => {
                setTyped({});
                if (shares !== null) onShares(null);
              }}
            />
            <SelfSortedTable figure={figure} captionHidden renderCell={cell} />
          </div>
        }
      />
      {panel}
    </>
  );
}

interface ShareFieldsProps {
  readonly typed: Typed;
  readonly onType: (typed: Typed) => void;
  readonly onLeave: () => void;
  readonly onClear: () => void;
}

function ShareFields({ typed, onType, onLeave, onClear }: ShareFieldsProps) {
  const errorId = useId();
  const wrong = bucaPayers.filter(({ id }) => readShare(typed[id] ?? '') === undefined);

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
              onChange={({ target }) => onType({ ...typed, [id]: target.value })}
              onBlur={onLeave}
              onKeyDown={({ key }) => {
                if (key === 'Enter') onLeave();
              }}
            />
          </label>
        ))}
        <RestingButton isResting={Object.values(typed).every((text) => text === '')} onClick={onClear}>
          Clear shares
        </RestingButton>
      </div>
      <p id={errorId} className={styles['error']} role="status">
        {wrong.length > 0
          ? `A share is a number of 0 or more, in at most nine characters. Not used: ${listOf(wrong.map(({ name }) => name))}.`
          : ''}
      </p>
    </fieldset>
  );
}

/** Shares as the fields show them. */
function textsOf(shares: BucaShares | null): Typed {
  return Object.fromEntries(Object.entries(shares ?? {}).map(([id, share]) => [id, String(share)]));
}

/** 0 for a blank; undefined for what is no share. `40`, `12.5` and `40%` are. */
function readShare(text: string): number | undefined {
  const number = text.trim().replace(/\s*%$/, '');
  if (number === '') return text.trim() === '' ? 0 : undefined;
  return sharePattern.test(number) ? Number(number) : undefined;
}

/** The shares above 0; null when there is none, so that nothing typed is nothing chosen. */
function sharesOf(typed: Typed): BucaShares | null {
  const shares = bucaPayers.flatMap(({ id }) => {
    const share = readShare(typed[id] ?? '') ?? 0;
    return share > 0 ? [[id, share] as const] : [];
  });
  return shares.length === 0 ? null : Object.fromEntries(shares);
}
