import type { PayerId, PlanLine } from './payer.ts';

/** What a payer's and plan's printed names stand for. */
export interface PayerAlias {
  readonly payer: PayerId;
  readonly line: PlanLine;
  /** Whether the names say the line; false when it was taken for commercial because nothing says otherwise. */
  readonly lineStated: boolean;
  /** The brand, where `payer` is named by line: Aetna for an Aetna Medicare Advantage plan; '' otherwise. */
  readonly parent: string;
}

/** Names as words: `AetnaBetterHealth_MCD` → ` aetna better health mcd `. */
function words(text: string): string {
  const split = text
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]{2,})([A-Z][a-z]{3,})/g, '$1 $2')
    .replace(/[’']/g, '');
  return ` ${split
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;
}

/** The first that matches wins, so narrower names stand above wider ones. */
const linePatterns: ReadonlyArray<readonly [RegExp, PlanLine]> = [
  [/transplant| sct |cell therapy/, 'Unspecified'],
  [/ work(er|man|men)?s? ?comp| wc | auto | no fault |careworks/, "Workers' comp / auto"],
  [/tricare|tri ?west|champus|champva|veteran| va | vaccn | va ?ccn | va care /, 'Tricare/VA'],
  [/medicare sup|medigap|medsup/, 'Medicare supplement'],
  [/snp | dual | mmp /, 'Medicare Advantage'],
  [
    /medicaid|medi cal | mcaid | mcd |ahcccs|tenn ?care| chip | better health|community plan/,
    'Medicaid / CHIP',
  ],
  [
    /medicare (adv|managed|replacement|hmo|ppo|complete|dual)|(adv|managed) medicare|mcr adv| mapd | care advantage | hmo mr /,
    'Medicare Advantage',
  ],
  [/behavioral|mental health/, 'Behavioral'],
  [
    /exchange| hix | ifp | aca | qhp |marketplace|qualified health plan|covered california|ambetter| individual /,
    'Exchange / individual',
  ],
];

const medicare = /medicare| mcr | mcare /;
/** Medicare as the government pays it, not a private plan in its place. */
const traditionalMedicare =
  /^ (cms |novitas |noridian |original |traditional )?(medicare|mcr)( (medicare|alternate|part (a|b)|ffs|fee for service|traditional|original|fee schedule|rate|\d+))* $|medicare (ffs|fee for service|part (a|b) |traditional)|(traditional|original) medicare| novitas | noridian /;

const brands: ReadonlyArray<readonly [RegExp, PayerId, string]> = [
  [/aetna|coventry|meritain/, 'aetna', 'Aetna'],
  [
    /bcbs|blue ?cross|blue ?shield| bc ?bs | blues? |^ bc |anthem|highmark|premera|regence|carefirst|wellmark|blue ?(care|choice|card|advantage)|excellus/,
    'bcbs',
    'BCBS',
  ],
  [/cigna|evernorth|great west|healthspring/, 'cigna', 'Cigna'],
  [
    /united ?(health|hlth|hc)|unitedheal|untd| uhc|^ uhg | umr |optum| oxford health|golden rule|surest| united (?!american|of omaha|mine|food|concordia|agricultural|steel|states)/,
    'uhg',
    'UnitedHealth Group',
  ],
  [/humana/, 'humana', 'Humana'],
  [/kaiser| kfhp | kp /, 'kaiser', 'Kaiser Permanente'],
];

const payerByLine: Readonly<Record<PlanLine, PayerId | undefined>> = {
  Commercial: undefined,
  'Exchange / individual': undefined,
  'Medicare Advantage': 'medicare-advantage',
  'Medicaid / CHIP': 'medicaid',
  'Medicare (traditional)': 'medicare',
  'Medicare supplement': 'other',
  'Tricare/VA': 'tricare',
  "Workers' comp / auto": 'workers-comp',
  Behavioral: 'other',
  Unspecified: 'other',
};

/** The line of business a text names, such as a cell of a "line" column; undefined when it names none we know. */
export function planLineByName(text: string): PlanLine | undefined {
  const name = words(text);
  for (const [pattern, line] of linePatterns) if (pattern.test(name)) return line;
  if (traditionalMedicare.test(name)) return 'Medicare (traditional)';
  if (medicare.test(name)) return 'Medicare Advantage';
  if (
    /commercial| comm | ppo | hmo | pos | epo | group |employer|self ?(funded|insured)|fully insured/.test(
      name,
    )
  ) {
    return 'Commercial';
  }
  if (/^ (unspecified|unknown) $/.test(name)) return 'Unspecified';
  return undefined;
}

/** Whether the text names a price nobody but the patient pays: gross charges, cash, self-pay. */
export function isNotAPayer(text: string): boolean {
  return /^ (gross|charge ?master|list price|(discounted )?cash|self ?pay|uninsured|de ?identified) |^ (min|max)(imum)?( negotiated)?( rate| charge)? $/.test(
    words(text),
  );
}

/**
 * Payer and line by the printed names alone, for files the release's alias table does not cover. Brands come from the
 * payer's name first, then the plan's. Where a line has a payer row of its own (Medicare Advantage, Medicaid …), that
 * row wins over the brand, as in the release's data.
 *
 * @param line the line, where the file states it in a column of its own.
 */
export function payerByName(payerText: string, planText: string, line?: PlanLine): PayerAlias {
  const brand = brandOf(words(payerText)) ?? brandOf(words(planText));
  const named = line ?? planLineByName(planText) ?? planLineByName(payerText);
  const payerLine = line ?? planLineByName(payerText);
  // "Medicare" as a plan of a payer that is not Medicare is Medicare Advantage: Medicare itself has no private plans.
  let result = named ?? 'Commercial';
  if (line === undefined) {
    if (payerLine !== undefined && (result === 'Commercial' || result === 'Exchange / individual'))
      result = payerLine;
    if (result === 'Medicare (traditional)' && payerLine !== 'Medicare (traditional)')
      result = 'Medicare Advantage';
    if (
      payerLine === 'Medicare (traditional)' &&
      result === 'Medicare Advantage' &&
      !/adv/.test(words(planText))
    ) {
      result = 'Medicare (traditional)';
    }
  }
  const byLine = payerByLine[result];
  return {
    payer: byLine ?? brand?.[1] ?? 'other',
    line: result,
    lineStated: named !== undefined,
    parent: byLine === undefined ? '' : (brand?.[2] ?? ''),
  };
}

function brandOf(name: string): (typeof brands)[number] | undefined {
  return brands.find(([pattern]) => pattern.test(name));
}
