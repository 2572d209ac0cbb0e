import { type PublishedCode, publishedCode } from '../../../domain/publishedCode.ts';
import type { LeaveReason } from '../formatReader.ts';

export type ItemKey = 'negotiation_arrangement' | 'billing_code_type' | 'billing_code';

/** One item or service of a payer's file, field by field in any order. */
export class TicItem {
  readonly #wants: (code: string) => boolean;
  #arrangement = '';
  #type: string | null = null;
  #code: string | null = null;
  #published: PublishedCode | null = null;

  constructor(wants: (code: string) => boolean) {
    this.#wants = wants;
  }

  /** @param arrangement where the kind of file has only one. */
  start(arrangement = ''): void {
    this.#arrangement = arrangement;
    this.#type = null;
    this.#code = null;
    this.#published = null;
  }

  set(key: ItemKey, text: string): void {
    if (key === 'negotiation_arrangement') this.#arrangement = text.trim().toLowerCase();
    else if (key === 'billing_code_type') this.#type = text;
    else this.#code = text;
    if (this.#type !== null && this.#code !== null) {
      this.#published = publishedCode(this.#code, this.#type) ?? null;
    }
  }

  /** The code, where it is of a type that counts. */
  get published(): PublishedCode | null {
    return this.#published;
  }

  get codeText(): string {
    return this.#code ?? '';
  }

  /**
   * The code the item counts by, or why it does not; undefined while that depends on what is yet to come: a code that
   * counts may still be a bundle's.
   */
  get sure(): PublishedCode | LeaveReason | undefined {
    if (this.#arrangement === 'bundle' || this.#arrangement === 'capitation') return this.#arrangement;
    const code = this.#byCode();
    return this.#arrangement === '' && typeof code !== 'string' ? undefined : code;
  }

  /** The same when all fields have been seen. */
  get outcome(): PublishedCode | LeaveReason {
    return this.sure ?? this.#byCode() ?? 'unreadable';
  }

  #byCode(): PublishedCode | LeaveReason | undefined {
    if (this.#type === null || this.#code === null) return undefined;
    if (this.#published === null) return 'other-code-type';
    return this.#wants(this.#published.code) ? this.#published : 'code-not-asked';
  }
}
