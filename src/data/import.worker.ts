import { expose, transfer } from 'comlink';
import type { ImportApi } from './importApi.ts';
import { openFile } from './openFile.ts';
import { ownRatesBuffers, progressParts, readOwnRatesBlob } from './ownRatesFile.ts';

const api: ImportApi = {
  async rates(file, name, reading, onProgress) {
    const rates = await readOwnRatesBlob(file, name, reading, onProgress);
    return transfer(rates, ownRatesBuffers(rates));
  },
  async volumes(file, name, reading, onProgress) {
    // A second file is rarer than a first: its reader is not waited for.
    const { readStreamedVolumes } = await import('./ownVolumes.ts');
    const progress = progressParts(onProgress);
    return readStreamedVolumes(await openFile(file, name, progress.opening), name, reading, progress.reading);
  },
};

expose(api);
