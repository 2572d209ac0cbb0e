import { expose, transfer } from 'comlink';
import type { ImportApi } from './importApi.ts';
import { ownRatesBuffers, readOwnRatesFile } from './ownRatesFile.ts';

const api: ImportApi = {
  async read(file, name, reading, onProgress) {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const rates = await readOwnRatesFile(bytes, name, reading, onProgress);
    return transfer(rates, ownRatesBuffers(rates));
  },
};

expose(api);
