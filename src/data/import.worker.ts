import { expose, transfer } from 'comlink';
import type { ImportApi } from './importApi.ts';
import { ownRatesBuffers, readOwnRatesFile } from './ownRatesFile.ts';

const api: ImportApi = {
  read(bytes, file, deleted, onProgress) {
    const rates = readOwnRatesFile(bytes, file, deleted, onProgress);
    return transfer(rates, ownRatesBuffers(rates));
  },
};

expose(api);
