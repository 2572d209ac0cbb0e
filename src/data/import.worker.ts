import { expose, transfer } from 'comlink';
import type { ImportApi } from './importApi.ts';
import { ownRatesBuffers, readOwnRatesFile } from './ownRatesFile.ts';

const api: ImportApi = {
  read(bytes, file, deleted, aliases, onProgress) {
    const rates = readOwnRatesFile(bytes, file, deleted, aliases, onProgress);
    return transfer(rates, ownRatesBuffers(rates));
  },
};

expose(api);
