import { createReadStream } from 'node:fs';
import { formatStart, startBytes } from '../../data/formats/formatStart.ts';
import { formatOf } from '../../data/formats/formats.ts';
import { gunzipped, isGzip } from '../../data/unpack/gunzipped.ts';
import { PieceReader } from '../../data/unpack/pieceReader.ts';
import { defaultBounds, UnpackFault, UnpackMeter } from '../../data/unpack/unpackBounds.ts';

/**
 * Whether a file, plain or in gzip, holds provider groups that the rates of other files refer to: it has to be read
 * before those. Those in a zip archive are read ahead of all (`readArchivedProviders`).
 */
export async function isProviderFile(path: string): Promise<boolean> {
  const bytes = new PieceReader(createReadStream(path, { highWaterMark: startBytes }));
  try {
    const isPacked = isGzip(await bytes.peek(4));
    const reader = isPacked ? new PieceReader(gunzipped(bytes, new UnpackMeter(defaultBounds))) : bytes;
    return formatOf(formatStart(await reader.peek(startBytes)))?.id === 'tic-provider-reference';
  } catch (error) {
    // Whoever reads it will say so.
    if (error instanceof UnpackFault) return false;
    throw error;
  } finally {
    await bytes.close();
  }
}
