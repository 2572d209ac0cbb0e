/** A column of a user's own file. */
export interface OwnRatesColumn {
  readonly field: OwnRatesField;
  readonly required: boolean;
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
  | 'date'
  | 'medicare share'
  | 'units'
  | 'charge'
  | 'place of service';

/** Headings of an amount for a whole claim line, where units stand beside it. */
export const allowedHeadings = ['allowed amount', 'allowed amt', 'allowed'];
/** Headings of an amount that is for a whole line only where the line has a day of service; a `from date` may be a contract's. */
export const paidHeadings = ['amount', 'payment', 'reimbursement'];
export const serviceHeadings = ['date of service', 'service date', 'dos', 'service from', 'dos from'];
export const claimUnitHeadings = [
  'units',
  'unit',
  'units billed',
  'billed units',
  'service units',
  'units of service',
].concat(['qty', 'quantity', 'svc units', 'unit count', 'days or units']);

export const ownRatesColumns: readonly OwnRatesColumn[] = [
  {
    field: 'code',
    required: true,
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
    headings: ['payer', 'payor', 'payer name', 'payor name', 'insurance', 'insurer', 'insurance name'].concat(
      ['insurance company', 'insurance plan', 'carrier', 'carrier name', 'health plan'],
    ),
  },
  {
    field: 'rate',
    required: true,
    headings: [
      'rate',
      'negotiated rate',
      'negotiated dollar',
      'standard charge negotiated dollar',
      'contract rate',
    ]
      .concat(['contracted rate', ...allowedHeadings, 'amount', 'reimbursement'])
      .concat(['reimbursement rate', 'fee', 'payment', 'payment rate', 'price', 'negotiated price']),
  },
  {
    field: 'state',
    required: false,
    headings: ['state', 'provider state', 'state code', 'st', 'place'],
  },
  {
    field: 'provider',
    required: false,
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
    headings: ['plan', 'plan name', 'product', 'network'],
  },
  {
    field: 'line',
    required: false,
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
    headings: ['modifier', 'modifiers', 'mod', 'mods', 'modifier 1', 'mod 1', 'modifier1', 'mod1'],
  },
  {
    field: 'setting',
    required: false,
    headings: ['setting', 'patient setting', 'care setting'],
  },
  {
    field: 'billing class',
    required: false,
    headings: ['billing class', 'bill class', 'class', 'claim type'],
  },
  {
    field: 'methodology',
    required: false,
    headings: ['methodology', 'standard charge methodology', 'rate methodology', 'method', 'negotiated type'],
  },
  {
    field: 'date',
    required: false,
    headings: ['date', 'year', 'effective date', 'effective', 'effective year', 'contract year', 'rate year']
      .concat(['contract date', 'file date', 'last updated on', 'as of', 'start date'])
      .concat(serviceHeadings, ['from date']),
  },
  {
    field: 'medicare share',
    required: false,
    headings: ['percent of medicare', 'pct of medicare', 'medicare percent', 'percent medicare'].concat([
      'medicare pct',
      'medicare percentage',
      'percentage of medicare',
      'percent of mcare',
      'medicare share',
    ]),
  },
  {
    field: 'units',
    required: false,
    headings: ['volume', 'annual volume', 'annual units', 'units per year', 'yearly units', 'utilization']
      .concat(['total units', 'frequency', 'volumes'])
      .concat(claimUnitHeadings),
  },
  {
    field: 'charge',
    required: false,
    headings: [
      'charge',
      'billed charge',
      'charges',
      'billed charges',
      'charge amount',
      'billed amount',
    ].concat(['billed', 'line charge', 'total charge', 'your charge', 'usual charge']),
  },
  {
    field: 'place of service',
    required: false,
    headings: ['place of service', 'pos', 'pos code', 'place of service code', 'service place'],
  },
];

export interface ColumnMatch {
  readonly field: OwnRatesField;
  /** The heading as the file prints it. */
  readonly header: string;
  readonly index: number;
}

/** `CPT/HCPCS Code`, `cpt_hcpcs_code` → `cpt hcpcs code`; a unit is dropped: `Rate ($)`, `rate_usd` → `rate`. */
export function headingWords(heading: string): string {
  return heading
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/\((usd|us\$|\$|dollars?)\)/gi, ' ')
    .replaceAll('%', ' percent ')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .replace(/(^| )(usd|in dollars)(?= |$)/g, '')
    .trim();
}

/** Which heading holds which field, and what a line is, where a user said so. A field that is not named has none. */
export interface ColumnChoice {
  readonly fields: Readonly<Partial<Record<OwnRatesField, string>>>;
  readonly lines: LineKind;
}

/** A choice that holds for every file with these headings. */
export interface RememberedColumns extends ColumnChoice {
  readonly headings: readonly string[];
}

/** The choice for a file of these headings, and where it is from. */
export function choiceFor(
  header: readonly string[],
  chosen: ColumnChoice | undefined,
  remembered: readonly RememberedColumns[],
): { readonly choice: ColumnChoice | undefined; readonly source: 'headings' | 'chosen' | 'remembered' } {
  if (chosen) return { choice: chosen, source: 'chosen' };
  const known = remembered.find(({ headings }) => sameHeadings(headings, header));
  return known ? { choice: known, source: 'remembered' } : { choice: undefined, source: 'headings' };
}

/** Whether two headers are the same, in the same order. */
export function sameHeadings(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((heading, index) => heading === other[index]);
}

/** A rate for one unit, or a claim: an amount for all units of its line. */
export type LineKind = 'rates' | 'claims';

/** Which heading holds which field: for each field the first heading by its list's order. A plan alone is the payer. */
export function matchColumns(header: readonly string[], chosen?: ColumnChoice): readonly ColumnMatch[] {
  const matches: ColumnMatch[] = [];
  if (chosen) {
    for (const { field } of ownRatesColumns) {
      const heading = chosen.fields[field];
      if (heading !== undefined && header.includes(heading))
        matches.push({ field, header: heading, index: header.indexOf(heading) });
    }
    return matches;
  }
  const places = new Map<string, Pick<ColumnMatch, 'header' | 'index'>>();
  for (const [index, heading] of header.entries()) {
    const words = headingWords(heading);
    if (!places.has(words)) places.set(words, { header: heading, index });
  }
  for (const { field, headings } of ownRatesColumns) {
    const place = headings.map((heading) => places.get(heading)).find((each) => each !== undefined);
    if (place) matches.push({ field, ...place });
  }
  if (matches.some((match) => match.field === 'payer')) return matches;
  return matches.map((match) => (match.field === 'plan' ? { ...match, field: 'payer' } : match));
}

/** Titles and blank lines that may stand above a header. */
export const mostLinesAbove = 30;

/** Whether cells look like the header of a contract, of claim lines or of volumes: a code, and something about it. */
export function isHeader(cells: readonly string[]): boolean {
  const fields = new Set(matchColumns(cells).map(({ field }) => field));
  return (
    fields.has('code') &&
    (['payer', 'rate', 'medicare share', 'units'] as const).some((field) => fields.has(field))
  );
}

/** A CSV with every column's heading and no line: what it holds is the user's, so no example amounts. */
export function ownRatesTemplate(): string {
  return `${ownRatesColumns.map(({ field }) => field.replaceAll(' ', '_')).join(',')}\r\n`;
}
