import { createReadStream } from 'node:fs';
import type { FormatSink } from '../../data/formats/formatReader.ts';
import { readPublishedFile } from '../../data/formats/readPublishedFile.ts';
import type { ProviderReferences } from '../../data/formats/tic/providerReferences.ts';
import { PieceReader } from '../../data/unpack/pieceReader.ts';
import { isZip } from '../../data/unpack/zipEntries.ts';

/**
 * Reads the provider groups of a zip archive ahead of its rates, which may stand before them. All other entries go by
 * packed, so this costs little more than the bytes from the disk. What is wrong with the archive is told when it is read.
 */
export async function readArchivedProviders(path: string, references: ProviderReferences): Promise<void> {
  const archive = new PieceReader(createReadStream(path, { highWaterMark: 1 << 20 }));
  try {
    if (!isZip(await archive.peek(4))) return;
    const results = readPublishedFile(
      { name: path, bytes: archive.rest() },
      {
        context: { wants: () => false, references },
        sink: () => nowhere,
        reads: ({ id }) => id === 'tic-provider-reference',
      },
    );
    while ((await results.next()).done !== true);
  } finally {
    await archive.close();
  }
}

/** Such files hold no rates. */
const nowhere: FormatSink = { head() {}, group() {}, rate() {} };
