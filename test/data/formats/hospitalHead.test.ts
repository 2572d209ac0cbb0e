import { describe, expect, test } from 'vitest';
import { formatStart, startBytes } from '../../../src/data/formats/formatStart.ts';
import { hospitalCsvLayout } from '../../../src/data/formats/hospitalCsvLayout.ts';
import { hospitalDelimiter } from '../../../src/data/formats/hospitalDelimiter.ts';
import { type HospitalFacts, hospitalHead } from '../../../src/data/formats/hospitalHead.ts';
import { arrayPlace, objectPlace } from '../../../src/data/formats/hospitalPlaces.ts';

describe('the head of a hospital’s file', () => {
  const facts: HospitalFacts = {
    name: ' Pecan  General\nHospital ',
    date: '3/1/2026',
    version: ' 3.0.0 ',
    state: ' tx ',
    addresses: '1 Main St, Juneau, AK 99801',
    npis: '1234567893|1000000000',
  };

  test('names the hospital by its first NPI, in the state of its licence', () => {
    expect(hospitalHead(facts)).toEqual({
      head: { publisher: 'Pecan General Hospital', kind: 'hospital', date: '2026-03-01', version: '3.0.0' },
      provider: {
        name: 'Pecan General Hospital',
        identifier: 'NPI:1234567893',
        npis: ['1234567893', '1000000000'],
        place: 'TX',
      },
      notes: [],
    });
  });

  test('else in that of an address, by its postal code', () => {
    const place = (addresses: string, state = '') =>
      hospitalHead({ ...facts, state, addresses }).provider.place;
    expect(place('1 Main St, Fullerton, CA  92832')).toBe('CA');
    expect(place('1 Main St, Fullerton, ca, 92832-1234')).toBe('CA');
    expect(place('1 Main St, Fullerton, CA. 928321234')).toBe('CA');
    // The first that is a state's.
    expect(place('1 Main ST 12345, X; 2 Elm, Austin, TX 78701|3 Oak, Juneau, AK 99801')).toBe('TX');
    for (const none of [
      'X, XTX 78701',
      'X, TX 787011',
      'X, TX78701',
      'X, TX,. 78701',
      'X, T 78701',
      'X, TX x 78701',
      'X, TX 7870',
      'X, ZZ 78701',
    ])
      expect(place(none), none).toBe('');
    expect(place('X, TX, 78701-12345')).toBe('TX');
    expect(place('Main St, Fullerton, CA')).toBe('');
    expect(place('1 Main St, Fullerton, CA 9283')).toBe('');
    expect(place('Juneau, AK 99801', 'Texas')).toBe('AK');
  });

  test('says what it leaves open', () => {
    const none = { name: ' ', date: 'soon', version: '', state: '', addresses: '', npis: '' };
    expect(hospitalHead(none)).toEqual({
      head: { publisher: '', kind: 'hospital', date: '', version: '' },
      provider: { name: 'A hospital its file does not name', identifier: '', npis: [], place: '' },
      notes: [
        'The file does not name its hospital.',
        'The file does not say which state the hospital is in.',
        'The file does not say when it was updated.',
      ],
    });
  });
});

describe('places in a hospital’s JSON', () => {
  test('where objects lead', () => {
    expect(objectPlace(undefined, undefined)).toBe('file');
    expect(objectPlace('file', 'license_information')).toBe('licence');
    for (const key of ['code_information', 'billing_code_information'] as const)
      expect(objectPlace('item', key)).toBe('code');
    expect(objectPlace('item', 'standard_charges')).toBe('charge');
    expect(objectPlace('charge', 'payers_information')).toBe('payer');
    for (const [around, place] of [
      ['hospitals', 'file'],
      ['licences', 'licence'],
      ['items', 'item'],
      ['codes', 'code'],
      ['charges', 'charge'],
      ['payers', 'payer'],
    ] as const)
      expect(objectPlace(around, undefined)).toBe(place);
    expect(objectPlace('file', 'standard_charges')).toBe('passed');
    expect(objectPlace('file', undefined)).toBe('passed');
    expect(objectPlace('passed', 'license_information')).toBe('passed');
  });

  test('where arrays lead', () => {
    expect(arrayPlace(undefined, undefined)).toBe('hospitals');
    for (const key of ['hospital_address', 'type_2_npi'] as const)
      expect(arrayPlace('file', key)).toBe('words');
    expect(arrayPlace('file', 'license_information')).toBe('licences');
    expect(arrayPlace('file', 'standard_charge_information')).toBe('items');
    for (const key of ['code_information', 'billing_code_information'] as const)
      expect(arrayPlace('item', key)).toBe('codes');
    expect(arrayPlace('item', 'standard_charges')).toBe('charges');
    expect(arrayPlace('charge', 'payers_information')).toBe('payers');
    for (const key of ['modifier_code', 'modifiers'] as const)
      expect(arrayPlace('charge', key)).toBe('words');
    expect(arrayPlace('item', undefined)).toBe('passed');
    expect(arrayPlace('items', 'code_information')).toBe('passed');
  });
});

describe('the separator of a template', () => {
  test.each([
    ['hospital_name,last_updated_on;x', ','],
    ['"hospital_name";x,y,z', ';'],
    ['Hospital Name|version', '|'],
    ['description\tcode', '\t'],
    ['a;b;c,d', ';'],
    ['a,b,"c;d;e;f"', ','],
    ['a\tb\tc,d', '\t'],
    ['code|1', '|'],
    ['code|1,code|2', ','],
    ['code', ','],
    ['', ','],
  ])('%j has %j', (line, delimiter) => {
    expect(hospitalDelimiter(line)).toBe(delimiter);
  });
});

describe('the layout of a template', () => {
  const head = 'hospital_name,last_updated_on,version,license_number|TX';
  const tall = 'description,code|1,code|1|type,payer_name,plan_name';
  const wide = 'description,code|1,code|1|type,standard_charge|Aetna|PPO|negotiated_dollar';

  test('by the header of its items, under the head or without it', () => {
    for (const items of [tall, wide]) {
      const layout = items === tall ? 'tall' : 'wide';
      expect(hospitalCsvLayout([head, 'a,b,c,d', items].join('\n'))).toBe(layout);
      expect(hospitalCsvLayout(items)).toBe(layout);
      expect(hospitalCsvLayout(`\uFEFF"title"\r\n${items.replaceAll(',', ';')}`)).toBe(layout);
    }
    expect(hospitalCsvLayout('code|[i],payer_name')).toBe('tall');
    expect(hospitalCsvLayout('code|1,standard_charge|gross')).toBe('wide');
  });

  test('by its head alone, where the header of the items goes on past the start', () => {
    expect(hospitalCsvLayout(head)).toBe('wide');
    expect(hospitalCsvLayout(`${head}\nx\npayer_name`)).toBe('tall');
  });

  test('of no template is none', () => {
    for (const text of [
      '',
      'hospital_name,version',
      'last_updated_on,version,license_number',
      'code|2,payer_name',
      'code,payer_name',
      'code|1,standard_charge',
      'code|1,description',
      'payer_name,plan_name',
    ])
      expect(hospitalCsvLayout(text), text).toBeUndefined();
  });
});

describe('the start of a file', () => {
  const utf8 = new TextEncoder();

  test('is all of it below 64 KB, else that much', () => {
    const of = (length: number) => formatStart(utf8.encode('a'.repeat(length)));
    expect([of(startBytes - 1).isWhole, of(startBytes).isWhole]).toEqual([true, false]);
    expect(of(startBytes + 5).bytes.length).toBe(startBytes);
    expect(of(startBytes + 5).text.length).toBe(startBytes);
  });

  test('is text in its own encoding, a last character that is cut left off', () => {
    expect(formatStart(utf8.encode('é€')).text).toBe('é€');
    expect(formatStart(utf8.encode(`${'a'.repeat(startBytes - 1)}é`)).text).toBe('a'.repeat(startBytes - 1));
    expect(formatStart(Uint8Array.of(0x63, 0xe9)).text).toBe('cé');
    expect(formatStart(Uint8Array.of(0xff, 0xfe, 0x61, 0)).text).toBe('a');
  });
});
