import { createReadStream } from 'node:fs';
import type { FormatSink } from '../../data/formats/formatReader.ts';
import { formatStart, startBytes } from '../../data/formats/formatStart.ts';
import { formatOf } from '../../data/formats/formats.ts';
import type { ProviderReferences } from '../../data/formats/tic/providerReferences.ts';
import { PieceReader } from '../../data/unpack/pieceReader.ts';
import { defaultBounds, UnpackFault, UnpackMeter } from '../../data/unpack/unpackBounds.ts';
import { isZip, zipEntries } from '../../data/unpack/zipEntries.ts';

/**
 * Reads the provider groups of a zip archive ahead of its rates, which may stand before them. All other entries go by
 * packed, so this costs little more than the bytes from the disk. What is wrong with the archive is told when it is read.
 */
export async function readArchivedProviders(path: string, references: ProviderReferences): Promise<void> {
  const archive = new PieceReader(createReadStream(path, { highWaterMark: 1 << 20 }));
  try {
    if (!isZip(await archive.peek(4))) return;
    for await (const entry of zipEntries(archive, new UnpackMeter(defaultBounds))) {
      if ('refusal' in entry) continue;
      const pieces = new PieceReader(entry.pieces);
      const format = formatOf(formatStart(await pieces.peek(startBytes)));
      if (format?.id !== 'tic-provider-reference') continue;
      const open = await format.open();
      const reader = open(nowhere, { file: entry.name, wants: () => false, references });
      for await (const piece of pieces.rest()) reader.write(piece);
      reader.end();
    }
  } catch (error) {
    if (!(error instanceof UnpackFault)) throw error;
  } finally {
    await archive.close();
  }
}

/** Such files hold no rates. */
const nowhere: FormatSink = { head() {}, group() {}, rate() {} };
