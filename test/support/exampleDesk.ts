import { contractMarketTables } from '../../src/app/contractMarketTables.ts';
import { contractExample, contractExampleName } from '../../src/data/contractExample.ts';
import { readOwnRates } from '../../src/data/ownRates.ts';
import { contractMarket } from '../../src/domain/contractMarket.ts';
import { contractPositions, type LinePosition } from '../../src/domain/contractPosition.ts';
import { plainExample } from './plainExample.ts';
import { shippedAliases, shippedSchedule } from './releaseData.ts';
import { shippedLoader } from './shippedLoader.ts';

/** The made-up contract in Texas twice: as plain lines, and as the pages have it. */
export const exampleLines = plainExample();

export const medicare120 = { kind: 'medicare', share: 1.2 } as const;
export const marketMedian = { kind: 'percentile', p: 0.5 } as const;
/** What the desk begins with for this contract, and the other kind. */
export const exampleTargets = [medicare120, marketMedian] as const;
export type ExampleTarget = (typeof exampleTargets)[number];

export const exampleFacts = (target: ExampleTarget) => ({ method: 'A method.', origin: 'a test', target });

const families = new Map(exampleLines.map(({ code, family }) => [code, family]));
export const exampleFamily = (code: string) => families.get(code) ?? '';

/** As the page makes them: from the file's text, all of the state's rates, and the release's Medicare tables. */
export async function examplePositions(): Promise<readonly LinePosition[]> {
  const schedule = shippedSchedule();
  const tables = await contractMarketTables(shippedLoader(), 'TX');
  const { contract } = readOwnRates(contractExample(), contractExampleName, new Map(), shippedAliases());
  return contractPositions({
    lines: contract?.lines ?? [],
    market: contractMarket({ tables, place: 'TX', site: 'all', pool: 'payer', schedule }),
    schedule,
    desk: { place: 'TX', locality: null },
    medicareYear: null,
    target: marketMedian,
  });
}
