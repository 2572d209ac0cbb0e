import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { FormatRate } from '../../../src/data/formats/formatReader.ts';
import { ticAllowedAmounts } from '../../../src/data/formats/tic/ticAllowedAmounts.ts';
import { ticInNetwork } from '../../../src/data/formats/tic/ticInNetwork.ts';
import { ticTableOfContents } from '../../../src/data/formats/tic/ticTableOfContents.ts';
import { readCsv } from '../../../src/data/readCsv.ts';
import { rateFlags } from '../../../src/domain/rateTable.ts';
import { findings } from '../../support/formatFindings.ts';
import { isAccountedFor } from '../../support/readFormat.ts';

const folder = 'test/fixtures/formats/';
const example = (name: string) => readFileSync(`${folder}tic/examples_${name}-sample.json`);
const inNetwork = (name: string) => example(`in-network-rates_in-network-rates-${name}`);

/** A rate as one line: item, code, modifier, setting, class, dollars, methodology, groups. */
function line({ at, code, modifier, setting, billingClass, cents, methodology, groups }: FormatRate): string {
  return [
    at,
    code,
    modifier,
    setting,
    billingClass,
    (cents / 100).toFixed(2),
    methodology,
    groups.join('+'),
  ].join(' / ');
}

describe('the official example', () => {
  test('of every negotiated type: two percentages without dollars, a revenue code, five rates', () => {
    const { rates, groups, head, account } = findings(ticInNetwork, inNetwork('all-negotiated-types'));
    expect(rates.map(line)).toEqual([
      '1 / 99214 /  / outpatient / professional / 150.00 / TiC negotiated / 0',
      '4 / 80053 /  / outpatient / professional / 45.00 / TiC derived / 0',
      '5 / 27447 /  / inpatient / professional / 8500.00 / TiC fee schedule / 0+1',
      '5 / 27447 /  / inpatient / institutional / 12000.00 / TiC negotiated / 0+1',
      '6 / 99285 /  / outpatient / institutional / 2500.00 / TiC negotiated / 1',
    ]);
    expect(account.leftOut).toEqual({ 'no-dollars': 2, 'other-code-type': 1 });
    expect(new Set(rates.map(({ payerRaw, plan }) => `${payerRaw}, ${plan}`))).toEqual(
      new Set(['Comprehensive Health Insurance, Plan D PPO']),
    );
    expect(head).toEqual({
      publisher: 'Comprehensive Health Insurance',
      kind: 'payer',
      date: '2024-01-15',
      version: '2.0.0',
    });
    const npis = { first: ['1234567890', '2345678901', '3456789012'], second: ['5678901234', '6789012345'] };
    expect(groups.get(0)).toEqual([
      { name: 'Premier Medical Associates', identifier: 'EIN:123456789', npis: npis.first, place: '' },
      { name: 'Regional Healthcare Group', identifier: 'EIN:234567890', npis: ['4567890123'], place: '' },
    ]);
    expect(groups.get(1)).toEqual([
      { name: 'City General Hospital', identifier: 'EIN:345678901', npis: npis.second, place: '' },
    ]);
  });

  test('of several plans names the plan by the network; a class "both" says neither', () => {
    const { rates, account } = findings(ticInNetwork, inNetwork('multiple-plans'));
    expect(rates.map(line)).toEqual([
      '1 / 27447 / AS / inpatient / professional / 123.45 / TiC negotiated / 0',
      '1 / 27447 /  / inpatient / institutional / 1230.45 / TiC negotiated / 0',
      '1 / 27447 /  / inpatient / professional / 120.45 / TiC negotiated / 0',
      '1 / 27447 /  / inpatient /  / 120.45 / TiC derived / 0',
      '2 / 27448 /  / inpatient / professional / 12003.45 / TiC negotiated / 0',
      '2 / 27448 /  / inpatient / institutional / 12.45 / TiC negotiated / 0',
    ]);
    expect(rates.map(({ plan }) => plan)).toEqual(
      Array.from({ length: 6 }, () => 'ACME Choice Provider Group'),
    );
    expect(account.leftOut).toEqual({});
  });

  test.each([
    ['bundle-single-plan', { bundle: 1 }],
    ['capitation-single-plan', { capitation: 1 }],
  ])('of a %s is one item left out', (name, leftOut) => {
    const { rates, account } = findings(ticInNetwork, inNetwork(name));
    expect([rates, account.present, account.leftOut]).toEqual([[], 1, leftOut]);
  });

  test('of a provider without NPIs of its own is known by the tax id, a NPI', () => {
    const { groups } = findings(
      ticInNetwork,
      readFileSync(`${folder}tic/examples_in-network-rates_in-network-rates-no-npi.json`),
    );
    expect(groups.get(0)).toEqual([
      { name: 'NPI 1234567890', identifier: 'NPI:1234567890', npis: ['1111111111'], place: '' },
    ]);
  });

  test('of allowed amounts is left out as paid out of network, or taken when asked for', () => {
    const bytes = example('allowed-amounts_allowed-amounts-single-plan');
    expect(findings(ticAllowedAmounts, bytes).account.leftOut).toEqual({ 'out-of-network': 1 });
    const { rates, groups, account } = findings(ticAllowedAmounts, bytes, { takesOutOfNetwork: true });
    expect(rates.map(line)).toEqual([
      '1 / 99214 / 25 / outpatient / professional / 25.00 / TiC out-of-network allowed amount / 0',
    ]);
    expect(account.read).toBe(1);
    const [provider] = groups.get(0) ?? [];
    expect(provider?.identifier).toBe('EIN:1234567890');
    // 3 + 1 + 4 in the example's three lists.
    expect(provider?.npis).toHaveLength(8);
  });

  test('of a table of contents lists each file with its plans', () => {
    const { account, rates } = findings(ticTableOfContents, example('table-of-contents_table-of-contents'));
    expect([account.present, rates]).toEqual([0, []]);
    expect(
      account.listing?.map(
        ({ kind, address, plans }) => `${kind} ${address.split('/').at(-1)}: ${plans.join(', ')}`,
      ),
    ).toEqual([
      'in-network in-network-file-123456.json: medicaid, medicare',
      'in-network behavioral-health-0000.json: medicaid, medicare',
      'allowed-amounts allowed-amount-file-987665.json: medicaid, medicare',
      'in-network chip-in-network-file.json: chip',
      'allowed-amounts chip-allowed-amount-file.json: chip',
    ]);
  });
});

describe('the real file', () => {
  test('of Evry Health gives rates that all stand in the sample read by other hands', () => {
    const sample = readCsv(readFileSync('sources/commercial/rates.csv', 'utf8'), 'rates.csv');
    const column = (name: string) => sample.header.indexOf(name);
    const names = ['payer_raw', 'code_type', 'code', 'modifier', 'setting', 'billing_class', 'rate'];
    const places = [...names, 'methodology', 'flags', 'file_date', 'source_kind'].map(column);
    const rows = new Set(
      sample.rows
        .filter(({ cells }) => cells[column('payer_raw')] === 'Evry Health')
        .map(({ cells }) => places.map((place) => cells[place]).join(' / ')),
    );
    const bytes = readFileSync(`${folder}tic-real/evry-health_2025-06-23_in-network_v1_therapy_trimmed.json`);
    const { rates, groups, head, account } = findings(ticInNetwork, bytes);
    const found = rates.map(
      ({ payerRaw, codeType, code, modifier, setting, billingClass, cents, methodology, flags }) => {
        const marks = rateFlags.filter((_, index) => (flags & (1 << index)) !== 0).join('|');
        const dollars = (cents / 100).toFixed(2);
        const cells = [
          payerRaw,
          codeType,
          code,
          modifier,
          setting,
          billingClass,
          dollars,
          methodology,
          marks,
        ];
        return [...cells, head?.date, head?.kind].join(' / ');
      },
    );
    // An office visit at $4.22: flagged by the rule that all our readers share, not by whoever made the sample.
    expect(found.filter((row) => !rows.has(row))).toEqual([
      'Evry Health / CPT / 99213 /  /  / institutional / 4.22 / TiC negotiated / very_low / 2025-06-23 / payer',
    ]);
    expect(rows).toContain(
      'Evry Health / CPT / 99213 /  /  / institutional / 4.22 / TiC negotiated /  / 2025-06-23 / payer',
    );
    // 250 prices in the file, each another code or amount.
    expect([found.length, new Set(found).size, account.read, rows.size]).toEqual([250, 250, 250, 539]);
    expect(rates.every((rate) => rate.groups.every((group) => (groups.get(group) ?? []).length > 0))).toBe(
      true,
    );
    // Three groups beside each rate, whose tax ids are NPIs.
    expect(groups.get(0)?.map(({ identifier }) => identifier)).toEqual([
      'NPI:1790762615',
      'NPI:1255443289',
      'NPI:1295275071',
    ]);
  });

  test('of Molina’s allowed amounts has as many payments as a plain parse counts', () => {
    interface Item {
      readonly billing_code_type: string;
      readonly allowed_amounts: readonly {
        readonly payments: readonly { readonly allowed_amount: number }[];
      }[];
    }
    const bytes = readFileSync(`${folder}tic-real/molina-ohio_2022-07-01_allowed-amounts_v1.json`);
    const { out_of_network: items } = JSON.parse(bytes.toString()) as { out_of_network: readonly Item[] };
    const services = items.filter(({ billing_code_type: type }) => type === 'CPT' || type === 'HCPCS');
    const payments = services.flatMap((item) => item.allowed_amounts.flatMap(({ payments: each }) => each));
    const { account, rates, head } = findings(ticAllowedAmounts, bytes, { takesOutOfNetwork: true });
    expect(head?.publisher).toBe('Molina Healthcare of Ohio, Inc.');
    expect(rates.map(({ cents }) => cents)).toEqual(
      payments.map(({ allowed_amount: amount }) => Math.round(amount * 100)).filter((cents) => cents > 0),
    );
    expect(account.leftOut).toEqual({
      'not-an-amount': payments.filter(({ allowed_amount: amount }) => amount === 0).length,
      'other-code-type': items.length - services.length,
    });
    expect(isAccountedFor(account)).toBe(true);
  });

  test('of Molina’s table of contents lists every address of the file', () => {
    const bytes = readFileSync(`${folder}tic-real/molina-ohio_2022-07-01_table-of-contents_v1.json`);
    const addresses = new Set(bytes.toString().match(/(?<="location": ")[^"]+/g));
    const { account } = findings(ticTableOfContents, bytes);
    expect(new Set(account.listing?.map(({ address }) => address))).toEqual(addresses);
    expect(account.listing?.[0]?.plans.slice(0, 2)).toEqual([
      '***Confident Care Gold 8',
      '***Constant Care Silver 8',
    ]);
  });
});
