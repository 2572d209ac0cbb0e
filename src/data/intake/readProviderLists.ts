import type { ListedProvider } from '../../domain/placedProviders.ts';
import { openFile } from '../openFile.ts';
import { listColumns, readProviderList } from './providerList.ts';
import type { IntakeInput } from './readIntake.ts';

/** What lists of providers say of these NPIs; where two name the same one, the first counts. */
export async function readProviderLists(
  files: readonly IntakeInput[],
  npis: Float64Array,
): Promise<ReadonlyMap<number, ListedProvider>> {
  const all = new Map<number, ListedProvider>();
  for (const { file, path } of files) {
    const table = await openFile(file, path);
    const columns = listColumns(table.header);
    if (!columns) continue;
    const { found } = await readProviderList(table, columns, npis);
    for (const [npi, provider] of found) if (!all.has(npi)) all.set(npi, provider);
  }
  return all;
}
