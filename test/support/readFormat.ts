import type { ChargeChoice } from '../../src/data/chargeChoice.ts';
import type { ChargeColumns } from '../../src/data/chargeColumns.ts';
import { decodeText } from '../../src/data/decodeText.ts';
import type {
  FileAccount,
  FileHead,
  Format,
  FormatRate,
  FormatStart,
  PaidProvider,
} from '../../src/data/formats/formatReader.ts';
import { formatOf } from '../../src/data/formats/formats.ts';
import type { PayerReader } from '../../src/domain/payerReader.ts';
import { piecesOf } from './pieces.ts';

/** All that a reader handed over. */
export interface ReadFile {
  readonly heads: readonly FileHead[];
  readonly providers: ReadonlyMap<number, readonly PaidProvider[]>;
  readonly rates: readonly FormatRate[];
  readonly account: FileAccount;
}

export function startOf(bytes: Uint8Array): FormatStart {
  const start = bytes.subarray(0, 65_536);
  return { bytes: start, text: decodeText(start).text, isWhole: start.length === bytes.length };
}

/** Reads bytes in the form they are recognised as, cut at the given places. */
export async function readFormat(
  bytes: Uint8Array,
  {
    cuts = [],
    wants = () => true,
    format = formatOf(startOf(bytes)),
    charges,
    ...context
  }: {
    readonly cuts?: readonly number[];
    readonly wants?: (code: string) => boolean;
    readonly format?: Format | undefined;
    readonly names?: PayerReader;
    readonly charges?: ChargeColumns;
  } = {},
): Promise<ReadFile> {
  if (format === undefined) throw new Error('no format is recognised in these bytes');
  const heads: FileHead[] = [];
  const providers = new Map<number, readonly PaidProvider[]>();
  const rates: FormatRate[] = [];
  const make = await format.open();
  const reader = make(
    {
      head: (head) => heads.push(head),
      group(id, paid) {
        // Who is told of twice is two.
        if (providers.has(id)) throw new Error(`group ${id} is told twice`);
        providers.set(id, paid);
      },
      rate: (rate) => rates.push(rate),
    },
    { file: 'file', wants, ...context, ...(charges && { charges: chosen(charges) }) },
  );
  for (const piece of piecesOf(bytes, cuts)) reader.write(piece);
  return { heads, providers, rates, account: reader.end() };
}

/** Columns as chosen for a header that has all of them. */
function chosen({ fields, payers }: ChargeColumns): ChargeChoice {
  const all = [...Object.values(fields), ...payers];
  return (_, header) =>
    all.every((heading) => header.includes(heading)) ? { fields, payers, source: 'chosen' } : undefined;
}

/** Whether every amount of a file is accounted for. */
export function isAccountedFor({ present, read, leftOut }: FileAccount): boolean {
  return present === read + Object.values(leftOut).reduce((sum, count) => sum + count, 0);
}
