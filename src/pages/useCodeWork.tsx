import {
  type ReactNode,
  useCallback,
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import type { CodeBenchmarks } from '../domain/codeBenchmarks.ts';
import type { FeeSchedule } from '../domain/feeSchedule.ts';
import type { PlaceCode } from '../domain/place.ts';
import type { DeviationAsk } from '../figures/deviationAsk.ts';
import type { Work } from '../share/workQuery.ts';
import { MissingNotice } from '../ui/MissingNotice.tsx';
import { useExplained } from './useExplained.tsx';

/** A figure of a code's page whose working is asked for. Plain, so that it can wait for the rates. */
export type CodeAsk =
  | { readonly kind: 'row'; readonly work: Work }
  | { readonly kind: 'deviation'; readonly ask: DeviationAsk }
  | { readonly kind: 'medicare'; readonly ofNation: boolean; readonly columnId: string };

interface CodeWorkInput {
  /** What the figures are made from; null until the rates are here. */
  readonly rates: { readonly benchmarks: CodeBenchmarks; readonly schedule: FeeSchedule } | null;
  /** Asks for the rates. */
  readonly onNeed: () => void;
  /** The working the address names; undefined for a user's file, which has no address. */
  readonly work: Work | null | undefined;
  readonly onWork: (work: Work | null) => void;
  readonly ratesFile: (place: PlaceCode | null) => string;
  readonly origin: string;
  readonly address: string;
}

/** Opens the working of a figure of a code's page; asked for before the rates are here, it opens when they are. */
export function useCodeWork(input: CodeWorkInput): {
  /** The same function each time: tables and tiles are not drawn anew for its sake. */
  readonly open: (ask: CodeAsk) => void;
  readonly panel: ReactNode;
} {
  const { rates, onNeed, work, onWork, ratesFile, origin, address } = input;
  // Asked for before the rates were here.
  const waiting = useRef<CodeAsk | null>(null);
  const [isWaiting, setWaiting] = useState(false);
  // What was asked for, where the script that explains did not come.
  const [lost, setLost] = useState<{ readonly ask: CodeAsk; readonly isAgain: boolean } | null>(null);
  // The named figure that lies open, so that the same address does not open it again.
  const shown = useRef<string | null>(null);
  const { open, panel } = useExplained(() => {
    shown.current = null;
    if (work) onWork(null);
  });

  // Which ask is the latest: one that waits for its script is given up when the reader goes back or asks for another.
  const latestAsk = useRef(0);

  useEffect(() => {
    const left = () => {
      latestAsk.current++;
    };
    // Before the page shows the other view, which may have a working of its own.
    addEventListener('popstate', left, { capture: true });
    return () => removeEventListener('popstate', left, { capture: true });
  }, []);

  async function explainNow(ask: CodeAsk): Promise<void> {
    if (!rates) return;
    const turn = ++latestAsk.current;
    const script = await import('./explainCodeAsk.ts').catch(() => null);
    if (turn !== latestAsk.current) return;
    setLost(script ? null : { ask, isAgain: ask === lost?.ask });
    if (script) open(() => script.explainCodeAsk(ask, { ...rates, ratesFile, origin, address }));
    setWaiting(false);
  }
  const show = useEffectEvent(explainNow);

  useEffect(() => {
    if (!rates) return;
    const named = work ? JSON.stringify(work) : null;
    if (waiting.current) void show(waiting.current);
    else if (work && named !== shown.current) void show({ kind: 'row', work });
    waiting.current = null;
    shown.current = named;
  }, [rates, work]);

  function answer(ask: CodeAsk): void {
    if (ask.kind === 'row' && work !== undefined) {
      onWork(ask.work);
    } else if (rates) {
      void explainNow(ask);
    } else {
      waiting.current = ask;
      setWaiting(true);
    }
    onNeed();
  }
  const latest = useRef(answer);
  useLayoutEffect(() => {
    latest.current = answer;
  });

  return {
    open: useCallback((ask) => latest.current(ask), []),
    panel: (
      <>
        <p role="status" className="visually-hidden">
          {(isWaiting || work) && !rates ? 'Loading the rates behind the figure' : ''}
        </p>
        {lost ? <MissingNotice isAgain={lost.isAgain} onRetry={() => void explainNow(lost.ask)} /> : null}
        {panel}
      </>
    ),
  };
}
