import type { PublishedCode } from '../../../domain/publishedCode.ts';
import { publishedFlags } from '../../../domain/publishedFlags.ts';
import { publishedModifiers } from '../../../domain/publishedModifiers.ts';
import type { BillingClass, Setting } from '../../../domain/rateTable.ts';
import type { FileTally } from '../fileTally.ts';
import type { FormatRate, FormatSink, LeaveReason } from '../formatReader.ts';
import type { TicHead } from './ticHead.ts';
import type { TicItem } from './ticItem.ts';

/** An amount of an item and, filled in last, who is paid it. The item's code, the payer and the plan may stand behind it in the file. */
export interface TicAmount {
  readonly cents: number;
  readonly modifier: string;
  readonly setting: Setting;
  readonly billingClass: BillingClass;
  readonly methodology: string;
  groups: readonly number[];
  /** The networks of those it is paid to; names the plan in a file of several. */
  networks: string;
}

/** `payerRaw` is not filled yet, and `plan` holds the networks. */
type UnnamedRate = { -readonly [Field in keyof FormatRate]: FormatRate[Field] };

/**
 * Rates that wait for what stands behind them: whether their code counts, or whose they are. Files hardly ever make
 * them wait; what waits is what memory must hold.
 */
const mostWaiting = 500_000;
const tooMany = `What says whose rates these are, or of which code, stands behind more than ${mostWaiting.toLocaleString('en')} of them.`;

/** Writes down what becomes of each amount of an item, at once where the file's order allows it. */
export class TicLedger {
  readonly #sink: FormatSink;
  readonly #tally: FileTally;
  readonly #head: TicHead;
  /** Rates whose payer is not known yet. */
  #unnamed: UnnamedRate[] = [];
  /** Of an item that may not count. */
  #ofItem: TicAmount[] | null = null;
  /** More of it came than may wait. */
  #isOverfull = false;
  #leftOfItem = new Map<LeaveReason, number>();
  #ofThisItem = 0;
  #at = 0;
  #toldChanges = -1;
  readonly #tellGroups: (groups: readonly number[]) => void;

  /** @param tellGroups called with the groups of each rate before it is handed on. */
  constructor(
    sink: FormatSink,
    tally: FileTally,
    head: TicHead,
    tellGroups: (groups: readonly number[]) => void,
  ) {
    this.#sink = sink;
    this.#tally = tally;
    this.#head = head;
    this.#tellGroups = tellGroups;
  }

  startItem(): void {
    this.#at += 1;
    this.#ofThisItem = 0;
    this.#ofItem = null;
    this.#isOverfull = false;
  }

  /** From here on it is not known whether the item counts. */
  wait(): void {
    this.#ofItem ??= [];
  }

  /** @param code null while the item waits. */
  amount(amount: TicAmount, code: PublishedCode | null): void {
    this.#ofThisItem += 1;
    if (this.#ofItem === null && code !== null) this.#push(amount, code);
    else if (this.#ofItem !== null && this.#ofItem.length < mostWaiting) this.#ofItem.push(amount);
    else {
      this.#isOverfull = true;
      this.#count('unreadable', 1);
    }
  }

  leave(reason: LeaveReason, count = 1): void {
    this.#ofThisItem += count;
    if (this.#ofItem === null) this.#tally.leave(reason, count);
    else this.#count(reason, count);
  }

  /** The item is over: what has waited is written down, or the item is left out as one. */
  endItem(item: TicItem, line: number): void {
    const { outcome } = item;
    if (typeof outcome !== 'string') {
      this.#writeDown(outcome);
      if (this.#ofThisItem === 0) this.#tally.leave('no-dollars');
      return;
    }
    if (outcome === 'unreadable') {
      const message = 'This item has no code or no type of code.';
      this.#tally.problem(line, 'billing_code', item.codeText, message, true);
    }
    this.#leaveItem(outcome);
  }

  /**
   * The file is cut short within the item.
   *
   * @param begun amounts of which it is not known who is paid them.
   */
  cutItem(item: TicItem, begun: number): void {
    if (begun > 0) this.leave('unreadable', begun);
    const { sure } = item;
    if (typeof sure === 'object' && this.#ofThisItem > 0) this.#writeDown(sure);
    else this.#leaveItem('unreadable');
  }

  /** The head may have come to be known, or will not be known any more. */
  end(): void {
    const unnamed = this.#unnamed;
    this.#unnamed = [];
    for (const rate of unnamed) this.#hand(rate);
    this.#tellHead();
  }

  #writeDown(code: PublishedCode): void {
    const waited = this.#ofItem ?? [];
    this.#ofItem = null;
    for (const amount of waited) this.#push(amount, code);
    for (const [reason, count] of this.#leftOfItem) this.#tally.leave(reason, count);
    if (this.#isOverfull) this.#problemOfWaiting();
    this.#leftOfItem.clear();
  }

  #leaveItem(reason: LeaveReason): void {
    this.#ofItem = null;
    this.#leftOfItem.clear();
    this.#tally.leave(reason);
  }

  #count(reason: LeaveReason, count: number): void {
    this.#leftOfItem.set(reason, (this.#leftOfItem.get(reason) ?? 0) + count);
  }

  #push(amount: TicAmount, { code, codeType, modifier: behind }: PublishedCode): void {
    const { cents, modifier, setting, billingClass, methodology, groups, networks } = amount;
    const rate: UnnamedRate = {
      at: this.#at,
      code,
      codeType,
      modifier: behind === '' ? modifier : publishedModifiers(behind, modifier),
      payerRaw: '',
      plan: networks,
      setting,
      billingClass,
      cents,
      methodology,
      flags: publishedFlags({ code, codeType, cents, grossCents: undefined, methodology }),
      groups,
    };
    this.#tellGroups(rate.groups);
    if (this.#head.payer !== '') {
      if (this.#unnamed.length > 0) this.end();
      this.#hand(rate);
    } else if (this.#unnamed.length < mostWaiting) this.#unnamed.push(rate);
    else {
      this.#tally.leave('unreadable');
      this.#problemOfWaiting();
    }
  }

  #hand(rate: UnnamedRate): void {
    this.#tellHead();
    this.#tally.read += 1;
    rate.payerRaw = this.#head.payer;
    if (this.#head.plan !== '') rate.plan = this.#head.plan;
    this.#sink.rate(rate);
  }

  #tellHead(): void {
    if (this.#head.changes === this.#toldChanges) return;
    this.#toldChanges = this.#head.changes;
    this.#sink.head(this.#head.head());
  }

  #problemOfWaiting(): void {
    this.#tally.problem(0, '', '', tooMany, true);
  }
}
