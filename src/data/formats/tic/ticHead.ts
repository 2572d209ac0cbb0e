import { publishedDate } from '../../../domain/publishedDate.ts';
import type { FileHead } from '../formatReader.ts';

/** The fields at the top of a payer's file that say whose rates they are. */
export const headKeys = {
  reporting_entity_name: 'value',
  reporting_entity_type: 'value',
  plan_name: 'value',
  issuer_name: 'value',
  last_updated_on: 'value',
  version: 'value',
} as const;
export type HeadKey = keyof typeof headKeys;

/** Who publishes on behalf of others, as a plan's sponsor or an administrator does: the payer is the issuer then. */
const onBehalf = /group health plan|sponsor|employer|administrator|third|clearinghouse|tpa/i;

export class TicHead {
  readonly #fields = new Map<HeadKey, string>();
  /** '' until it is known. */
  payer = '';
  /** '' where it repeats the payer, and in files of several plans. */
  plan = '';
  /** Whole, or ''. */
  date = '';
  /** Goes up with each field that is read, so that asking for news costs nothing. */
  changes = 0;

  set(key: HeadKey, text: string): void {
    this.#fields.set(key, text.trim());
    this.changes += 1;
    const issuer = this.#get('issuer_name');
    const isOnBehalf = issuer !== '' && onBehalf.test(this.#get('reporting_entity_type'));
    this.payer = isOnBehalf ? issuer : this.#get('reporting_entity_name');
    const plan = this.#get('plan_name');
    this.plan = plan === this.payer ? '' : plan;
    this.date = publishedDate(this.#get('last_updated_on')) ?? '';
  }

  head(): FileHead {
    return {
      publisher: this.#get('reporting_entity_name'),
      kind: 'payer',
      date: this.date,
      version: this.#get('version'),
    };
  }

  #get(key: HeadKey): string {
    return this.#fields.get(key) ?? '';
  }
}
