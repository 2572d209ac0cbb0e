import { type PayerId, type PlanLine, payerById } from '../../src/domain/payer.ts';
import {
  type BillingClass,
  billingClasses,
  type CodeType,
  codeTypes,
  flagBit,
  type RateFlag,
  type RateTable,
  type Setting,
  type SourceKind,
  settings,
} from '../../src/domain/rateTable.ts';

/** One rate as a test writes it; everything left out is what the default scope counts. */
export interface RateSpec {
  /** In dollars. */
  readonly rate: number;
  readonly payer?: PayerId;
  readonly provider?: string;
  readonly place?: string;
  readonly system?: string;
  readonly line?: PlanLine;
  readonly plan?: string;
  readonly codeType?: CodeType;
  readonly setting?: Setting;
  readonly billingClass?: BillingClass;
  readonly modifier?: string;
  readonly methodology?: string;
  readonly kind?: SourceKind;
  readonly date?: string;
  readonly flags?: readonly RateFlag[];
  /** How many providers the provider stands for; the last one said holds. */
  readonly count?: number;
}

/** Five providers of Texas at $40 to $80 and five of North Carolina at $10 to $50, one rate of 97110 each. */
export function twoStates(): RateTable {
  return rateTable('97110', [
    ...[40, 50, 60, 70, 80].map((rate, index) => ({ rate, provider: `Texan ${index}` })),
    ...[10, 20, 30, 40, 50].map((rate, index) => ({ rate, place: 'NC', provider: `Other ${index}` })),
  ]);
}

/** A rate table from a few rates, with dictionaries made on the way. */
export function rateTable(code: string, rates: readonly RateSpec[]): RateTable {
  const providers = dictionary<{
    id: string;
    name: string;
    place: string;
    identifier: string;
    system: string;
  }>();
  const plans = dictionary<RateTable['plans'][number]>();
  const sources = dictionary<RateTable['sources'][number]>();
  const modifiers = dictionary<string>();
  const methodologies = dictionary<string>();
  const countOf = new Map<string, number>();
  const isCounted = rates.some(({ count = 1 }) => count > 1);
  const rows = rates.map((spec) => {
    const place = spec.place ?? 'TX';
    const name = spec.provider ?? 'Hospital A';
    const payer = spec.payer ?? 'aetna';
    const line = spec.line ?? 'Commercial';
    const kind = spec.kind ?? 'hospital';
    const date = spec.date ?? '2026-01-01';
    const provider = `${place} ${name}`;
    const plan = `${payer} ${line} ${spec.plan ?? ''}`;
    const source = `${kind} ${date}`;
    if (spec.count !== undefined) countOf.set(provider, spec.count);
    return {
      provider: providers.index(provider, {
        id: provider,
        name,
        place,
        identifier: '',
        system: spec.system ?? '',
      }),
      plan: plans.index(plan, {
        id: plan,
        payerRaw: payerById(payer).name,
        plan: spec.plan ?? '',
        payer,
        parent: '',
        line,
      }),
      source: sources.index(source, {
        id: source,
        name: source,
        place,
        kind,
        date,
        year: Number(date.slice(0, 4)),
        publishedUrl: '',
        sha256: '',
        carriedBy: '',
        confidence: '',
      }),
      modifier: modifiers.index(spec.modifier ?? '', spec.modifier ?? ''),
      methodology: methodologies.index(spec.methodology ?? '', spec.methodology ?? ''),
      cents: Math.round(spec.rate * 100),
      codeType: codeTypes.indexOf(spec.codeType ?? 'CPT'),
      setting: settings.indexOf(spec.setting ?? 'outpatient'),
      billingClass: billingClasses.indexOf(spec.billingClass ?? 'facility'),
      flags: (spec.flags ?? []).reduce((bits, flag) => bits | flagBit(flag), 0),
    };
  });
  return {
    code,
    length: rows.length,
    cents: Uint32Array.from(rows, (row) => row.cents),
    provider: Uint32Array.from(rows, (row) => row.provider),
    plan: Uint32Array.from(rows, (row) => row.plan),
    source: Uint32Array.from(rows, (row) => row.source),
    codeType: Uint8Array.from(rows, (row) => row.codeType),
    setting: Uint8Array.from(rows, (row) => row.setting),
    billingClass: Uint8Array.from(rows, (row) => row.billingClass),
    flags: Uint16Array.from(rows, (row) => row.flags),
    modifier: Uint16Array.from(rows, (row) => row.modifier),
    methodology: Uint16Array.from(rows, (row) => row.methodology),
    sourceRows: Uint32Array.from(rows, () => 1),
    line: Uint32Array.from(rows, (_, index) => index + 2),
    counts: isCounted ? Uint32Array.from(providers.values, ({ id }) => countOf.get(id) ?? 1) : null,
    providers: providers.values,
    plans: plans.values,
    sources: sources.values,
    modifiers: modifiers.values,
    methodologies: methodologies.values,
  };
}

function dictionary<Value>() {
  const positions = new Map<string, number>();
  const values: Value[] = [];
  return {
    values,
    index(key: string, value: Value): number {
      const known = positions.get(key);
      if (known !== undefined) return known;
      positions.set(key, values.length);
      values.push(value);
      return values.length - 1;
    },
  };
}
