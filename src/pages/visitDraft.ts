import type { BillingCode } from '../domain/billingCode.ts';
import { type Cents, parseDollars } from '../domain/money.ts';
import type { TypicalVisit, VisitService } from '../domain/typicalVisit.ts';
import { quarterHour } from '../domain/unitRules.ts';
import type { VisitTerms } from '../domain/visitPayment.ts';
import { formatCount } from '../text/numbers.ts';

/** A visit as it is typed. In memory only. */
export interface VisitDraft {
  readonly id: string;
  readonly name: string;
  readonly perYear: string;
  readonly assistant: boolean;
  readonly lines: readonly { readonly id: number; readonly code: string; readonly count: string }[];
}

/** A payer's terms as they are typed. */
export type TermsDraft = Omit<VisitTerms, 'cap'> & { readonly cap: string };

/** How a payer pays until the reader says otherwise: nothing reduced, nothing capped. */
export const plainTerms: TermsDraft = {
  rule: 'eight-minute',
  reduction: 'none',
  assistantShare: 1,
  cap: '',
};

/** The terms; a cap that is no amount is none. */
export function termsOf(draft: TermsDraft): VisitTerms {
  return { ...draft, cap: capOf(draft.cap) ?? null };
}

export function capOf(text: string): Cents | undefined {
  const cap = parseDollars(text);
  return cap !== undefined && cap >= 0 ? cap : undefined;
}

/** Whether minutes are asked for, or units. */
export function isTimed(codes: readonly BillingCode[], code: string): boolean {
  return codes.find((each) => each.code === code)?.unitMinutes === quarterHour;
}

export function draftOf(visit: TypicalVisit): VisitDraft {
  return {
    ...visit,
    perYear: String(visit.perYear),
    lines: visit.services.map((service, index) => ({
      id: index + 1,
      code: service.code,
      count: String('minutes' in service ? service.minutes : service.units),
    })),
  };
}

/** The visit as far as it can be read: a line that is no whole number is left out, and counts as 0 visits. */
export function visitOf(draft: VisitDraft, codes: readonly BillingCode[]): TypicalVisit {
  return {
    id: draft.id,
    name: draft.name.trim() === '' ? 'Visit without a name' : draft.name.trim(),
    assistant: draft.assistant,
    perYear: countIn(draft.perYear, mostVisits) ?? 0,
    services: draft.lines.flatMap(({ code, count }): readonly VisitService[] => {
      const timed = isTimed(codes, code);
      const read = countIn(count, timed ? mostMinutes : mostUnits);
      if (read === undefined) return [];
      return [timed ? { code, minutes: read } : { code, units: read }];
    }),
  };
}

export const mostMinutes = 600;
export const mostUnits = 40;
export const mostVisits = 1_000_000;

/** A whole number from 0 up to a limit, thousands apart by commas or not; undefined for anything else, such as `1,5`. */
export function countIn(text: string, most: number): number | undefined {
  const trimmed = text.trim();
  if (!/^(?:\d{1,8}|\d{1,3}(?:,\d{3}){1,2})$/.test(trimmed)) return undefined;
  const count = Number(trimmed.replaceAll(',', ''));
  return count <= most ? count : undefined;
}

/** What `countIn` reads, in words. */
export function wholeNumber(most: number): string {
  return `a whole number from 0 to ${formatCount(most)}`;
}
