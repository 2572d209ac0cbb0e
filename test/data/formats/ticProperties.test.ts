import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ticAllowedAmounts } from '../../../src/data/formats/tic/ticAllowedAmounts.ts';
import { ticInNetwork } from '../../../src/data/formats/tic/ticInNetwork.ts';
import { ticTableOfContents } from '../../../src/data/formats/tic/ticTableOfContents.ts';
import { type Findings, findings, paidRates } from '../../support/formatFindings.ts';
import { plainTic } from '../../support/plainTic.ts';
import { isAccountedFor } from '../../support/readFormat.ts';
import { ticDocuments, writings, written } from '../../support/ticDocuments.ts';

const wants = (code: string) => code !== '97140';

/** Rates with their groups' providers as a set: a group of a file counts once, wherever it is mentioned. */
function comparable(found: Findings): readonly unknown[] {
  return paidRates(found).map((rate) => {
    const { paid, ...rest } = rate as { paid: readonly unknown[] };
    return { ...rest, paid: new Set(paid.map((list) => JSON.stringify(list))) };
  });
}

describe('a payer’s file', () => {
  test('is read as from memory, in any order of its keys, escaped or not, however it is cut', () => {
    fc.assert(
      fc.property(
        ticDocuments,
        writings,
        fc.array(fc.nat(4000), { maxLength: 20 }),
        (document, writing, cuts) => {
          const { json, keys } = written(document, writing);
          const bytes = new TextEncoder().encode(json);
          const found = findings(ticInNetwork, bytes, { wants }, cuts);
          const plain = plainTic(document, keys, wants);
          expect(comparable(found)).toEqual(plain.rates);
          expect(found.account.leftOut).toEqual(plain.leftOut);
          expect(found.account.read).toBe(plain.rates.length);
          expect(isAccountedFor(found.account)).toBe(true);
        },
      ),
      { numRuns: 600 },
    );
  });

  test('takes the network for the plan where the plan’s name turns out to be the payer’s, named behind the rates', () => {
    const file = JSON.stringify({
      plan_name: 'Evry Health',
      provider_references: [{ provider_group_id: 2, network_name: ['Choice'] }],
      in_network: [
        {
          billing_code_type: 'CPT',
          billing_code: '97110',
          negotiation_arrangement: 'ffs',
          negotiated_rates: [
            {
              provider_references: [2],
              negotiated_prices: [{ negotiated_type: 'negotiated', negotiated_rate: 41.2 }],
            },
          ],
        },
      ],
      reporting_entity_name: 'Evry Health',
    });
    const found = findings(ticInNetwork, new TextEncoder().encode(file), { wants });
    expect(found.rates.map(({ payerRaw, plan }) => [payerRaw, plan])).toEqual([['Evry Health', 'Choice']]);
  });

  test('tells providers apart that share a tax id or have none, by its kind and by their names', () => {
    const groups = [
      { npi: [], tin: { type: 'ein' } },
      { npi: [], tin: { business_name: 'Northside Therapy' } },
      { npi: [], tin: { type: 'npi', value: '1790762615' } },
      { npi: [], tin: { type: 'ein', value: '1790762615', business_name: 'Northside Therapy' } },
    ];
    const file = JSON.stringify({
      reporting_entity_name: 'Evry Health',
      in_network: groups.map((group, index) => ({
        billing_code_type: 'CPT',
        billing_code: '97110',
        negotiation_arrangement: 'ffs',
        negotiated_rates: [
          {
            provider_groups: [group],
            negotiated_prices: [{ negotiated_type: 'negotiated', negotiated_rate: 41.2 + index }],
          },
        ],
      })),
    });
    const found = paidRates(findings(ticInNetwork, new TextEncoder().encode(file), { wants }));
    expect(found.map((rate) => (rate as { paid: { name: string }[][] }).paid[0]?.[0]?.name)).toEqual([
      'No tax id given',
      'Northside Therapy',
      'NPI 1790762615',
      'Northside Therapy',
    ]);
  });

  test('with any byte changed is read or told of, and every amount is accounted for', () => {
    fc.assert(
      fc.property(ticDocuments, writings, fc.nat(3000), fc.nat(255), (document, writing, at, byte) => {
        const bytes = new TextEncoder().encode(written(document, writing).json);
        bytes[at % bytes.length] = byte;
        const { account } = findings(ticInNetwork, bytes, { wants });
        expect(isAccountedFor(account)).toBe(true);
      }),
      { numRuns: 600 },
    );
  });
});

const folder = 'test/fixtures/formats/';

describe.each([
  ['tic/examples_in-network-rates_in-network-rates-all-negotiated-types-sample.json', ticInNetwork],
  ['tic/examples_in-network-rates_in-network-rates-bundle-single-plan-sample.json', ticInNetwork],
  ['tic/examples_in-network-rates_in-network-rates-multiple-plans-sample.json', ticInNetwork],
  ['tic/examples_allowed-amounts_allowed-amounts-single-plan-sample.json', ticAllowedAmounts],
  ['tic/examples_table-of-contents_table-of-contents-sample.json', ticTableOfContents],
])('%s', (file, open) => {
  const bytes = readFileSync(`${folder}${file}`);
  const text = bytes.toString().trimEnd();

  test('cut off behind any byte, says where it ends and accounts for what came before', () => {
    const whole = findings(open, bytes);
    for (let length = 0; length < text.length; length += 1) {
      const { account, rates } = findings(open, bytes.subarray(0, length));
      expect(isAccountedFor(account)).toBe(true);
      const [first] = account.problems;
      expect(first?.leftOut).toBe(true);
      expect(first?.message).toContain(
        length === 0 ? 'The file is empty.' : `byte ${(length + 1).toLocaleString('en')}`,
      );
      expect(first?.line).toBe(text.slice(0, length).split('\n').length);
      expect(rates).toEqual(whole.rates.slice(0, rates.length));
    }
    expect(whole.account.problems).toEqual([]);
  });

  test('gives the same in pieces of one byte, of seven and of a thousand', () => {
    const whole = findings(open, bytes, { takesOutOfNetwork: true });
    for (const size of [1, 7, 1000]) {
      const cuts = Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) => at * size);
      expect(findings(open, bytes, { takesOutOfNetwork: true }, cuts)).toEqual(whole);
    }
  });
});
