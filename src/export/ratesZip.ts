import { strToU8, Zip, ZipDeflate } from 'fflate';
import { type RatesToSave, savedRates } from './savedRates.ts';

/** A zip without the 64-bit extension has no more. */
const mostFiles = 65_000;

/**
 * Rates in the form of a release, as a zip, piece by piece: neither a file nor the zip is held as one. Equal rates give
 * equal bytes.
 *
 * @param onPiece bytes in the order of the file.
 * @throws Error when there are more files than a zip holds.
 */
export function ratesZip(rates: RatesToSave, onPiece: (bytes: Uint8Array) => void): void {
  let fault: Error | null = null;
  const zip = new Zip((error, bytes) => {
    if (error) fault = error;
    else onPiece(bytes);
  });
  let files = 0;
  for (const { path, pieces } of savedRates(rates)) {
    files += 1;
    if (files > mostFiles) throw new Error('These are more files than a zip holds: save fewer codes.');
    const entry = new ZipDeflate(path, { level: 6 });
    // The earliest a zip can state: when it was saved is no part of what was saved.
    entry.mtime = new Date(1980, 0, 1);
    zip.add(entry);
    for (const piece of pieces) entry.push(strToU8(piece), false);
    entry.push(new Uint8Array(0), true);
    if (fault) throw fault;
  }
  zip.end();
}
