import type { LeaveReason } from '../../src/data/formats/formatReader.ts';
import { placeKind, settingOfPlaces } from '../../src/domain/placeOfService.ts';
import { publishedAmount } from '../../src/domain/publishedAmount.ts';
import { publishedBillingClass } from '../../src/domain/publishedBillingClass.ts';
import { type PublishedCode, publishedCode } from '../../src/domain/publishedCode.ts';
import { publishedFlags } from '../../src/domain/publishedFlags.ts';
import { publishedMethodology } from '../../src/domain/publishedMethodology.ts';
import { publishedModifiers } from '../../src/domain/publishedModifiers.ts';
import { publishedSetting } from '../../src/domain/publishedSetting.ts';
import {
  Digits,
  type DocumentGroup,
  type DocumentItem,
  type DocumentPrice,
  type DocumentRate,
  type TicDocument,
} from './ticDocuments.ts';

/** What stands in a payer's file, worked out the plain way: from the whole document in memory. */
export interface PlainTic {
  readonly rates: readonly unknown[];
  readonly leftOut: Readonly<Partial<Record<LeaveReason, number>>>;
}

/** @param keys the document's keys in the order of the file: a rate is named by what stands before the rates. */
export function plainTic(
  document: TicDocument,
  keys: readonly string[],
  wants: (code: string) => boolean,
): PlainTic {
  const leftOut: Partial<Record<LeaveReason, number>> = {};
  const leave = (reason: LeaveReason, count = 1) => {
    if (count > 0) leftOut[reason] = (leftOut[reason] ?? 0) + count;
  };
  const rates: unknown[] = [];
  const before = keys.slice(0, keys.indexOf('in_network'));
  const known = nameOf(only(document, before));
  const named = known.payer === '' ? nameOf(document) : known;
  const referencesFirst = before.includes('provider_references');

  const paidTo = ({ provider_references: numbers = [], provider_groups: groups }: DocumentRate) => {
    const referred = numbers.map((id) => {
      const found = (document.provider_references ?? []).find(
        ({ provider_group_id: number }) => number.text === id.text,
      );
      const providers = (found?.provider_groups ?? []).map(provider);
      const payer = nameOf(document).payer;
      return providers.length > 0
        ? providers
        : [{ name: `${payer} provider group ${id.text}`.trim(), identifier: '', npis: [], place: '' }];
    });
    const beside = groups === undefined || groups.length === 0 ? [] : [groups.map(provider)];
    return { referred, beside };
  };
  const networks = ({ provider_references: numbers = [] }: DocumentRate) => {
    if (!referencesFirst) return '';
    const names = numbers.flatMap((id) => {
      const found = (document.provider_references ?? []).find(
        ({ provider_group_id: n }) => n.text === id.text,
      );
      const list = found?.network_name ?? [];
      return list.length === 0 ? [] : [list.join(', ')];
    });
    const distinct = [...new Set(names)];
    return distinct.length > 3 ? `${distinct.length} networks` : distinct.join('; ');
  };

  for (const [index, item] of (document.in_network ?? []).entries()) {
    const code = codeOf(item);
    const reason = whyOut(item, code, wants);
    if (reason !== '' || code === undefined) {
      leave(reason === '' ? 'unreadable' : reason);
      continue;
    }
    let amounts = 0;
    for (const rate of item.negotiated_rates ?? []) {
      const { referred, beside } = paidTo(rate);
      const paid = [...referred, ...beside];
      for (const price of rate.negotiated_prices ?? []) {
        amounts += 1;
        const cents = centsOf(price);
        if (typeof cents === 'string') leave(cents);
        else if (paid.length === 0) leave('no-provider');
        else {
          const methodology = `TiC ${publishedMethodology(price.negotiated_type ?? '')}`.trim();
          const modifiers = (price.billing_code_modifier ?? []).join('|');
          rates.push({
            at: index + 1,
            code: code.code,
            codeType: code.codeType,
            modifier: publishedModifiers(code.modifier, modifiers),
            payerRaw: named.payer,
            plan: named.plan === '' ? networks(rate) : named.plan,
            setting: settingOfPlaces(
              (price.service_code ?? []).reduce((kinds, place) => kinds | placeKind(place), 0),
              publishedSetting(price.setting ?? '') ?? '',
            ),
            billingClass: publishedBillingClass(price.billing_class ?? '') ?? '',
            cents,
            methodology,
            flags: publishedFlags({ ...code, cents, grossCents: undefined, methodology }),
            paid: new Set([...referred, ...beside].map((list) => JSON.stringify(list))),
          });
        }
      }
    }
    if (amounts === 0) leave('no-dollars');
  }
  return { rates, leftOut };
}

function only(document: TicDocument, keys: readonly string[]): TicDocument {
  return Object.fromEntries(Object.entries(document).filter(([key]) => keys.includes(key)));
}

function nameOf(document: TicDocument): { payer: string; plan: string } {
  const {
    reporting_entity_name: entity = '',
    reporting_entity_type: type = '',
    issuer_name: issuer = '',
  } = document;
  const payer = issuer !== '' && type === 'third-party administrator' ? issuer : entity;
  const plan = (document.plan_name ?? '').trim();
  return { payer, plan: plan === payer ? '' : plan };
}

function codeOf({ billing_code: code, billing_code_type: type }: DocumentItem): PublishedCode | undefined {
  return code === undefined || type === undefined ? undefined : publishedCode(code, type);
}

function whyOut(
  item: DocumentItem,
  code: PublishedCode | undefined,
  wants: (code: string) => boolean,
): LeaveReason | '' {
  const arrangement = item.negotiation_arrangement?.toLowerCase();
  if (arrangement === 'bundle' || arrangement === 'capitation') return arrangement;
  if (item.billing_code === undefined || item.billing_code_type === undefined) return 'unreadable';
  if (code === undefined) return 'other-code-type';
  return wants(code.code) ? '' : 'code-not-asked';
}

function centsOf({ negotiated_type: type = '', negotiated_rate: rate }: DocumentPrice): number | LeaveReason {
  if (type === 'percentage' || rate === undefined || rate === null) return 'no-dollars';
  const cents = publishedAmount(rate instanceof Digits ? rate.text : rate);
  if (cents === 'none') return 'not-an-amount';
  return cents;
}

function provider({ npi = [], tin = {} }: DocumentGroup): unknown {
  const npis = npi
    .map((each) => (each instanceof Digits ? each.text : each))
    .filter((each) => /^[1-9]\d{9}$/.test(each));
  const value = (tin.value ?? '').replace(/^(\d\d)-/, '$1');
  const id = /^0*$/.test(value) ? '' : value;
  const isNpi = (tin.type ?? '').toLowerCase() === 'npi';
  const alone = npis.length === 1 ? (npis[0] ?? '') : '';
  const [kind, number] = id === '' ? ['NPI', alone] : [isNpi ? 'NPI' : 'EIN', id];
  const words = number === '' ? 'No tax id given' : kind === 'NPI' ? `NPI ${number}` : `Tax id ${number}`;
  return {
    name: (tin.business_name ?? '') === '' ? words : tin.business_name,
    identifier: number === '' ? '' : `${kind}:${number}`,
    npis,
    place: '',
  };
}
