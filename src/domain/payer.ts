/** A payer as the benchmark groups them. Raw names and plans map to one of these through the release's `plans.csv`. */
export type PayerId =
  | 'aetna'
  | 'bcbs'
  | 'cigna'
  | 'uhg'
  | 'humana'
  | 'kaiser'
  | 'other'
  | 'medicare-advantage'
  | 'medicaid'
  | 'medicare'
  | 'workers-comp'
  | 'tricare';

export interface Payer {
  readonly id: PayerId;
  /** The name printed in tables and exports. */
  readonly name: string;
  /** The name the release's source data uses for the bucket. */
  readonly sourceName: string;
  /** Whether the payer is one of the four pooled as BUCA. */
  readonly inBuca: boolean;
}

/** In table order. BUCA = BCBS + UnitedHealth Group + Cigna + Aetna (field-guide 3.3). */
export const payers: readonly Payer[] = [
  { id: 'aetna', name: 'Aetna', sourceName: 'Aetna', inBuca: true },
  { id: 'bcbs', name: 'BCBS', sourceName: 'BCBS', inBuca: true },
  { id: 'cigna', name: 'Cigna', sourceName: 'Cigna', inBuca: true },
  { id: 'uhg', name: 'UnitedHealth Group', sourceName: 'UnitedHealth Group', inBuca: true },
  { id: 'humana', name: 'Humana', sourceName: 'Humana', inBuca: false },
  { id: 'kaiser', name: 'Kaiser Permanente', sourceName: 'Kaiser Permanente', inBuca: false },
  { id: 'other', name: 'Other commercial payers', sourceName: 'Other', inBuca: false },
  { id: 'medicare-advantage', name: 'Medicare Advantage', sourceName: 'Medicare Advantage', inBuca: false },
  { id: 'medicaid', name: 'Medicaid', sourceName: 'Medicaid', inBuca: false },
  { id: 'medicare', name: 'Medicare (as hospitals publish it)', sourceName: 'Medicare', inBuca: false },
  { id: 'workers-comp', name: "Workers' comp", sourceName: "Workers' Comp", inBuca: false },
  { id: 'tricare', name: 'Tricare/VA', sourceName: 'Tricare/VA', inBuca: false },
];

const byId = new Map(payers.map((payer) => [payer.id, payer]));
const bySourceName = new Map(payers.map((payer) => [payer.sourceName, payer]));

/** @throws RangeError for an id the table of payers does not hold. */
export function payerById(id: PayerId): Payer {
  const payer = byId.get(id);
  if (!payer) throw new RangeError(`no payer with the id ${id}`);
  return payer;
}

/** Rows that are a line of business of their own and no company. */
const otherLines: ReadonlySet<string> = new Set<PayerId>([
  'medicare-advantage',
  'medicaid',
  'medicare',
  'workers-comp',
  'tricare',
]);

/** Whether a row of this id is one of commercial plans: a company's, all others' together, or BUCA. */
export function isCommercialRow(id: string): boolean {
  return !otherLines.has(id);
}

/** The payer a source bucket name stands for; undefined for a name the table does not hold. */
export function payerBySourceName(name: string): Payer | undefined {
  return bySourceName.get(name);
}

/** The plan line a rate belongs to: ratios to Medicare depend on it, so lines are never mixed silently. */
export const planLines = [
  'Commercial',
  'Exchange / individual',
  'Medicare Advantage',
  'Medicaid / CHIP',
  'Medicare (traditional)',
  'Medicare supplement',
  'Tricare/VA',
  "Workers' comp / auto",
  'Behavioral',
  'Unspecified',
] as const;

export type PlanLine = (typeof planLines)[number];
