import { describe, expect, test } from 'vitest';
import { ProviderReferences } from '../../../src/data/formats/tic/providerReferences.ts';
import { ticInNetwork } from '../../../src/data/formats/tic/ticInNetwork.ts';
import { ticProviderReference } from '../../../src/data/formats/tic/ticProviderReference.ts';
import { findings } from '../../support/formatFindings.ts';

const bytesOf = (document: unknown) => new TextEncoder().encode(JSON.stringify(document));

const price = { negotiated_type: 'fee schedule', negotiated_rate: 23.91, billing_class: 'institutional' };
const itemFor = (...references: unknown[]) => ({
  negotiation_arrangement: 'ffs',
  billing_code_type: 'CPT',
  billing_code: '97014',
  negotiated_rates: [{ provider_references: references, negotiated_prices: [price] }],
});
const molina = {
  reporting_entity_name: 'Molina',
  reporting_entity_type: 'health insurance issuer',
  version: '1.0.0',
};
const group = (npi: number, value: string) => ({ npi: [npi], tin: { type: 'ein', value } });

describe('providers in a file of their own', () => {
  const remote = bytesOf({
    provider_groups: [group(1790762615, '311055596'), group(1033196050, '316000064')],
  });
  const file = bytesOf({
    ...molina,
    provider_references: [
      { provider_group_id: 633581409, location: 'https://payer.example/x/Group%20633.json.gz?sig=a/b.json' },
      { provider_group_id: 5, location: 'https://payer.example/x/five.json' },
    ],
    in_network: [itemFor(633581409), itemFor(5)],
  });

  test('are found by the name of the file when it is read with the rates', () => {
    const references = new ProviderReferences();
    const { account } = findings(ticProviderReference, remote, {
      file: 'both.zip/group 633.json',
      references,
    });
    expect([account.present, account.notes]).toEqual([
      0,
      ['This file has no rates but 2 providers of a group, for the file of rates that refers to it.'],
    ]);
    const { rates, groups } = findings(ticInNetwork, file, { references });
    const [first, second] = rates.map((rate) => groups.get(rate.groups[0] ?? -1));
    expect(first?.map(({ identifier, npis }) => `${identifier} ${npis.join()}`)).toEqual([
      'EIN:311055596 1790762615',
      'EIN:316000064 1033196050',
    ]);
    expect(second).toEqual([{ name: 'Molina provider group 5', identifier: '', npis: [], place: '' }]);
  });

  test('are found by the number of the group where the file gives it', () => {
    const references = new ProviderReferences();
    const numbered = bytesOf({ provider_group_id: 5, provider_groups: [group(1649272394, '12-3456789')] });
    findings(ticProviderReference, numbered, { file: 'other name.json', references });
    const { rates, groups } = findings(ticInNetwork, file, { references });
    expect(groups.get(rates[1]?.groups[0] ?? -1)?.[0]?.identifier).toBe('EIN:123456789');
  });

  test('are known by their number alone otherwise, as the sample of Molina has them, and that is said', () => {
    const { rates, groups, account } = findings(ticInNetwork, file);
    expect(rates.map((rate) => groups.get(rate.groups[0] ?? -1)?.[0]?.name)).toEqual([
      'Molina provider group 633581409',
      'Molina provider group 5',
    ]);
    expect(account.read).toBe(2);
    expect(account.notes.join()).toContain('2 provider groups are known by their number only');
  });
});

describe('groups that rates refer to', () => {
  const described = (...ids: unknown[]) =>
    ids.map((id, at) => ({
      provider_group_id: id,
      provider_groups: [group(1790762615 + at, `31105559${at}`)],
    }));

  test('may have decimals, more digits than a number keeps, or quotes', () => {
    const ids = ['320.25975', '320.2597', '12345678901234567890', '12345678901234567891', '"7"', '8.0'];
    const references = ids.map(
      (id, at) =>
        `{"provider_group_id":${id},"provider_groups":[{"npi":[],"tin":{"type":"ein","value":"31105559${at}"}}]}`,
    );
    const referred = ['320.25975', '320.25970', '12345678901234567890', '12345678901234567891', '7', '8'];
    const items = referred.map((id) => JSON.stringify(itemFor('id')).replace('"id"', id));
    const text = `{"reporting_entity_name":"M","provider_references":[${references.join()}],"in_network":[${items.join()}]}`;
    const { rates, groups } = findings(ticInNetwork, new TextEncoder().encode(text));
    expect(rates.map((rate) => groups.get(rate.groups[0] ?? -1)?.[0]?.identifier)).toEqual(
      ids.map((_, at) => `EIN:31105559${at}`),
    );
  });

  test('are told once each, only if a rate is paid to them, before or behind the rates', () => {
    const before = bytesOf({
      ...molina,
      provider_references: described(1, 2, 3),
      in_network: [itemFor(3, 1), itemFor(1)],
    });
    const behind = bytesOf({
      ...molina,
      in_network: [itemFor(3, 1), itemFor(1)],
      provider_references: described(1, 2, 3),
    });
    for (const bytes of [before, behind]) {
      const { rates, groups } = findings(ticInNetwork, bytes);
      expect(rates.map((rate) => rate.groups.map((id) => groups.get(id)?.[0]?.identifier))).toEqual([
        ['EIN:311055592', 'EIN:311055590'],
        ['EIN:311055590'],
      ]);
      expect(groups.size).toBe(2);
    }
  });

  test('of codes that nobody asked for are not told', () => {
    const bytes = bytesOf({ ...molina, provider_references: described(1), in_network: [itemFor(1)] });
    const { groups, account } = findings(ticInNetwork, bytes, { wants: () => false });
    expect([groups.size, account.leftOut]).toEqual([0, { 'code-not-asked': 1 }]);
  });
});

describe('providers beside rates', () => {
  test('are one group where they are the same, however often the file repeats them', () => {
    const beside = [group(1790762615, '311055590'), group(1033196050, '311055591')];
    const rates = [beside, beside.toReversed(), beside, [beside[0]]].map((groups) => ({
      provider_groups: groups,
      negotiated_prices: [price],
    }));
    const bytes = bytesOf({ ...molina, in_network: [{ ...itemFor(), negotiated_rates: rates }] });
    const found = findings(ticInNetwork, bytes);
    expect(found.rates.map(({ groups }) => groups)).toEqual([[0], [1], [0], [2]]);
  });

  test('may stand alone where a list should be, and in version 1.0 often do', () => {
    const rate = {
      provider_groups: { npi: 1790762615, tin: { type: 'npi', value: '1790762615' } },
      negotiated_prices: price,
    };
    const bytes = bytesOf({ ...molina, in_network: { ...itemFor(), negotiated_rates: rate } });
    const { rates, groups } = findings(ticInNetwork, bytes);
    expect([rates.length, groups.get(0)?.[0]?.npis]).toEqual([1, ['1790762615']]);
  });

  test('that are missing leave the rate without anyone it is paid to', () => {
    const bytes = bytesOf({ ...molina, in_network: [itemFor()] });
    expect(findings(ticInNetwork, bytes).account.leftOut).toEqual({ 'no-provider': 1 });
  });
});

test('an administrator’s file is the issuer’s rates', () => {
  const administrator = {
    reporting_entity_name: 'Adminco',
    reporting_entity_type: 'Third-Party Administrator',
  };
  const bytes = bytesOf({
    ...administrator,
    issuer_name: 'Cigna',
    plan_name: 'Open Access',
    in_network: [itemFor(1)],
  });
  const { rates, head } = findings(ticInNetwork, bytes);
  expect([rates[0]?.payerRaw, rates[0]?.plan, head?.publisher]).toEqual(['Cigna', 'Open Access', 'Adminco']);
});

test('amounts past their date when the file was made are read and counted', () => {
  const expired = { ...price, expiration_date: '2022-06-28' };
  const rates = [price, expired, { ...price, expiration_date: '9999-12-31' }].map((each) => ({
    provider_references: [1],
    negotiated_prices: [each],
  }));
  const bytes = bytesOf({
    ...molina,
    last_updated_on: '2022-06-29',
    in_network: [{ ...itemFor(), negotiated_rates: rates }],
  });
  const { account } = findings(ticInNetwork, bytes);
  expect(account.read).toBe(3);
  expect(account.notes).toContain('1 amount had expired when the file was made; it is read.');
});
