import { hospitalHeading } from './hospitalHeading.ts';

/** Where the fields of one payer's amount stand; −1 where the file has no such column. */
export interface AmountColumns {
  /** In a wide file from the headings; '' in a tall one. */
  readonly payer: string;
  readonly plan: string;
  readonly dollars: number;
  readonly percentage: number;
  readonly algorithm: number;
  readonly methodology: number;
  readonly estimate: number;
}

/** The columns of a CMS template, 2.0 to 3.0, tall or wide, in any order and among any others. */
export interface HospitalColumns {
  readonly codes: readonly { readonly code: number; readonly type: number }[];
  readonly modifiers: number;
  readonly setting: number;
  readonly billingClass: number;
  readonly gross: number;
  /** Of a tall file. */
  readonly payer: number;
  readonly plan: number;
  readonly amount: AmountColumns;
  /** Of a wide file: one for each payer and plan of the headings, in their order. */
  readonly payers: readonly AmountColumns[];
  /** Headings, up to the last that is not blank. */
  readonly width: number;
}

type AmountField = Exclude<keyof AmountColumns, 'payer' | 'plan'>;

/** Headings of a tall file, by what they mean. In a wide one payer and plan stand before the last word or behind the first. */
const amountFields: ReadonlyMap<string, AmountField> = new Map([
  ['standard_charge|negotiated_dollar', 'dollars'],
  ['standard_charge|negotiated_percentage', 'percentage'],
  ['standard_charge|negotiated_algorithm', 'algorithm'],
  ['standard_charge|methodology', 'methodology'],
  ['estimated_amount', 'estimate'],
  ['median_amount', 'estimate'],
]);

const noAmount = {
  payer: '',
  plan: '',
  dollars: -1,
  percentage: -1,
  algorithm: -1,
  methodology: -1,
  estimate: -1,
};

/** The columns of a header row; undefined for a row that is none: it has codes, and charges or a payer. */
export function hospitalColumns(header: readonly string[]): HospitalColumns | undefined {
  const codes = new Map<string, { code: number; type: number }>();
  const plain = new Map<string, number>();
  const tall: Record<AmountField, number> & { payer: string; plan: string } = { ...noAmount };
  const payers: (Record<AmountField, number> & { payer: string; plan: string })[] = [];
  const lastOf = new Map<string, (typeof payers)[number]>();
  let width = 0;

  for (const [index, heading] of header.entries()) {
    const { parts, words } = hospitalHeading(heading);
    const name = words.join('|');
    if (name === '') continue;
    width = index + 1;
    const codeHeading = /^code(?:[|_](\d+|\[i\]))?([|_]type)?$/.exec(name);
    if (codeHeading) {
      const [, number = '1', type] = codeHeading;
      const columns = codes.get(number) ?? { code: -1, type: -1 };
      codes.set(number, columns);
      const part = type === undefined ? 'code' : 'type';
      if (columns[part] === -1) columns[part] = index;
      continue;
    }
    const field = amountFields.get(name);
    if (field !== undefined) {
      if (tall[field] === -1) tall[field] = index;
      continue;
    }
    const wide = wideField(parts, words);
    if (wide !== undefined) addWide(wide, index);
    else if (!plain.has(name)) plain.set(name, index);
  }

  const at = (...names: readonly string[]) =>
    names.map((name) => plain.get(name)).find((index) => index !== undefined) ?? -1;
  const columns = {
    // By their numbers: the columns may stand in any order, and the first code of a kind gives the type.
    codes: [...codes]
      .toSorted(([one], [other]) => Number(one) - Number(other))
      .map(([, places]) => places)
      .filter(({ code }) => code !== -1),
    modifiers: at('modifiers', 'modifier', 'modifier_code'),
    setting: at('setting'),
    billingClass: at('billing_class'),
    gross: at('standard_charge|gross', 'gross_charge'),
    payer: at('payer_name', 'payer'),
    plan: at('plan_name', 'plan'),
    amount: tall,
    payers,
    width,
  };
  const hasCharges = columns.gross !== -1 || payers.length > 0 || columns.payer !== -1;
  return columns.codes.length > 0 && hasCharges ? columns : undefined;

  function addWide({ payer, plan, field }: WideField, index: number): void {
    const key = `${payer}|${plan}`;
    let columnsOf = lastOf.get(key);
    // The same payer and plan once more: another contract, not to be lost behind the first.
    if (columnsOf === undefined || columnsOf[field] !== -1) {
      columnsOf = { ...noAmount, payer, plan };
      lastOf.set(key, columnsOf);
      payers.push(columnsOf);
    }
    columnsOf[field] = index;
  }
}

interface WideField {
  readonly payer: string;
  readonly plan: string;
  readonly field: AmountField;
}

/** `standard_charge|PAYER|PLAN|negotiated_dollar`, `median_amount|PAYER|PLAN`; the plan may be missing or hold a `|`. */
function wideField(parts: readonly string[], words: readonly string[]): WideField | undefined {
  if (parts.length < 2) return undefined;
  const isOfCharge = words[0] === 'standard_charge';
  const field = amountFields.get(isOfCharge ? `${words[0]}|${words.at(-1)}` : (words[0] ?? ''));
  const [payer = '', ...plan] = parts.slice(1, isOfCharge ? -1 : undefined);
  if (field === undefined || payer === '') return undefined;
  return { payer, plan: plan.join('|'), field };
}
