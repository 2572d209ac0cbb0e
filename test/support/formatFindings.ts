import type {
  FileAccount,
  FileHead,
  FormatContext,
  FormatRate,
  FormatReader,
  FormatSink,
  PaidProvider,
} from '../../src/data/formats/formatReader.ts';
import { piecesOf } from './pieces.ts';

/** All that a reader hands over. */
export interface Findings {
  readonly head: FileHead | undefined;
  readonly rates: readonly FormatRate[];
  readonly groups: ReadonlyMap<number, readonly PaidProvider[]>;
  readonly account: FileAccount;
}

/** Reads a whole file in the pieces it is cut into. */
export function findings(
  open: (sink: FormatSink, context: FormatContext) => FormatReader,
  bytes: Uint8Array,
  context: Partial<FormatContext> = {},
  cuts: readonly number[] = [],
): Findings {
  let last: FileHead | undefined;
  const rates: FormatRate[] = [];
  const groups = new Map<number, readonly PaidProvider[]>();
  const sink: FormatSink = {
    head: (head) => {
      last = head;
    },
    group: (id, providers) => {
      if (groups.has(id)) throw new Error(`group ${id} is told twice`);
      groups.set(id, providers);
    },
    rate: (rate) => rates.push(rate),
  };
  const reader = open(sink, { file: 'test', wants: () => true, ...context });
  for (const piece of piecesOf(bytes, cuts)) reader.write(piece);
  const account = reader.end();
  return { head: last, rates, groups, account };
}

/** Rates with the providers they are paid to in the place of their groups' numbers. */
export function paidRates({ rates, groups }: Findings): readonly unknown[] {
  return rates.map(({ groups: paid, ...rate }) => {
    return { ...rate, paid: paid.map((group) => groups.get(group) ?? 'nobody') };
  });
}
