import type { RateTable } from '../domain/rateTable.ts';
import { countOf } from '../text/numbers.ts';

/** How the text begins that is saved with rates: it is known by it when the folder is opened again. */
export const aboutSavedRatesStart = 'Rates saved from Rate Atlas';

/** What a folder of saved rates is, for who finds it later. */
export function aboutSavedRates(tables: ReadonlyMap<string, RateTable>, sources: number): string {
  const rates = [...tables.values()].reduce((sum, { length }) => sum + length, 0);
  return `${aboutSavedRatesStart}

${countOf(rates, 'rate')} for ${countOf(tables.size, 'code')}, read from ${countOf(sources, 'file')}.

rates/<code>/national.csv  every rate of the code; rates/<code>/<ST>.csv the same lines, one state
providers.csv              who is paid, by the ids in the rates; a blank place is one the files do not state
plans.csv                  payers and plans as published, with the payer and line they count under
sources.csv                the files the rates were read in

The columns are those of a Rate Atlas data release. Drop this folder or its zip on "Your rates" to see the rates again,
or run \`npx rate-atlas check\` on it.
`;
}
