import fc from 'fast-check';

/** A made-up hospital's charges, from which the same file can be written in each of CMS's forms. */
export interface HospitalFile {
  readonly version: '2.0.0' | '2.2.1' | '3.0.0';
  readonly name: string;
  readonly npis: readonly string[];
  readonly payers: readonly (readonly [payer: string, plan: string])[];
  readonly items: readonly HospitalFileItem[];
}

interface HospitalFileItem {
  readonly codes: readonly (readonly [code: string, type: string])[];
  readonly setting: string;
  readonly modifiers: readonly string[];
  readonly gross: string;
  /** By the payer's place in the file's list. */
  readonly amounts: ReadonlyMap<number, HospitalFileAmount>;
}

interface HospitalFileAmount {
  readonly dollars: string;
  readonly percentage: string;
  readonly algorithm: string;
  readonly estimate: string;
  /** Never blank: it is how a wide file shows that there is an amount at all. */
  readonly methodology: string;
}

const anyDollars = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 2, max: 5_000_000 }).map((cents) => (cents / 100).toFixed(2)) },
  fc.constantFrom('', '', '0', '0.00', 'N/A', '999999999', '$1,234.50', '131.00000', 'see note', '-4'),
);
const anyCode = fc.constantFrom<[string, string][]>(
  ['97110', 'CPT'],
  ['97110', 'HCPCS'],
  ['97112-GP', 'CPT'],
  ['g0283', 'HCPCS'],
  ['99213', 'CPT'],
  ['0420', 'RC'],
  ['PX-41000020', 'CDM'],
  ['470', 'MS-DRG'],
  ['5823', 'APC'],
);
const names = fc.constantFrom(
  'Aetna',
  'CIGNA [1006]',
  'Blue "Cross", Inc.',
  'Café Plan',
  'UHC\nRiver',
  'Humana',
);

export const hospitalFile: fc.Arbitrary<HospitalFile> = fc
  .uniqueArray(fc.tuple(names, fc.constantFrom('', 'PPO', 'HMO / POS', 'Medicare "Gold"')), {
    minLength: 1,
    maxLength: 6,
    selector: (pair) => pair.join('|'),
  })
  .chain((payers) =>
    fc.record({
      version: fc.constantFrom('2.0.0', '2.2.1', '3.0.0'),
      name: fc.constantFrom('St. Mary’s Hospital', 'Clinic, “North”', 'General'),
      npis: fc.constantFrom([], ['1841224870'], ['1841224870', '1629122171']),
      payers: fc.constant(payers),
      items: fc.array(
        fc.record({
          codes: fc.array(anyCode, { maxLength: 3 }),
          setting: fc.constantFrom('outpatient', 'Inpatient', 'BOTH', 'virtual', ''),
          modifiers: fc.subarray(['GP', 'CQ', '25', 'GO']),
          gross: fc.constantFrom('', '0', '100.00', '$245.00', '2,000.00', '131.00000'),
          amounts: fc
            .uniqueArray(
              fc.tuple(
                fc.nat({ max: payers.length - 1 }),
                fc.record({
                  dollars: anyDollars,
                  percentage: fc.constantFrom('', '', '65', '38.3'),
                  algorithm: fc.constantFrom('', '', 'lesser of A, B\nand C', 'MS-DRG "x"'),
                  estimate: fc.constantFrom('', '93.06', '999999999'),
                  methodology: fc.constantFrom(
                    'fee schedule',
                    'Per Diem',
                    'percent of total billed charge',
                    'other',
                  ),
                }),
              ),
              { selector: ([payer]) => payer, maxLength: payers.length },
            )
            .map((amounts) => new Map(amounts.toSorted(([a], [b]) => a - b))),
        }),
        { maxLength: 8 },
      ),
    }),
  );

/** How a CSV is written: everything that hospitals do differently and that changes nothing. */
export interface CsvManner {
  readonly delimiter: ',' | ';' | '\t';
  readonly lineBreak: '\n' | '\r\n' | '\r';
  readonly quotesAll: boolean;
  /** `code | 1` and `Code|1` for `code|1`. */
  readonly spellsLoosely: boolean;
  /** Turns the columns of the items around, and adds one nobody knows. */
  readonly reverses: boolean;
}

export const csvManner: fc.Arbitrary<CsvManner> = fc.record({
  delimiter: fc.constantFrom(',', ',', ';', '\t'),
  lineBreak: fc.constantFrom('\n', '\r\n', '\r'),
  quotesAll: fc.boolean(),
  spellsLoosely: fc.boolean(),
  reverses: fc.boolean(),
});

export const plainManner: CsvManner = {
  delimiter: ',',
  lineBreak: '\n',
  quotesAll: false,
  spellsLoosely: false,
  reverses: false,
};

type Row = Readonly<Record<string, string>>;

export function tallCsv(file: HospitalFile, manner = plainManner): string {
  const rows: Row[] = [];
  for (const item of file.items) {
    if (item.amounts.size === 0) rows.push(itemCells(item));
    for (const [payer, amount] of item.amounts) {
      const [payer_name = '', plan_name = ''] = file.payers[payer] ?? [];
      rows.push({ ...itemCells(item), payer_name, plan_name, ...amountCells(file, amount, '', '') });
    }
  }
  const columns = ['payer_name', 'plan_name', ...Object.keys(amountCells(file, noAmount, '', ''))];
  return csv(file, columns, rows, manner);
}

export function wideCsv(file: HospitalFile, manner = plainManner): string {
  const rows = file.items.map((item) => {
    const cells = [...item.amounts].map(([payer, amount]) => {
      const [payerName = '', plan = ''] = file.payers[payer] ?? [];
      return amountCells(file, amount, payerName, plan);
    });
    return Object.assign(itemCells(item), ...cells) as Row;
  });
  const columns = file.payers.flatMap(([payer, plan]) =>
    Object.keys(amountCells(file, noAmount, payer, plan)),
  );
  return csv(file, columns, rows, manner);
}

/** @param headAtEnd whether the head stands below the items. */
export function hospitalJson(file: HospitalFile, headAtEnd = false): string {
  const isThree = file.version === '3.0.0';
  const head = {
    hospital_name: file.name,
    last_updated_on: '2026-04-01',
    version: file.version,
    license_information: { license_number: '50056', state: 'CA' },
    hospital_address: ['12 Main Street, Fullerton, CA  92832'],
    ...(isThree ? { type_2_npi: file.npis } : {}),
  };
  const items = file.items.map((item) => ({
    description: 'a "service", with signs [ { \\',
    code_information: item.codes.map(([code, type]) => ({ code, type })),
    standard_charges: [
      {
        payers_information: [...item.amounts].map(([payer, amount]) => ({
          payer_name: file.payers[payer]?.[0],
          plan_name: file.payers[payer]?.[1],
          standard_charge_dollar: jsonAmount(amount.dollars),
          standard_charge_percentage: jsonAmount(amount.percentage),
          standard_charge_algorithm: amount.algorithm || undefined,
          [isThree ? 'median_amount' : 'estimated_amount']: jsonAmount(amount.estimate),
          methodology: amount.methodology,
        })),
        setting: item.setting,
        gross_charge: jsonAmount(item.gross),
        modifier_code: item.modifiers.length > 0 ? item.modifiers : undefined,
      },
    ],
  }));
  const charges = { standard_charge_information: items };
  return JSON.stringify(
    headAtEnd ? { ...charges, ...head } : { ...head, ...charges },
    null,
    headAtEnd ? 2 : 0,
  );
}

const noAmount = { dollars: '', percentage: '', algorithm: '', estimate: '', methodology: '' };

function jsonAmount(text: string): number | string | undefined {
  if (text === '') return undefined;
  return /^\d+(\.\d+)?$/.test(text) ? Number(text) : text;
}

function itemCells(item: HospitalFileItem): Record<string, string> {
  const codes = item.codes.map(([code, type], index) => [
    [`code|${index + 1}`, code],
    [`code|${index + 1}|type`, type],
  ]);
  return {
    description: 'a "service", with signs',
    ...Object.fromEntries(codes.flat()),
    modifiers: item.modifiers.join('|'),
    setting: item.setting,
    'standard_charge|gross': item.gross,
  };
}

function amountCells(
  { version }: HospitalFile,
  amount: HospitalFileAmount,
  payer: string,
  plan: string,
): Record<string, string> {
  const of = payer === '' ? '' : `|${payer}|${plan}`;
  return {
    [`standard_charge${of}|negotiated_dollar`]: amount.dollars,
    [`standard_charge${of}|negotiated_percentage`]: amount.percentage,
    [`standard_charge${of}|negotiated_algorithm`]: amount.algorithm,
    [`${version === '3.0.0' ? 'median_amount' : 'estimated_amount'}${of}`]: amount.estimate,
    [`standard_charge${of}|methodology`]: amount.methodology,
  };
}

function csv(
  file: HospitalFile,
  amountColumns: readonly string[],
  rows: readonly Row[],
  { delimiter, lineBreak, quotesAll, spellsLoosely, reverses }: CsvManner,
): string {
  const codes = Array.from({ length: 3 }, (_, index) => [
    `code|${index + 1}`,
    `code|${index + 1}|type`,
  ]).flat();
  const ofItem = ['description', ...codes, 'modifiers', 'setting', 'standard_charge|gross', ...amountColumns];
  const last = 'additional_generic_notes';
  const columns = reverses ? ['our own column', ...ofItem.toReversed(), last] : [...ofItem, last];
  const head = {
    hospital_name: file.name,
    last_updated_on: '04/01/2026',
    version: file.version,
    hospital_address: '12 Main Street, Fullerton, CA  92832',
    [spellsLoosely ? 'license_number | CA' : 'license_number|CA']: '50056',
    ...(file.version === '3.0.0' ? { type_2_npi: file.npis.join('|') } : {}),
  };
  const spelled = (heading: string) => {
    if (!spellsLoosely || !/^(code|standard_charge\|gross)/.test(heading)) return heading;
    return heading.replaceAll('|', ' | ').replace(/^c/, 'C');
  };
  const quoted = (cell: string) =>
    quotesAll || /["\n\r,;\t]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
  const lines = [
    Object.keys(head),
    Object.values(head),
    columns.map(spelled),
    ...rows.map((row) => columns.map((column) => row[column] ?? '')),
  ];
  return lines.map((cells) => `${cells.map(quoted).join(delimiter)}${lineBreak}`).join('');
}
