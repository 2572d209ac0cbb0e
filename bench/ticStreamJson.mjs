// The same sums by stream-json, in its documented way: pick the array, assemble each item, look at it.
import { createReadStream } from 'node:fs';
import { argv } from 'node:process';
import chain from 'stream-chain';
import { parser } from 'stream-json';
import { pick } from 'stream-json/filters/pick.js';
import { streamArray } from 'stream-json/streamers/stream-array.js';
import { readCost } from './support/readCost.mjs';
import { asked } from './support/ticAsked.mjs';

const codes = new Set(asked);
let count = 0;
let cents = 0;
const cost = readCost();
const pipeline = chain([
  createReadStream(argv[2] ?? '', { highWaterMark: 1 << 18 }),
  parser(),
  pick({ filter: 'in_network' }),
  streamArray(),
]);
/** @typedef {{ negotiated_type: string, negotiated_rate: number }} Price */
/** @typedef {{ billing_code: string, billing_code_type: string, negotiated_rates: { negotiated_prices: Price[] }[] }} Item */
for await (const piece of pipeline) {
  const { value } = /** @type {{ value: Item }} */ (piece);
  if (!codes.has(value.billing_code) || !/^(CPT|HCPCS)$/.test(value.billing_code_type)) continue;
  for (const { negotiated_prices: prices } of value.negotiated_rates) {
    for (const { negotiated_type: type, negotiated_rate: rate } of prices) {
      if (type === 'percentage') continue;
      count += 1;
      cents += Math.round(rate * 100);
    }
  }
}
console.log(JSON.stringify({ count, cents, ...cost() }));
