import { describe, expect, test } from 'vitest';
import { barredHeadings } from '../../../src/data/formats/barredHeadings.ts';
import { hospitalColumns } from '../../../src/data/formats/hospitalColumns.ts';
import { hospitalCsvLayout } from '../../../src/data/formats/hospitalCsvLayout.ts';
import { hospitalDelimiter } from '../../../src/data/formats/hospitalDelimiter.ts';
import { hospitalHeading } from '../../../src/data/formats/hospitalHeading.ts';

describe('headings between bars', () => {
  const together = (text: string) => barredHeadings(text.split('|'));

  test.each([
    ['code|1', ['code|1']],
    ['code|12|x', ['code|12', 'x']],
    ['code|1|type|type', ['code|1|type', 'type']],
    ['code|x|type', ['code', 'x', 'type']],
    ['code|1x', ['code', '1x']],
    ['code|x1', ['code', 'x1']],
    ['codes|1', ['codes', '1']],
    ['type|code', ['type', 'code']],
    ['license_number|TX|x', ['license_number|TX', 'x']],
    ['license_number|TXX', ['license_number', 'TXX']],
    ['license_number|T', ['license_number', 'T']],
    ['license_number|T1', ['license_number', 'T1']],
    ['license|TX', ['license', 'TX']],
    ['standard_charge|gross|x', ['standard_charge|gross', 'x']],
    ['standard_charge|discounted_cash', ['standard_charge|discounted_cash']],
    ['standard_charge|min|standard_charge|max', ['standard_charge|min', 'standard_charge|max']],
    ['standard_charge|Aetna|PPO|negotiated_dollar|x', ['standard_charge|Aetna|PPO|negotiated_dollar', 'x']],
    ['standard_charge|Aetna|PPO|negotiated_percentage', ['standard_charge|Aetna|PPO|negotiated_percentage']],
    ['standard_charge|Aetna|PPO|negotiated_algorithm', ['standard_charge|Aetna|PPO|negotiated_algorithm']],
    ['standard_charge|Aetna|PPO|x|y', ['standard_charge', 'Aetna', 'PPO', 'x', 'y']],
    ['charge|gross', ['charge', 'gross']],
    ['', ['']],
  ])('%s', (text, headings) => {
    expect(together(text)).toEqual(headings);
  });

  test.each([
    'estimated_amount',
    'median_amount',
    '10th_percentile',
    '90th_percentile',
    'count',
    'additional_payer_notes',
  ])('%s is of the payer and plan of the charge before it', (heading) => {
    const charge = 'standard_charge|Aetna|PPO|methodology';
    expect(together(`${charge}|${heading}|Aetna|PPO|x`)).toEqual([charge, `${heading}|Aetna|PPO`, 'x']);
    expect(together(`${charge}|${heading}|aetna|ppo`)).toEqual([charge, `${heading}|aetna|ppo`]);
    expect(together(`${charge}|${heading}|Cigna|PPO`)).toEqual([charge, heading, 'Cigna', 'PPO']);
    expect(together(`${charge}|${heading}|Aetna|HMO`)).toEqual([charge, heading, 'Aetna', 'HMO']);
    expect(together(`${heading}|Aetna|PPO`)).toEqual([heading, 'Aetna', 'PPO']);
    expect(together(heading)).toEqual([heading]);
    expect(together(`${heading}||`)).toEqual([heading, '', '']);
    // Of the last such charge.
    const other = 'standard_charge|Cigna|HMO|negotiated_dollar';
    expect(together(`${charge}|${other}|standard_charge|min|${heading}|Cigna|HMO`)).toEqual([
      charge,
      other,
      'standard_charge|min',
      `${heading}|Cigna|HMO`,
    ]);
  });

  test('other words behind a payer’s charge are headings of their own', () => {
    const charge = 'standard_charge|Aetna|PPO|negotiated_dollar';
    expect(together(`${charge}|notes|Aetna|PPO`)).toEqual([charge, 'notes', 'Aetna', 'PPO']);
  });
});

describe('a heading', () => {
  test.each([
    ['', [''], ['']],
    ['\uFEFFcode|1', ['code', '1'], ['code', '1']],
    ['x\uFEFF', ['x'], ['x']],
    [' License_Number | IL ', ['License_Number', 'IL'], ['license_number', 'il']],
    ['A\r\nB\tC|d--e  f', ['A B C', 'd--e  f'], ['a_b_c', 'd_e_f']],
  ])('%j', (text, parts, words) => {
    expect(hospitalHeading(text)).toEqual({ parts, words });
  });
});

describe('columns of a template', () => {
  test.each<[string, readonly { code: number; type: number }[]]>([
    ['code|1,code|1|type', [{ code: 0, type: 1 }]],
    ['code_2,code_2_type', [{ code: 0, type: 1 }]],
    ['code|[i],code|[i]|type', [{ code: 0, type: 1 }]],
    ['code,code|type', [{ code: 0, type: 1 }]],
    ['code_type,code', [{ code: 1, type: 0 }]],
    ['code|1,code|1,code|1|type,code|1|type', [{ code: 0, type: 2 }]],
    [
      'code|3,code|12,code|2',
      [
        { code: 2, type: -1 },
        { code: 0, type: -1 },
        { code: 1, type: -1 },
      ],
    ],
    ['code|1,xcode|2,code|2x,code|2|type2,code2', [{ code: 0, type: -1 }]],
  ])('%s has its codes', (line, codes) => {
    expect(hospitalColumns([...line.split(','), 'payer_name'])?.codes).toEqual(codes);
  });

  test('are found whatever stands between, a payer named twice in one field being two contracts', () => {
    const columns = hospitalColumns([
      'code',
      'standard_charge|A|P|negotiated_dollar',
      'standard_charge|A|P|methodology',
      'standard_charge|A|P|negotiated_dollar',
      'standard_charge|A|P|methodology',
      'estimated_amount|A|P',
    ]);
    expect(
      columns?.payers.map(({ dollars, methodology, estimate }) => [dollars, methodology, estimate]),
    ).toEqual([
      [1, 2, -1],
      [3, 4, 5],
    ]);
  });

  test('of a payer need a payer, and a field that is one', () => {
    const payers = (heading: string) => hospitalColumns(['code', 'payer', heading])?.payers.length;
    expect(payers('standard_charge|A|negotiated_dollar')).toBe(1);
    expect(payers('median_amount|A')).toBe(1);
    for (const heading of [
      'standard_charge|negotiated_dollar',
      'standard_charge|A|gross',
      'median_amount|',
      'median|A|B',
      'median_amount',
      'standard_charge|min',
    ])
      expect(payers(heading), heading).toBe(0);
  });

  test('that may be called by several names are the first of the names, then of the columns', () => {
    expect(
      hospitalColumns([
        'code',
        'gross_charge',
        'standard_charge|gross',
        'payer',
        'payer_name',
        'plan',
        'plan_name',
        'modifier_code',
        'modifier',
        'modifiers',
      ]),
    ).toMatchObject({
      gross: 2,
      payer: 4,
      plan: 6,
      modifiers: 9,
      width: 10,
    });
  });
});

describe('the layout of a template', () => {
  const head = 'hospital_name,last_updated_on,version';

  test.each<[string, 'tall' | 'wide' | undefined]>([
    [head, 'wide'],
    ['x,hospital_name,location_name,hospital_location', 'wide'],
    ['hospital_name;hospital_address;type_2_npi', 'wide'],
    ['hospital_name\tlicense_number|TX\tattester_name', 'wide'],
    ['hospital_name|license_number|TX|version', 'wide'],
    ['"hospital_name"|"license_number|TX"|version', 'wide'],
    ['"hospital_name" , "version" , "last_updated_on"', 'wide'],
    ['hospital_name,version', undefined],
    ['hospital_name,version,version', undefined],
    ['hospital,last_updated_on,version', undefined],
    ['code|1,payer_name', 'tall'],
    ['code | [i] ; Payer Name', 'tall'],
    ['code|1,standard_charge|A|negotiated_dollar', 'wide'],
    ['code|1|standard_charge|gross', 'wide'],
    ['code|1|description||payer_name', 'tall'],
    ['"code|1"|"standard_charge|gross"', 'wide'],
    ['code|1,standard_charge', undefined],
    ['code|11,payer_name', undefined],
    ['xcode|1,payer_name', undefined],
    ['code|1,x_payer_name', undefined],
    ['', undefined],
  ])('of %j is %s', (text, layout) => {
    expect(hospitalCsvLayout(text)).toBe(layout);
    expect(hospitalCsvLayout(`a title\r\n${text}\rmore`)).toBe(layout);
  });

  test('is that of the items where they are in sight, else of any payer_name', () => {
    const wide = 'code|1,standard_charge|gross';
    expect(hospitalCsvLayout(`${head}\npayer_name,x\n${wide}`)).toBe('wide');
    expect(hospitalCsvLayout(`${head}\npayer_name,x`)).toBe('tall');
    expect(hospitalCsvLayout(`${head}\nx,y_payer_name`)).toBe('wide');
  });

  test('is told from the first sixty lines', () => {
    expect(hospitalCsvLayout('\n'.repeat(59) + head)).toBe('wide');
    expect(hospitalCsvLayout('\n'.repeat(60) + head)).toBeUndefined();
  });
});

test.each([
  ['hospital_name;a,b,c,d', ';'],
  ['x hospital_name ,a;b;c;d', ','],
  ['xhospital_name;a,b', ','],
  ['xdescription;a,b,c', ','],
  ['hospital name\ta,b,c', '\t'],
  ['description"|a,b,c', '|'],
  ['description x;a,b,c', ','],
  ['DESCRIPTION|a,b,c', '|'],
  ['a;b,c', ','],
  ['a;b;c', ';'],
  ['"a;b;c",d', ','],
  ['"a|b"', ','],
  ['a|b', '|'],
  ['a|b|c,d', ','],
])('the separator of %j is %j', (line, delimiter) => {
  expect(hospitalDelimiter(line)).toBe(delimiter);
});
