import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { typescript } from './site.mjs';

/** What a made-up payer file holds. */
/** @typedef {{ bytes: number, groups: number, npis: number, prices: number, asked: number }} Made */

/**
 * Writes a payer file as a national payer's are: provider groups first, each with a tax id and its NPIs, then items of
 * many codes, each with prices for lists of groups. One item in ten is of a code that is asked for.
 *
 * @param {string} file
 * @param {number} megabytes about
 * @param {readonly string[]} asked codes of the catalogue
 * @returns {Promise<Made>}
 */
export async function payerFile(file, megabytes, asked) {
  const { numbersFrom } = await typescript('bench/generate.ts');
  const random = numbersFrom(megabytes);
  const below = (/** @type {number} */ most) => Math.floor(random() * most);
  const stream = createWriteStream(file, { highWaterMark: 1 << 20 });
  const made = { bytes: 0, groups: 25 * megabytes, npis: 0, prices: 0, asked: 0 };
  let held = '';
  async function write(/** @type {string} */ text) {
    held += text;
    if (held.length < 1 << 20) return;
    made.bytes += held.length;
    if (!stream.write(held)) await once(stream, 'drain');
    held = '';
  }
  await write(
    '{"reporting_entity_name":"Made Health","reporting_entity_type":"health insurance issuer","last_updated_on":"2026-10-01","version":"1.0.0","provider_references":[',
  );
  for (let group = 1; group <= made.groups; group++) {
    const npis = Array.from({ length: 1 + below(24) }, () => 1_000_000_000 + below(40 * made.groups));
    made.npis += npis.length;
    const ein = `${10 + (group % 89)}-${String(1_000_000 + group).slice(-7)}`;
    await write(
      `${group > 1 ? ',' : ''}{"provider_group_id":${group},"provider_groups":[{"npi":[${npis.join(',')}],"tin":{"type":"ein","value":"${ein}"}}]}`,
    );
  }
  await write('],"in_network":[');
  for (let item = 0; made.bytes < megabytes * 1e6; item++) {
    const isAsked = item % 10 === 0;
    const code = isAsked ? asked[below(asked.length)] : String(20_000 + below(9000));
    const rates = [];
    for (let rate = 0; rate < 40; rate++) {
      const first = 1 + below(made.groups);
      const groups = Array.from({ length: 1 + below(30) }, (_, at) => 1 + ((first + at * 7) % made.groups));
      const dollars = (15 + below(9000) / 100).toFixed(2);
      rates.push(
        `{"provider_references":[${groups.join(',')}],"negotiated_prices":[{"negotiated_type":"negotiated","negotiated_rate":${dollars},"expiration_date":"9999-12-31","service_code":["11","12","22"],"billing_class":"professional"},{"negotiated_type":"negotiated","negotiated_rate":${dollars},"expiration_date":"9999-12-31","service_code":["21"],"billing_class":"institutional"}]}`,
      );
    }
    made.prices += 80;
    if (isAsked) made.asked += 80;
    await write(
      `${item > 0 ? ',' : ''}{"negotiation_arrangement":"ffs","name":"x","billing_code_type":"CPT","billing_code_type_version":"2026","billing_code":"${code}","description":"x","negotiated_rates":[${rates.join(',')}]}`,
    );
  }
  made.bytes += held.length + 2;
  stream.end(`${held}]}`);
  await once(stream, 'finish');
  return made;
}
