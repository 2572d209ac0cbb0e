import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { numbersFrom } from './generate.ts';
import { asked } from './support/ticAsked.mjs';

const types = ['negotiated', 'negotiated', 'fee schedule', 'derived', 'percentage'];
const places = [['11'], ['11', '19', '22'], ['01', '02', '11', '12', '22', '24', '49', '62', '72'], ['21']];

/**
 * Writes an in-network file (schema 1.x, as payers lay it out) of about so many megabytes: provider groups first, one
 * fiftieth of the file, then items of some 80 kB each with the prices of some 150 groups of groups.
 *
 * One item in forty is of a code that is asked for, as a release's catalogue is among the codes that a payer publishes.
 */
export async function ticFile(path: string, megabytes: string): Promise<void> {
  const bytes = Number(megabytes) * 1e6;
  const random = numbersFrom(Number(megabytes));
  const upTo = (count: number) => Math.floor(random() * count);
  const out = createWriteStream(path);
  const written = { bytes: 0 };
  const write = async (text: string) => {
    written.bytes += text.length;
    if (!out.write(text)) await once(out, 'drain');
  };
  const groupCount = Math.max(100, Math.round(bytes / 25_000));
  await write(
    '{"reporting_entity_name":"Made Health Plan","reporting_entity_type":"health insurance issuer","last_updated_on":"2026-11-01","version":"1.3.1","provider_references":[',
  );
  for (let group = 0; group < groupCount; group++) {
    const npis = Array.from({ length: 4 + upTo(60) }, () => 1_000_000_000 + upTo(900_000_000));
    const tin = String(100_000_000 + upTo(800_000_000));
    await write(
      `${group === 0 ? '' : ','}{"provider_group_id":${group + 1},"provider_groups":[{"npi":[${npis.join()}],"tin":{"type":"ein","value":"${tin.slice(0, 2)}-${tin.slice(2)}"}}]}`,
    );
  }
  await write('],"in_network":[');
  for (let item = 0; written.bytes < bytes; item++) {
    const isAsked = item % 40 === 0;
    const code = isAsked
      ? (asked[(item / 40) % asked.length] ?? '')
      : String(10_004 + ((item * 37) % 80_000)).slice(0, 5);
    const rates = Array.from({ length: 100 + upTo(100) }, () => {
      const groups = Array.from({ length: 1 + upTo(20) }, () => 1 + upTo(groupCount));
      const prices = Array.from({ length: 1 + upTo(3) }, () => {
        const modifier = upTo(5) === 0 ? ',"billing_code_modifier":["GP"]' : '';
        return `{"negotiated_type":"${types[upTo(5)]}","negotiated_rate":${((100 + upTo(90_000)) / 100).toFixed(2)},"expiration_date":"9999-12-31","service_code":${JSON.stringify(places[upTo(4)])},"billing_class":"${upTo(4) === 0 ? 'institutional' : 'professional'}"${modifier},"additional_information":""}`;
      });
      return `{"provider_references":[${groups.join()}],"negotiated_prices":[${prices.join()}]}`;
    });
    const type = isAsked && code.startsWith('G') ? 'HCPCS' : isAsked || item % 3 > 0 ? 'CPT' : 'MS-DRG';
    await write(
      `${item === 0 ? '' : ',\n'}{"negotiation_arrangement":"ffs","name":"Made item ${item}","billing_code_type":"${type}","billing_code_type_version":"2026","billing_code":"${code}","description":"A made item, described in some words: number ${item}, \\"as published\\"","negotiated_rates":[${rates.join()}]}`,
    );
  }
  await write(']}\n');
  out.end();
  await once(out, 'finish');
}
