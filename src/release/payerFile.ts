import { payers } from '../domain/payer.ts';
import { csvFile } from './csvFile.ts';
import type { OutputFile } from './outputFile.ts';

/** `payers.csv`: the payers as benchmarks group them. */
export function payerFile(): OutputFile {
  return csvFile(
    'payers.csv',
    ['id', 'name', 'source_name', 'in_buca'],
    payers.map((payer) => [payer.id, payer.name, payer.sourceName, payer.inBuca ? 'yes' : 'no']),
  );
}
