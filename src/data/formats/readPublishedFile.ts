import { headingsOf } from '../csvLines.ts';
import { gunzipped, isGzip } from '../unpack/gunzipped.ts';
import { PieceReader } from '../unpack/pieceReader.ts';
import { streamPieces } from '../unpack/streamPieces.ts';
import { defaultBounds, type UnpackBounds, UnpackFault, UnpackMeter } from '../unpack/unpackBounds.ts';
import { isZip, zipEntries } from '../unpack/zipEntries.ts';
import { zipHeader, zipHeaderBytes, zipHeaderLength } from '../unpack/zipHeader.ts';
import type { FileAccount, Format, FormatContext, FormatSink, FormatStart } from './formatReader.ts';
import { formatStart, startBytes } from './formatStart.ts';
import { formatOf } from './formats.ts';
import { hasHeader, hptCsvFreeFormat } from './hptCsvFreeFormat.ts';
import { notATable } from './notATable.ts';

/** A file as it comes in, packed or not. */
export interface PublishedFile {
  /** As the user knows it. What it is follows from its bytes. */
  readonly name: string;
  readonly bytes: AsyncIterable<Uint8Array> | ReadableStream<Uint8Array>;
}

export interface PublishedReading {
  readonly context: Omit<FormatContext, 'file'>;
  /** Where the findings of one contained file go. */
  readonly sink: (file: string, format: Format) => FormatSink;
  /** How far an archive may unpack; `defaultBounds` where not given. */
  readonly bounds?: UnpackBounds;
  /** Which published forms are read; those that are not are passed over without a word. All, where not given. */
  readonly reads?: (format: Format) => boolean;
  readonly signal?: AbortSignal;
  /** Bytes of the file read so far, packed as they are. */
  readonly onProgress?: (packedBytes: number) => void;
}

/** What became of one contained file. */
export type PublishedResult =
  | { readonly kind: 'account'; readonly file: string; readonly account: FileAccount }
  /** `reason` is a sentence. */
  | { readonly kind: 'refused'; readonly file: string; readonly reason: string }
  /**
   * No published form, but perhaps a table: for `openTable`. Its bytes, unpacked, are there until the next result is
   * asked for; reading them throws `UnpackFault` where the archive is damaged or goes past the bounds.
   */
  | { readonly kind: 'own-table'; readonly file: string; readonly bytes: AsyncIterable<Uint8Array> };

/**
 * Reads a published file of any form and size: unpacks gzip and zip, tells the form of what is in it from its content,
 * and hands what its reader finds to the sink as it is found. One result for each contained file, in their order.
 * Nothing a file holds makes it throw: a file that is damaged part way gives its account up to there, with a problem.
 *
 * @throws the signal's reason when cancelled, and whatever the source of the bytes throws.
 */
export async function* readPublishedFile(
  { name, bytes }: PublishedFile,
  reading: PublishedReading,
): AsyncGenerator<PublishedResult, void, undefined> {
  const reader = new PieceReader(watched(bytes, reading));
  const meter = new UnpackMeter(reading.bounds ?? defaultBounds);
  try {
    const start = await reader.peek(4);
    if (isGzip(start)) yield* readContained(name, new PieceReader(gunzipped(reader, meter)), reading);
    else if (isZip(start)) {
      if (await isDocument(reader)) yield { kind: 'own-table', file: name, bytes: reader.rest() };
      else yield* readArchive(name, reader, meter, reading);
    } else yield* readContained(name, reader, reading);
  } finally {
    await reader.close();
  }
}

async function* readArchive(
  archive: string,
  reader: PieceReader,
  meter: UnpackMeter,
  reading: PublishedReading,
): AsyncGenerator<PublishedResult, void, undefined> {
  let files = 0;
  try {
    for await (const entry of zipEntries(reader, meter)) {
      files += 1;
      const file = `${archive}/${entry.name}`;
      if ('refusal' in entry) yield { kind: 'refused', file, reason: entry.refusal };
      else yield* readContained(file, new PieceReader(entry.pieces), reading);
    }
    if (files === 0) yield { kind: 'refused', file: archive, reason: 'The zip archive holds no files.' };
  } catch (error) {
    if (!(error instanceof UnpackFault)) throw error;
    yield { kind: 'refused', file: archive, reason: error.message };
  }
}

async function* readContained(
  file: string,
  reader: PieceReader,
  reading: PublishedReading,
): AsyncGenerator<PublishedResult, void, undefined> {
  try {
    const start = formatStart(await reader.peek(startBytes));
    if (isZip(start.bytes) && (await isDocument(reader))) {
      yield { kind: 'own-table', file, bytes: reader.rest() };
      return;
    }
    const format = formatOf(start) ?? chosenForm(start, file, reading);
    if (format !== undefined && reading.reads?.(format) === false) return;
    if (format !== undefined) {
      yield { kind: 'account', file, account: await readAs(format, file, reader, reading) };
      return;
    }
    const reason = notATable(start);
    yield reason === undefined
      ? { kind: 'own-table', file, bytes: reader.rest() }
      : { kind: 'refused', file, reason };
  } catch (error) {
    if (!(error instanceof UnpackFault)) throw error;
    yield { kind: 'refused', file, reason: error.message };
  }
}

/** A table that is a hospital's own because a user said which of its columns are which. */
function chosenForm(start: FormatStart, file: string, { context }: PublishedReading): Format | undefined {
  const { charges } = context;
  const isChosen = (cells: readonly string[]) => charges?.(file, headingsOf(cells)) !== undefined;
  return charges && notATable(start) === undefined && hasHeader(start, isChosen)
    ? hptCsvFreeFormat
    : undefined;
}

async function readAs(
  format: Format,
  file: string,
  pieces: PieceReader,
  { sink, context }: PublishedReading,
): Promise<FileAccount> {
  const open = await format.open();
  const reader = open(sink(file, format), { ...context, file });
  try {
    for await (const piece of pieces.rest()) reader.write(piece);
  } catch (error) {
    if (!(error instanceof UnpackFault)) throw error;
    const { problems, ...account } = reader.end();
    const problem = { file, line: 0, column: '', found: '', message: error.message, leftOut: true };
    return { ...account, problems: [problem, ...problems] };
  }
  return reader.end();
}

/** An office document is a zip archive too, and opened as a whole. */
async function isDocument(reader: PieceReader): Promise<boolean> {
  const start = await reader.peek(zipHeaderBytes);
  if (start.length < zipHeaderBytes) return false;
  const length = zipHeaderLength(start);
  const ahead = await reader.peek(length);
  if (ahead.length < length) return false;
  return /^(\[Content_Types\]\.xml|mimetype|(_rels|docProps|xl|customXml)\/.*)$/.test(zipHeader(ahead).name);
}

async function* watched(
  bytes: PublishedFile['bytes'],
  { signal, onProgress }: PublishedReading,
): AsyncGenerator<Uint8Array, void, undefined> {
  let read = 0;
  for await (const piece of Symbol.asyncIterator in bytes ? bytes : streamPieces(bytes)) {
    signal?.throwIfAborted();
    read += piece.length;
    yield piece;
    onProgress?.(read);
  }
}
