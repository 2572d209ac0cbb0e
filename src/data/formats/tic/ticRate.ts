import type { PublishedCode } from '../../../domain/publishedCode.ts';
import { excerpt } from '../../excerpt.ts';
import type { FileTally } from '../fileTally.ts';
import type { TicGroups } from './ticGroups.ts';
import type { TicHead } from './ticHead.ts';
import type { TicAmount, TicLedger } from './ticLedger.ts';
import type { TicPrice } from './ticPrice.ts';

const nobody: readonly number[] = [];

/** The rate read now: who is paid and, in the order of the file, its prices that have an amount. */
export class TicRate {
  readonly #groups: TicGroups;
  readonly #ledger: TicLedger;
  readonly #tally: FileTally;
  readonly #head: TicHead;
  #paid: number[] = [];
  #prices: TicAmount[] = [];
  #expired = 0;

  constructor(groups: TicGroups, ledger: TicLedger, tally: FileTally, head: TicHead) {
    this.#groups = groups;
    this.#ledger = ledger;
    this.#tally = tally;
    this.#head = head;
  }

  start(): void {
    this.#paid = [];
    this.#prices = [];
  }

  /** Prices read and not yet ended with their rate. */
  get pending(): number {
    return this.#prices.length;
  }

  /** Amounts of the whole file that had expired when it was made. */
  get expired(): number {
    return this.#expired;
  }

  pay(group: number): void {
    this.#paid.push(group);
  }

  /** Takes over a price that has been read, or counts it as left out. */
  add(price: TicPrice, line: number): void {
    const { cents } = price;
    if (price.isPercentage || !price.hasAmount) this.#ledger.leave('no-dollars');
    else if (cents === 'none') this.#ledger.leave('not-an-amount');
    else if (cents === 'unreadable') {
      this.#ledger.leave('unreadable');
      const message = 'This is no amount in dollars.';
      this.#tally.problem(line, 'negotiated_rate', excerpt(price.amountText), message, true);
    } else {
      // Without a date of the file none is before it.
      if (price.expires !== '' && price.expires < this.#head.date) this.#expired += 1;
      const { modifiers, setting, billingClass, methodology } = price;
      this.#prices.push({
        cents,
        modifier: modifiers,
        setting,
        billingClass,
        methodology,
        groups: nobody,
        networks: '',
      });
    }
  }

  /** @param published the code it is for; null until it has come */
  end(published: PublishedCode | null): void {
    if (this.#paid.length === 0) {
      if (this.#prices.length > 0) this.#ledger.leave('no-provider', this.#prices.length);
    } else {
      // Whether the plan's name repeats the payer's is only known when both are: the ledger decides between them.
      const networks = this.#groups.networks(this.#paid);
      for (const price of this.#prices) {
        price.groups = this.#paid;
        price.networks = networks;
        this.#ledger.amount(price, published);
      }
    }
    this.#prices = [];
  }
}
