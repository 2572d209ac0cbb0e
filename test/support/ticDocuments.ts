import fc from 'fast-check';

/** A number as its digits are written in the file. */
export class Digits {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

const digits = (...texts: readonly string[]) => fc.constantFrom(...texts).map((text) => new Digits(text));

/** Strings that a hasty scanner would stumble over. */
const words = fc.constantFrom('', 'plain', '"]}', '\\', '\\"}', 'é€😀', 'a\nb', '{"npi":[1]}', '\u0000');
const other = fc.oneof(
  words,
  fc.constant(null),
  fc.boolean(),
  digits('0', '-1.5e3'),
  fc.json().map((text): unknown => JSON.parse(text)),
);

export interface DocumentPrice {
  readonly negotiated_type?: string;
  readonly negotiated_rate?: Digits | string | null;
  readonly expiration_date?: string;
  readonly service_code?: readonly string[];
  readonly billing_class?: string;
  readonly billing_code_modifier?: readonly string[];
  readonly setting?: string;
}
export interface DocumentGroup {
  readonly npi?: readonly (Digits | string)[];
  readonly tin?: { readonly type?: string; readonly value?: string; readonly business_name?: string };
}
export interface DocumentRate {
  readonly provider_references?: readonly Digits[];
  readonly provider_groups?: readonly DocumentGroup[];
  readonly negotiated_prices?: readonly DocumentPrice[];
}
export interface DocumentItem {
  readonly negotiation_arrangement?: string;
  readonly billing_code_type?: string;
  readonly billing_code?: string;
  readonly negotiated_rates?: readonly DocumentRate[];
}
export interface DocumentReference {
  readonly provider_group_id: Digits;
  readonly provider_groups?: readonly DocumentGroup[];
  readonly location?: string;
  readonly network_name?: readonly string[];
}
export interface TicDocument {
  readonly reporting_entity_name?: string;
  readonly reporting_entity_type?: string;
  readonly plan_name?: string;
  readonly issuer_name?: string;
  readonly last_updated_on?: string;
  readonly version?: string;
  readonly provider_references?: readonly DocumentReference[];
  readonly in_network?: readonly DocumentItem[];
}

const some = { requiredKeys: [] };

const price: fc.Arbitrary<DocumentPrice> = fc.record(
  {
    negotiated_type: fc.constantFrom(
      'negotiated',
      'derived',
      'fee schedule',
      'Fee Schedule',
      'percentage',
      'per diem',
    ),
    negotiated_rate: fc.oneof(
      digits(
        '36.505',
        '34.55',
        '120',
        '0',
        '0.01',
        '999999999',
        '99999.99',
        '1.2E+2',
        '-3',
        '0.004',
        '1e99',
        'NaN',
      ),
      fc.constantFrom('41.20', 'see contract', ''),
      fc.constant(null),
    ),
    expiration_date: fc.constantFrom('9999-12-31', '2020-01-01', '2025-12-31T00:00:00'),
    service_code: fc.array(fc.constantFrom('11', '21', '22', '23', '99', 'CSTM-00', '2'), { maxLength: 3 }),
    billing_class: fc.constantFrom('professional', 'institutional', 'both', 'Professional'),
    billing_code_modifier: fc.array(fc.constantFrom('GP', 'CQ', '25', 'gp'), { maxLength: 3 }),
    setting: fc.constantFrom('inpatient', 'outpatient', 'both'),
  },
  some,
);

const npi = fc.oneof(
  digits('1790762615', '5678901234', '0', '1033196050'),
  fc.constantFrom('1649272394', '0', 'none'),
);
const tin = fc.record(
  {
    type: fc.constantFrom('ein', 'npi', 'EIN', 'other'),
    value: fc.constantFrom('12-3456789', '012345678', '1790762615', '', '000000000', 'ABC'),
    business_name: fc.constantFrom('Northside "Therapy"', 'Physio é', ''),
  },
  some,
);
const group: fc.Arbitrary<DocumentGroup> = fc.record({ npi: fc.array(npi, { maxLength: 4 }), tin }, some);

const ids = ['1', '2', '3', '320.25975', '12345678901234567890'];

const rate: fc.Arbitrary<DocumentRate> = fc.record(
  {
    provider_references: fc.array(digits(...ids), { maxLength: 3 }),
    provider_groups: fc.array(group, { maxLength: 3 }),
    negotiated_prices: fc.array(price, { maxLength: 3 }),
  },
  some,
);

const item: fc.Arbitrary<DocumentItem> = fc.record(
  {
    negotiation_arrangement: fc.constantFrom('ffs', 'ffs', 'ffs', 'FFS', 'bundle', 'capitation'),
    billing_code_type: fc.constantFrom('CPT', 'CPT', 'HCPCS', 'RC', 'CSTM-ALL'),
    billing_code: fc.constantFrom('97110', '97140', 'G0283', '97110-GP', '0420', 'CSTM-ALL'),
    negotiated_rates: fc.array(rate, { maxLength: 3 }),
  },
  some,
);

/** The first `some` of the ids, each described once. */
const references: fc.Arbitrary<readonly DocumentReference[]> = fc
  .array(
    fc.record(
      {
        provider_groups: fc.array(group, { maxLength: 2 }),
        location: fc.constant('https://payer.example/groups/one.json'),
        network_name: fc.array(fc.constantFrom('Choice', 'Choice Plus', 'Open'), { maxLength: 2 }),
      },
      some,
    ),
    { maxLength: ids.length - 1 },
  )
  .map((list) =>
    list.map((reference, index) => ({ ...reference, provider_group_id: new Digits(ids[index] ?? '') })),
  );

/** Payers' in-network files of all kinds: any field may be missing, amounts of any form. */
export const ticDocuments: fc.Arbitrary<TicDocument> = fc.record(
  {
    reporting_entity_name: fc.constantFrom('Evry Health', 'Ünion "Health"'),
    reporting_entity_type: fc.constantFrom('health insurance issuer', 'third-party administrator'),
    plan_name: fc.constantFrom('Evry Health', 'Plan D PPO  '),
    issuer_name: fc.constantFrom('Comprehensive Issuer'),
    last_updated_on: fc.constantFrom('2025-06-23', '2025-06-23T00:00:00-05:00'),
    version: fc.constantFrom('1', '2.0.0'),
    provider_references: references,
    in_network: fc.array(item, { maxLength: 4 }),
  },
  { requiredKeys: ['in_network'] },
);

/** How a document is written: in which order its keys stand, which letters are escaped, how it is laid out. */
export interface Writing {
  readonly order: readonly number[];
  readonly escapes: readonly boolean[];
  readonly blank: string;
  /** Under keys that no reader knows. */
  readonly extra: readonly unknown[];
}
export const writings: fc.Arbitrary<Writing> = fc.record({
  order: fc.array(fc.nat(1000), { minLength: 40, maxLength: 40 }),
  escapes: fc.array(fc.boolean(), { minLength: 1, maxLength: 31 }),
  blank: fc.constantFrom('', ' ', '\n', '\r\n\t'),
  extra: fc.array(other, { minLength: 1, maxLength: 3 }),
});

/** @returns the JSON text, and the top's keys in their order. */
export function written(
  document: TicDocument,
  { order, escapes, blank, extra }: Writing,
): { json: string; keys: string[] } {
  let turn = 0;
  const draw = () => order[turn++ % order.length] ?? 0;
  const text = (value: string) =>
    `"${[
      ...JSON.stringify(value)
        .slice(1, -1)
        .matchAll(/\\u[0-9a-f]{4}|\\.|[^\\]/gsu),
    ]
      .map(([sign], at) =>
        sign.length === 1 && escapes[at % escapes.length] === true
          ? `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`
          : sign,
      )
      .join('')}"`;
  const shuffled = (entries: readonly (readonly [string, unknown])[]) =>
    entries
      .map((entry) => [draw(), entry] as const)
      .toSorted(([a], [b]) => a - b)
      .map(([, entry]) => entry);
  const write = (value: unknown, isKnown = true): string => {
    if (value instanceof Digits) return value.text;
    if (typeof value === 'string') return text(value);
    if (Array.isArray(value)) {
      return `[${blank}${value.map((each) => write(each, isKnown)).join(`${blank},${blank}`)}]`;
    }
    if (value === null || typeof value !== 'object') return JSON.stringify(value);
    const unknown = isKnown ? write(extra[draw() % extra.length], false) : '0';
    return object([
      ...shuffled(Object.entries(value)).map(([key, each]) => [key, write(each, isKnown)] as const),
      ['other', unknown],
    ]);
  };
  const object = (entries: readonly (readonly [string, string])[]) =>
    `{${blank}${entries.map(([key, value]) => `${text(key)}${blank}:${blank}${value}`).join(`,${blank}`)}}`;
  const top = shuffled(Object.entries(document));
  return { json: object(top.map(([key, value]) => [key, write(value)])), keys: top.map(([key]) => key) };
}
