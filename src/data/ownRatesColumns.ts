/** A column of a user's own file. */
export interface OwnRatesColumn {
  readonly field: OwnRatesField;
  readonly required: boolean;
  /** What to put in it, for the page. */
  readonly help: string;
  /** Headings it is recognised by, best first; compared as lower-case words. */
  readonly headings: readonly string[];
}

export type OwnRatesField =
  | 'code'
  | 'payer'
  | 'rate'
  | 'state'
  | 'provider'
  | 'plan'
  | 'line'
  | 'modifier'
  | 'setting'
  | 'billing class'
  | 'methodology'
  | 'date';

export const ownRatesColumns: readonly OwnRatesColumn[] = [
  {
    field: 'code',
    required: true,
    help: 'CPT or HCPCS code of 5 characters',
    headings: [
      'code',
      'billing code',
      'cpt',
      'hcpcs',
      'cpt code',
      'hcpcs code',
      'cpt hcpcs',
      'cpt hcpcs code',
    ]
      .concat(['hcpcs cpt', 'hcpcs cpt code', 'procedure code', 'proc code', 'procedure', 'service code'])
      .concat(['code 1', 'cpt4', 'hcpc']),
  },
  {
    field: 'payer',
    required: true,
    help: 'Payer as you name it',
    headings: ['payer', 'payor', 'payer name', 'payor name', 'insurance', 'insurer', 'insurance name'].concat(
      ['insurance company', 'insurance plan', 'carrier', 'carrier name', 'health plan'],
    ),
  },
  {
    field: 'rate',
    required: true,
    help: 'US dollars for one unit',
    headings: [
      'rate',
      'negotiated rate',
      'negotiated dollar',
      'standard charge negotiated dollar',
      'contract rate',
    ]
      .concat(['contracted rate', 'allowed amount', 'allowed amt', 'allowed', 'amount', 'reimbursement'])
      .concat(['reimbursement rate', 'fee', 'payment', 'payment rate', 'price', 'negotiated price']),
  },
  {
    field: 'state',
    required: false,
    help: 'Two letters or the full name',
    headings: ['state', 'provider state', 'state code', 'st', 'place'],
  },
  {
    field: 'provider',
    required: false,
    help: 'Hospital, clinic or practice',
    headings: [
      'provider',
      'provider name',
      'facility',
      'facility name',
      'hospital',
      'hospital name',
      'clinic',
    ].concat(['clinic name', 'practice', 'practice name', 'location']),
  },
  {
    field: 'plan',
    required: false,
    help: 'Plan or product',
    headings: ['plan', 'plan name', 'product', 'network'],
  },
  {
    field: 'line',
    required: false,
    help: 'Commercial, Medicare Advantage, Medicaid …',
    headings: [
      'line',
      'line of business',
      'lob',
      'plan line',
      'plan type',
      'product line',
      'market',
      'segment',
    ],
  },
  {
    field: 'modifier',
    required: false,
    help: 'GP, CQ …',
    headings: ['modifier', 'modifiers', 'mod', 'mods', 'modifier 1', 'mod 1'],
  },
  {
    field: 'setting',
    required: false,
    help: 'outpatient, inpatient, both or emergency',
    headings: ['setting', 'patient setting', 'care setting'],
  },
  {
    field: 'billing class',
    required: false,
    help: 'facility or professional',
    headings: ['billing class', 'bill class', 'class', 'claim type'],
  },
  {
    field: 'methodology',
    required: false,
    help: 'fee schedule, per diem …',
    headings: ['methodology', 'standard charge methodology', 'rate methodology', 'method', 'negotiated type'],
  },
  {
    field: 'date',
    required: false,
    help: 'Year or date the rate holds for',
    headings: [
      'date',
      'year',
      'effective date',
      'effective',
      'effective year',
      'contract year',
      'rate year',
    ].concat(['contract date', 'file date', 'last updated on', 'as of', 'start date']),
  },
];

export interface ColumnMatch {
  readonly field: OwnRatesField;
  /** The heading as the file prints it. */
  readonly header: string;
  readonly index: number;
}

/** `CPT/HCPCS Code`, `cpt_hcpcs_code` → `cpt hcpcs code`; a unit in brackets is dropped: `Rate ($)` → `rate`. */
function headingWords(heading: string): string {
  return heading
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/\((usd|us\$|\$|dollars?)\)/gi, ' ')
    .toLowerCase()
    .replace(/\b(usd|in dollars)\b/g, ' ')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

/** Which heading holds which field: for each field the first heading by its list's order. A plan alone is the payer. */
export function matchColumns(header: readonly string[]): readonly ColumnMatch[] {
  const names = header.map(headingWords);
  const matches: ColumnMatch[] = [];
  for (const { field, headings } of ownRatesColumns) {
    const heading = headings.find((candidate) => names.includes(candidate));
    if (heading === undefined) continue;
    const index = names.indexOf(heading);
    matches.push({ field, header: header[index] ?? '', index });
  }
  if (matches.some((match) => match.field === 'payer')) return matches;
  return matches.map((match) => (match.field === 'plan' ? { ...match, field: 'payer' } : match));
}

/** A CSV with every column's heading and no line: what it holds is the user's, so no example amounts. */
export function ownRatesTemplate(): string {
  return `${ownRatesColumns.map(({ field }) => field.replaceAll(' ', '_')).join(',')}\r\n`;
}
