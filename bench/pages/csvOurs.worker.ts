import { CsvStream } from '../../src/data/csvStream.ts';
import { grownUint32 } from '../../src/data/grown.ts';
import { centsColumn } from '../../src/data/numberColumns.ts';
import { WordColumn } from '../../src/data/wordColumn.ts';
import { statisticsOf } from './csvGroups.ts';

/** The site's own reader: three of the columns a block at a time, each amount to those of its group at once. */
function read(bytes: Uint8Array) {
  let states = new WordColumn(0);
  let payers = new WordColumn(0);
  let rates = centsColumn(0);
  /** By state, then by payer. */
  const groups: { cents: Uint32Array<ArrayBuffer>; n: number }[][] = [];
  new CsvStream('rates.csv', ({ header }) => {
    const positions = ['state', 'payer', 'rate'].map((name) => header.indexOf(name));
    const [state = 0, payer = 0, rate = 0] = positions;
    states = new WordColumn(state);
    payers = new WordColumn(payer);
    rates = centsColumn(rate);
    const columns = [states, payers, rates];
    return {
      block(block) {
        for (const column of columns) column.length = 0;
        for (const column of columns) column.addBlock(block);
        group();
        return true;
      },
      row({ cells }) {
        for (const column of columns) column.length = 0;
        columns.forEach((column, index) => column.addText(cells[positions[index] ?? 0] ?? ''));
        group();
        return true;
      },
    };
  }).end(bytes);
  return groups.flatMap((ofState, state) =>
    ofState.map(({ cents, n }, payer) =>
      statisticsOf(`${states.words[state]}/${payers.words[payer]}`, cents.subarray(0, n)),
    ),
  );

  function group(): void {
    while (groups.length < states.words.length) groups.push([]);
    const { ids: state } = states;
    const { ids: payer } = payers;
    const { values: cents, length: rows } = rates;
    for (let row = 0; row < rows; row++) {
      const ofState = groups[state[row] as number] as (typeof groups)[number];
      const id = payer[row] as number;
      let found = ofState[id];
      if (!found) {
        found = { cents: new Uint32Array(1024), n: 0 };
        ofState[id] = found;
      }
      const { n } = found;
      if (n === found.cents.length) found.cents = grownUint32(found.cents, n + 1);
      found.cents[n] = cents[row] as number;
      found.n = n + 1;
    }
  }
}

addEventListener('message', ({ data }: MessageEvent<ArrayBuffer>) => postMessage(read(new Uint8Array(data))));
