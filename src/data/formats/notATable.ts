import type { FormatStart } from './formatReader.ts';

const packers: readonly (readonly [start: readonly number[], name: string])[] = [
  [[0x37, 0x7a, 0xbc, 0xaf], '7z'],
  [[0x52, 0x61, 0x72, 0x21], 'RAR'],
  [[0x42, 0x5a, 0x68], 'bzip2'],
  [[0xfd, 0x37, 0x7a, 0x58, 0x5a], 'xz'],
  [[0x28, 0xb5, 0x2f, 0xfd], 'Zstandard'],
  [[0x1f, 0x8b], 'gzip'],
  [[0x50, 0x4b, 0x03, 0x04], 'zip'],
];

/**
 * Why a file that has no published form can be no table either; undefined when it may be one, to be opened as a table
 * of the user's own.
 */
export function notATable({ bytes, text }: FormatStart): string | undefined {
  if (bytes.length === 0 || text.trim() === '') return 'The file is empty.';
  if (startsWith(bytes, [0x50, 0x41, 0x52, 0x31])) return undefined; // Parquet
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) {
    return 'This is an older Excel file (.xls), or a workbook with a password. Save it as an Excel workbook (.xlsx) without a password, or as CSV.';
  }
  const packer = packers.find(([start]) => startsWith(bytes, start))?.[1];
  if (packer === 'gzip' || packer === 'zip') {
    return 'This is an archive inside an archive. Unpack the outer one first.';
  }
  if (packer !== undefined) return `This is packed with ${packer}, which is not read here. Unpack it first.`;
  if (startsWith(bytes.subarray(257), [0x75, 0x73, 0x74, 0x61, 0x72])) {
    return 'This is a tar archive, which is not read here. Unpack it first.';
  }
  // A byte order mark is white space, too.
  const start = text.slice(0, 1000).trimStart();
  if (start.startsWith('%PDF-'))
    return 'This is a PDF. Copy its table of rates into a spreadsheet, with a column each for code, payer and rate; published files are JSON or CSV.';
  if (/^<(!doctype html|html|head|body|!--)/i.test(start)) {
    return 'This is a web page, not a file of rates: servers answer so where a file has moved or wants a sign-in.';
  }
  if (/^<(\?xml|[a-z])/i.test(start)) return 'This is XML, not a file of rates.';
  if (/^[[{]\s*(["{[\]}]|$)/.test(start)) {
    return 'This is JSON, but not of a form that hospitals or payers publish their rates in.';
  }
  if (start.includes('\0')) return 'This is not plain text: it holds NUL characters.';
  return undefined;
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, at) => bytes[at] === byte);
}
