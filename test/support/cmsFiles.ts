import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CmsLine } from '../../src/data/formats/cmsTables.ts';
import type { FileAccount, FormatId } from '../../src/data/formats/formatReader.ts';
import { formatOf } from '../../src/data/formats/formats.ts';
import { readCsv } from '../../src/data/readCsv.ts';

const root = join(import.meta.dirname, '../..');

/** A CMS file of the fixtures, as bytes. */
export function cmsBytes(name: string): Uint8Array {
  return readFileSync(join(root, 'test/fixtures/formats/cms-pfs', name));
}

export function cmsText(name: string): string {
  return new TextDecoder('windows-1252').decode(cmsBytes(name));
}

/** A parsed CMS table of `sources`, row by row as text by column name. */
export function sourceRows(name: string): readonly Readonly<Record<string, string>>[] {
  const { header, rows } = readCsv(readFileSync(join(root, 'sources/cms-pfs', name), 'utf8'), name);
  return rows.map(({ cells }) => Object.fromEntries(header.map((column, i) => [column, cells[i] ?? ''])));
}

export interface CmsRead<Line extends CmsLine> {
  readonly lines: readonly Line[];
  readonly account: FileAccount;
}

export interface ReadOptions {
  /** Reads as this form, whatever the file looks like; else as what it is recognised as. */
  readonly as?: FormatId;
  /** Bytes at a time; one piece without. */
  readonly piece?: number;
  readonly wants?: (code: string) => boolean;
}

/** A CMS file read as the page and the command line would, from recognising it to its account. */
export async function readCms<Line extends CmsLine>(
  file: Uint8Array | string,
  { as, piece, wants = () => true }: ReadOptions = {},
): Promise<CmsRead<Line>> {
  const bytes = typeof file === 'string' ? new TextEncoder().encode(file) : file;
  const { formats } = await import('../../src/data/formats/formats.ts');
  const text = new TextDecoder('windows-1252').decode(bytes.subarray(0, 65_536));
  const isWhole = bytes.length <= 65_536;
  const format =
    as === undefined
      ? formatOf({ bytes: bytes.subarray(0, 65_536), text, isWhole })
      : formats.find(({ id }) => id === as);
  if (!format) throw new Error(`no form knows this file: ${text.slice(0, 60)}`);
  const lines: Line[] = [];
  const open = await format.open();
  const reader = open(
    {
      head: () => undefined,
      group: () => undefined,
      rate: () => undefined,
      tableRow: (row) => lines.push(row as Line),
    },
    { file: 'file', wants },
  );
  const step = piece ?? Math.max(1, bytes.length);
  for (let at = 0; at < bytes.length; at += step) reader.write(bytes.subarray(at, at + step));
  return { lines, account: reader.end() };
}
