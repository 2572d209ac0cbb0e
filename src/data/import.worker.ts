import { expose, transfer } from 'comlink';
import type { ImportApi } from './importApi.ts';
import { openFile } from './openFile.ts';
import { ownRatesBuffers, progressParts, readOwnRatesBlob } from './ownRatesFile.ts';

const api: ImportApi = {
  async rates(file, name, reading, onProgress) {
    const rates = await readOwnRatesBlob(file, name, reading, onProgress);
    return transfer(rates, ownRatesBuffers(rates));
  },
  // Whatever is rarer than a contract is not waited for by one.
  async volumes(file, name, reading, onProgress) {
    const { readStreamedVolumes } = await import('./ownVolumes.ts');
    const progress = progressParts(onProgress);
    return readStreamedVolumes(await openFile(file, name, progress.opening), name, reading, progress.reading);
  },
  async sort(files) {
    const { sortFile } = await import('./intake/sortFile.ts');
    return Promise.all(files.map(sortFile));
  },
  async intake(files, reading, onProgress, onProviders) {
    const { handedOver } = await import('./intake/handedOver.ts');
    const { read, buffers } = await handedOver(files, reading, onProgress, onProviders);
    return transfer(read, buffers);
  },
  async providerList(files, npis) {
    const { readProviderLists } = await import('./intake/readProviderLists.ts');
    return readProviderLists(files, npis);
  },
};

expose(api);
