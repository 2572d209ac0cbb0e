import Papa from 'papaparse';
import { statisticsOf } from './csvGroups.ts';

/**
 * PapaParse row by row, which is its quickest way: no objects, no rows kept, amounts by group at once. By default it finds
 * the separator itself, as it must for files people bring; told it, it is nearly twice as quick.
 */
function read(bytes: Uint8Array) {
  const groups = new Map<string, number[]>();
  let columns: readonly number[] | undefined;
  Papa.parse<string[]>(new TextDecoder().decode(bytes), {
    ...(self.name === 'told' ? { delimiter: ',', newline: '\n' } : {}),
    skipEmptyLines: true,
    step({ data }) {
      if (!columns) {
        columns = ['state', 'payer', 'rate'].map((name) => data.indexOf(name));
        return;
      }
      const [state = 0, payer = 0, rate = 0] = columns;
      const group = `${data[state]}/${data[payer]}`;
      let rates = groups.get(group);
      if (!rates) {
        rates = [];
        groups.set(group, rates);
      }
      rates.push(Math.round(Number(data[rate]) * 100));
    },
  });
  return [...groups].map(([group, cents]) => statisticsOf(group, Uint32Array.from(cents)));
}

addEventListener('message', ({ data }: MessageEvent<ArrayBuffer>) => postMessage(read(new Uint8Array(data))));
