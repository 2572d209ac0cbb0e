import { type PlanLine, payerById } from '../domain/payer.ts';
import type { PayerReader } from '../domain/payerReader.ts';
import type { Plan } from '../domain/rateTable.ts';
import { Dictionary } from './dictionary.ts';

/** Plans as files print them, each read by the alias table once. */
export class PlanBook {
  readonly #names: PayerReader;
  readonly #plans = new Dictionary<Plan>();
  readonly #lineUnstated = new Set<number>();

  constructor(names: PayerReader) {
    this.#names = names;
  }

  get entries(): readonly Plan[] {
    return this.#plans.entries;
  }

  /** @param planLine as the file states it; undefined when the names must tell. */
  indexOf(payerRaw: string, plan: string, planLine: PlanLine | undefined): number {
    return this.#plans.indexOf(`${payerRaw}\n${plan}\n${planLine ?? ''}`, (n) => {
      const { payer, line, lineStated, parent } = this.#names.read(payerRaw, plan, planLine);
      if (!lineStated) this.#lineUnstated.add(n);
      const saysMore = parent !== 'Other' && parent !== payerById(payer).sourceName;
      return { id: `own-p${n}`, payerRaw, plan, payer, parent: saysMore ? parent : '', line };
    });
  }

  /** A plan that was read before, with what was made of it then. */
  take(plan: Plan): number {
    const key = `=${JSON.stringify([plan.payerRaw, plan.plan, plan.payer, plan.parent, plan.line])}`;
    return this.#plans.indexOf(key, (n) => ({ ...plan, id: `own-p${n}` }));
  }

  /** Whether nothing in the plan's names says its line, so that commercial was taken. */
  isLineUnstated(index: number): boolean {
    return this.#lineUnstated.has(index);
  }
}
