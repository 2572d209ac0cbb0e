import { type PublishedCode, publishedCode } from '../../../domain/publishedCode.ts';
import type { LeaveReason } from '../formatReader.ts';

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

  set(key: 'negotiation_arrangement' | 'billing_code_type' | 'billing_code', text: string): void {
    if (key === 'negotiation_arrangement') this.#arrangement = text.trim().toLowerCase();
    else if (key === 'billing_code_type') this.#type = text;
    else this.#code = text;
    if (this.#type !== null && this.#code !== null && key !== 'negotiation_arrangement') {
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
   * Why the item does not count; '' when it does, undefined while that depends on what is yet to come.
   *
   * @param isWhole whether all its fields have been seen.
   */
  verdict(isWhole: boolean): LeaveReason | '' | undefined {
    if (this.#arrangement === 'bundle' || this.#arrangement === 'capitation') return this.#arrangement;
    const reason = this.#codeVerdict();
    if (!isWhole) return this.#arrangement === '' && reason === '' ? undefined : reason;
    return reason ?? 'unreadable';
  }

  /** Whether what the item's amounts are can be passed over: it does not count, whatever else is yet to come. */
  get isOut(): boolean {
    const verdict = this.verdict(false);
    return verdict !== undefined && verdict !== '';
  }

  #codeVerdict(): LeaveReason | '' | undefined {
    if (this.#type === null || this.#code === null) return undefined;
    if (this.#published === null) return 'other-code-type';
    return this.#wants(this.#published.code) ? '' : 'code-not-asked';
  }
}
