import type { Provider, RateTable } from '../domain/rateTable.ts';
import { ratesZip } from './ratesZip.ts';
import type { SaveAnswer, SaveStep } from './saveRatesClient.ts';

const tables = new Map<string, RateTable>();
const providers: Provider[] = [];

addEventListener('message', ({ data }: MessageEvent<SaveStep>) => {
  if ('providers' in data) for (const provider of data.providers) providers.push(provider);
  else if ('table' in data) tables.set(data.table.code, { ...data.table, providers });
  else answer(data.publishers);
});

function answer(publishers: readonly string[]): void {
  let reply: SaveAnswer;
  try {
    const parts: BlobPart[] = [];
    ratesZip({ tables, publishers }, (bytes) => parts.push(bytes as Uint8Array<ArrayBuffer>));
    reply = { zip: new Blob(parts, { type: 'application/zip' }) };
  } catch (error) {
    reply = { fault: error instanceof Error ? error.message : String(error) };
  }
  postMessage(reply);
}
