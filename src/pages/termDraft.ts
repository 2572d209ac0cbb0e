import type { Charge, ContractTerm } from '../domain/contractTerm.ts';
import { type Cents, parseDollars } from '../domain/money.ts';

/** A term as it is typed. In memory only. */
export interface TermDraft {
  readonly kind: ContractTerm['base']['kind'];
  readonly dollars: string;
  /** Percent of Medicare or of the charge. */
  readonly share: string;
  /** `service`, `signing` or a year. */
  readonly year: string;
  readonly rise: ContractTerm['escalator']['kind'];
  /** Percent a year, or percents year by year. */
  readonly rises: string;
  readonly lesserOfCharges: boolean;
}

/** A code of the list as it is typed. In memory only. */
export interface TermLineDraft {
  /** Lasting while the list is edited. */
  readonly id: number;
  readonly code: string;
  /** Units a year. */
  readonly units: string;
  /** The code's own fixed amount; may be empty. */
  readonly rate: string;
  /** The charge for one unit in the newest year; may be empty. */
  readonly charge: string;
}

/** @returns what cannot be read, in words, or the term. */
export function termOf(draft: TermDraft): ContractTerm | string {
  const { lesserOfCharges } = draft;
  const base = baseOf(draft);
  const rates = risesOf(draft.rises);
  if (typeof base === 'string') return base;
  if (!rates) return 'the yearly rise is a percentage above −100 and up to 1,000, or several with commas';
  if (draft.rise === 'fixed' && rates.length > 1) return 'one yearly rise, or choose “typed year by year”';
  return {
    base,
    escalator: draft.rise === 'fixed' ? { kind: 'fixed', rate: rates[0] ?? 0 } : { kind: 'typed', rates },
    lesserOfCharges,
  };
}

/** Which of its fields `termOf` cannot read; its words for them stand above the figures. */
export function termFaults(draft: TermDraft): { readonly base: boolean; readonly rises: boolean } {
  const rates = risesOf(draft.rises);
  return {
    base: typeof baseOf(draft) === 'string',
    rises: !rates || (draft.rise === 'fixed' && rates.length > 1),
  };
}

function baseOf({ kind, dollars, share, year }: TermDraft): ContractTerm['base'] | string {
  if (kind === 'listed') return { kind };
  if (kind === 'dollars') {
    const amount = amountIn(dollars);
    return amount === undefined ? 'the amount is dollars and cents' : { kind, amount };
  }
  const part = percentIn(share);
  if (part === undefined || part < 0) return 'the share is a percentage from 0 to 1,000, like 120';
  if (kind === 'charges') return { kind, share: part };
  return { kind, share: part, year: year === 'service' || year === 'signing' ? year : Number(year) };
}

function risesOf(text: string): readonly number[] | undefined {
  if (text.trim() === '') return [];
  const rates = text.split(',').map(percentIn);
  return rates.every((rate) => rate !== undefined) ? rates : undefined;
}

/** Dollars and cents from 0 up; undefined for anything else. */
export function amountIn(text: string): Cents | undefined {
  const amount = parseDollars(text);
  return amount !== undefined && amount >= 0 ? amount : undefined;
}

/** `120`, `2.5%`, `−1` → a fraction, exact to the millionth; undefined for anything else or past 1,000%. */
export function percentIn(text: string): number | undefined {
  const plain = text.trim().replace('−', '-').replace(/%$/, '').trim();
  if (!/^[-+]?\d{1,4}(\.\d+)?$/.test(plain)) return undefined;
  const fraction = Math.round(Number(plain) * 10_000) / 1_000_000;
  return fraction > -1 && fraction <= 10 ? fraction : undefined;
}

/** null where no charge is given, undefined where it cannot be read. */
export function chargeOf(amount: string, growth: string, year: number): Charge | null | undefined {
  if (amount.trim() === '') return null;
  const charge = amountIn(amount);
  const change = growth.trim() === '' ? 0 : percentIn(growth);
  return charge === undefined || change === undefined ? undefined : { amount: charge, year, growth: change };
}
