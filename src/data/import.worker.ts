import { expose, transfer } from 'comlink';
import type { ImportApi } from './importApi.ts';
import { openTable } from './openTable.ts';
import { ownRatesBuffers, readOwnRatesFile } from './ownRatesFile.ts';

const api: ImportApi = {
  async rates(file, name, reading, onProgress) {
    const rates = await readOwnRatesFile(await bytesOf(file), name, reading, onProgress);
    return transfer(rates, ownRatesBuffers(rates));
  },
  async volumes(file, name, reading, onProgress) {
    // A second file is rarer than a first: its reader is not waited for.
    const { readVolumes } = await import('./ownVolumes.ts');
    return readVolumes(await openTable(await bytesOf(file), name), name, reading, onProgress);
  },
};

async function bytesOf(file: Blob): Promise<Uint8Array> {
  return new Uint8Array(await file.arrayBuffer());
}

expose(api);
