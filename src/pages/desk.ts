import type { BillingCode } from '../domain/billingCode.ts';
import type { Contract } from '../domain/contract.ts';
import type { ContractMarket } from '../domain/contractMarket.ts';
import type { LinePosition } from '../domain/contractPosition.ts';
import type { FeeSchedule } from '../domain/feeSchedule.ts';
import type { Release } from '../domain/release.ts';
import type { ContractFigureFacts } from '../figures/contractFigures.ts';
import type { ContractWorkingFacts } from '../figures/contractOwnWorking.ts';
import type { DeskChoice } from './deskChoice.ts';

/** A contract on the desk: its lines beside Medicare and the market the user chose. Each view shows a part of it. */
export interface Desk {
  readonly contract: Contract;
  readonly fileName: string;
  readonly choice: DeskChoice;
  readonly onChoice: (choice: DeskChoice) => void;
  /** Lines in force, in the file's order. */
  readonly positions: readonly LinePosition[];
  readonly market: ContractMarket;
  /** Whether lines weigh by volume: only where the file states one for any line. */
  readonly weighted: boolean;
  readonly codes: readonly BillingCode[];
  /** The family of each code of the release. */
  readonly families: ReadonlyMap<string, string>;
  readonly schedule: FeeSchedule;
  readonly release: Release;
  /** Method, origin and target, as every figure of the desk states them. */
  readonly facts: ContractFigureFacts;
  readonly workingFacts: ContractWorkingFacts;
}
