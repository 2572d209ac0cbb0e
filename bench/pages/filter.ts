import { generatedRates } from '../generate.ts';
import type { Make, PayerAnswer } from './recompute.ts';

const implementations: Readonly<Record<string, () => Promise<{ make: Make }>>> = {
  ours: () => import('./ours.ts'),
  arquero: () => import('./arquero.ts'),
  duckdb: () => import('./duckdb.ts'),
};

/** First years of the files that count: each recompute is of another scope than the one before. */
const scopes = [2021, 2023, 2022, 2024, 2021, 2025, 2022, 2023, 2024];

interface Measured {
  readonly first: number;
  /** The first round through the scopes, in which engines still make fast code of what they run. */
  readonly early: readonly number[];
  /** The round after it. */
  readonly later: readonly number[];
  readonly answers: readonly (readonly PayerAnswer[])[];
}

declare global {
  interface Window {
    measure: (name: string, rows: number, providers: number) => Promise<Measured>;
  }
}

/** Answers first, times after: the answers of all implementations are compared before any time counts. */
window.measure = async (name, rows, providers) => {
  const module = await implementations[name]?.();
  if (!module) throw new Error(`nothing is called ${name}`);
  const implementation = await module.make(generatedRates('97110', rows, providers));
  const started = performance.now();
  const answers = [await implementation.ask(2021)];
  const first = performance.now() - started;
  answers.push(await implementation.ask(2024));
  async function round() {
    const times: number[] = [];
    for (const firstYear of scopes) {
      const from = performance.now();
      await implementation.ask(firstYear);
      times.push(performance.now() - from);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    return times;
  }
  return { first, early: await round(), later: await round(), answers };
};
