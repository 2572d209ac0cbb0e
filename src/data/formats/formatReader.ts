import type { PayerReader } from '../../domain/payerReader.ts';
import type { PlaceCode } from '../../domain/place.ts';
import type { Problem } from '../../domain/problem.ts';
import type { BillingClass, CodeType, Setting, SourceKind } from '../../domain/rateTable.ts';
import type { ChargeChoice, ReadCharges } from '../chargeChoice.ts';
import type { ProviderReferences } from './tic/providerReferences.ts';

/** The published forms a file is recognised as, by what it holds. */
export const formatIds = [
  'pprrvu',
  'gpci',
  'locco',
  'pf-payment',
  'hpt-csv-tall',
  'hpt-csv-wide',
  'hpt-json',
  'hpt-csv-free',
  'tic-in-network',
  'tic-allowed-amounts',
  'tic-table-of-contents',
  'tic-provider-reference',
] as const;
export type FormatId = (typeof formatIds)[number];

/** Who a rate is paid to. */
export interface PaidProvider {
  /** As published; where a file only gives numbers, words made of them (`Tax id 123456789`). */
  readonly name: string;
  /** `NPI:…`, `EIN:…` or `CCN:…`; empty where the file gives none. */
  readonly identifier: string;
  /** NPIs of the people and places behind it, ten digits each; empty where the file gives none. */
  readonly npis: readonly string[];
  /** Empty where the file does not say: payer files never do. */
  readonly place: PlaceCode | '';
}

/** The file as its own head describes it. */
export interface FileHead {
  /** The hospital or reporting entity. */
  readonly publisher: string;
  readonly kind: SourceKind;
  /** Year, year-month or full date, as known; '' where the file does not say. */
  readonly date: string;
  /** Template or schema version as the file states it; '' where it does not. */
  readonly version: string;
}

/**
 * One payer-specific amount, in the columns of our rate files. Payer and plan stay as published: what they mean is
 * read from the alias table by whoever takes the rates, once per distinct pair.
 */
export interface FormatRate {
  /** Where it stands: the line of a text file as an editor counts, or the ordinal of the item in JSON, from 1. */
  readonly at: number;
  readonly code: string;
  readonly codeType: CodeType;
  /** A set as `publishedModifiers` writes it, joined with `|`; '' is none. */
  readonly modifier: string;
  readonly payerRaw: string;
  /** '' where it repeats the payer. */
  readonly plan: string;
  readonly setting: Setting;
  readonly billingClass: BillingClass;
  /** Whole cents, more than 0. */
  readonly cents: number;
  /** As `publishedMethodology` has it; payer files get the labels that begin with "TiC". */
  readonly methodology: string;
  /** Bits of `rateFlags`, from `publishedFlags`. */
  readonly flags: number;
  /** Groups (`FormatSink.group`) it is paid to: at least one. They may be told before or after the rate. */
  readonly groups: readonly number[];
}

/** Why an amount or item of a file is no rate. Each is told under one reason. */
export const leaveReasons = [
  /** A room, a drug, a diagnosis group … not CPT, HCPCS or APC. */
  'other-code-type',
  /** Not one of the codes that were asked for. */
  'code-not-asked',
  /** Gross, cash or a range only: nothing agreed with a payer. */
  'no-payer',
  /** A percentage or a formula without a dollar amount. */
  'no-dollars',
  /** Blank, zero, N/A, or a stand-in such as 999999999. */
  'not-an-amount',
  'bundle',
  'capitation',
  /** What was paid out of network: no contract set it. */
  'out-of-network',
  /** No group of the file, and of the files beside it, says who is paid. */
  'no-provider',
  /** A line of a table that stands in it a second time. */
  'repeated',
  /** Neither the file nor a directory of providers says where any of those who are paid is. Never told by a reader. */
  'no-place',
  /** More than what reads it can hold. Never told by a reader. */
  'no-room',
  /** A cell or field that cannot be read; there is a problem for it. */
  'unreadable',
] as const;
export type LeaveReason = (typeof leaveReasons)[number];

/** What a reader hands its findings to, in the order of the file. */
export interface FormatSink {
  /** Not called for CMS tables, whose lines carry year and release. Else once or, where the head is spread over the file, each time more of it is known. */
  readonly head: (head: FileHead) => void;
  /** Who is meant by a group. A group that is never told has no provider. */
  readonly group: (id: number, providers: readonly PaidProvider[]) => void;
  readonly rate: (rate: FormatRate) => void;
  /** A line of a CMS table; its shape follows from the format (`cmsTables.ts`). */
  readonly tableRow?: (row: unknown) => void;
}

/** A file that a payer's table of contents gives the address of. */
export interface ListedFile {
  readonly kind: 'in-network' | 'allowed-amounts';
  readonly description: string;
  readonly address: string;
  /** Names of plans whose rates it holds, the first hundred. */
  readonly plans: readonly string[];
  readonly planCount: number;
}

/** What became of a file: `read` and the sum of `leftOut` add up to `present`. */
export interface FileAccount {
  readonly format: FormatId;
  /** Payer-specific amounts, plus items that have none or are left out whole. Of a CMS table its data lines. */
  readonly present: number;
  readonly read: number;
  readonly leftOut: Readonly<Partial<Record<LeaveReason, number>>>;
  /** In the order found, the first of each kind (`FileTally`). */
  readonly problems: readonly Problem[];
  /** What was assumed or should be known, as sentences. */
  readonly notes: readonly string[];
  /** Where it can be told that the file is not what its title says, though it can be read: a release must not take it. */
  readonly isDoubtful?: true;
  /** Of a hospital's own table: which column was taken for what. */
  readonly charges?: ReadCharges;
  /** What a table of contents lists. */
  readonly listing?: readonly ListedFile[];
}

export interface FormatContext {
  /** The file as the user knows it; in an archive `archive.zip/entry.csv`. */
  readonly file: string;
  /** Whether a code counts: the catalogue's, or those asked for. Asked before anything is made of an item. */
  readonly wants: (code: string) => boolean;
  /** The alias table's rules, for a table whose headings name payers. */
  readonly names?: PayerReader;
  /** Which column of a hospital's own table holds what, where the user said so. */
  readonly charges?: ChargeChoice;
  /** Providers that stand in files of their own: of the files that are read together. */
  readonly references?: ProviderReferences;
  /** Whether amounts paid out of network are rates, instead of being left out. */
  readonly takesOutOfNetwork?: boolean;
}

/** Reads a file as it comes in, in pieces of any size cut anywhere. Never throws on what a file holds. */
export interface FormatReader {
  readonly write: (bytes: Uint8Array) => void;
  readonly end: () => FileAccount;
}

/** The first bytes of a file, for telling what it is. */
export interface FormatStart {
  /** Up to 65,536 bytes, unpacked. */
  readonly bytes: Uint8Array;
  /** The same as text: by byte order mark, else UTF-8 where valid, else Windows-1252. */
  readonly text: string;
  /** Whether that is the whole file. */
  readonly isWhole: boolean;
}

/** One published form. */
export interface Format {
  readonly id: FormatId;
  /** In words, for a sentence: `a hospital file, CMS template, wide CSV`. */
  readonly name: string;
  readonly isIn: (start: FormatStart) => boolean;
  /** Fetched when a file of this form is opened: nobody loads a reader for nothing. */
  readonly open: () => Promise<(sink: FormatSink, context: FormatContext) => FormatReader>;
}
