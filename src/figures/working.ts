import type { ColumnKind } from '../domain/columnKind.ts';
import type { RecomputeModel } from './recompute.ts';

/** A number of a working, kept exact: unrounded cents, or a plain decimal as the source prints it (`1.500`). */
export type WorkingNumber = { readonly cents: number } | { readonly plain: string };

/** A number the figure is made of. Templates name it by `{id}`. */
export interface Operand {
  readonly id: string;
  readonly label: string;
  readonly number: WorkingNumber;
  readonly unit: string;
  /** Publication, release, year and row, as far as known. */
  readonly source: string;
  /** The operand's own working, where it has one. */
  readonly from?: () => Explained;
}

/** An intermediate result, unrounded unless its template rounds. In the unit of the sheet: dollars, not cents. */
export interface WorkingStep {
  readonly id: string;
  readonly label: string;
  readonly template: string;
  readonly value: number;
  readonly unit: string;
}

export interface WorkingColumn {
  readonly id: string;
  readonly label: string;
  /** A template of the row's own cells and of operands: the column is computed in the sheet, live. */
  readonly template?: string;
}

/** Many numbers of one kind: localities, votes. In a template `{column}` is the whole column. */
export interface WorkingTable {
  readonly title: string;
  readonly labelHeading: string;
  readonly columns: readonly WorkingColumn[];
  readonly rows: readonly {
    readonly label: string;
    /** By column id: a number, or words. Computed columns give their value here too. */
    readonly cells: Readonly<Record<string, WorkingNumber | string>>;
  }[];
}

/** How a figure that is not made of votes alone came about: its formula, every number in it, and where each is from. */
export interface Working {
  readonly kind: 'arithmetic' | 'as-published';
  /** "Non-facility amount for 97755, Alaska, 2025". */
  readonly title: string;
  /** As the page has it: unrounded cents where `column` is money, a fraction where it is a ratio, or printed words. */
  readonly value: number | string;
  readonly column: ColumnKind;
  readonly symbols: string;
  readonly words: string;
  readonly definition: string;
  /** Functions a reader builds it with; empty for what is shown as published. */
  readonly excelFunction: string;
  /** The whole figure over operands, steps and columns; empty for what is shown as published. */
  readonly template: string;
  readonly operands: readonly Operand[];
  readonly steps: readonly WorkingStep[];
  readonly table: WorkingTable | null;
  /** Whatever else is known, and by name what is not. */
  readonly facts: readonly { readonly term: string; readonly text: string }[];
  readonly leftOut: readonly string[];
  readonly origin: string;
  /** The page the figure stands on; empty for a user's file, which no address can carry. */
  readonly address: string;
}

/** What a "Recompute this" panel can show: a figure of votes, or one of arithmetic. */
export type Explained = RecomputeModel | Working;

/** Whether it is arithmetic over named numbers rather than a figure of votes. */
export function isWorking(explained: Explained): explained is Working {
  return 'kind' in explained;
}

/** Where a working stands: said in each. */
export interface WorkingPlace {
  readonly origin: string;
  /** The page the figure stands on; empty for a user's file, which no address can carry. */
  readonly address: string;
}

/** Whether a figure is of a user's own file, which is no nation whatever states it holds. */
export function isOfOwnFile({ address }: Pick<WorkingPlace, 'address'>): boolean {
  return address === '';
}
