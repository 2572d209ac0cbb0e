import type { Release } from '../domain/release.ts';

/**
 * Why a file is not there, when the data is an offline pack of one code: what was not packed must not be read as
 * "nobody published it". undefined for what is packed, if the release has it.
 *
 * @param path below the release's folder: `rates/97140/TX.csv`
 */
export function notInPack(path: string, { pack }: Pick<Release, 'pack'>): string | undefined {
  const code = /^(?:rates|charges|published|context)\/([^/.]+)/.exec(path)?.[1];
  if (pack === undefined || code === undefined || code === pack.code) return undefined;
  return `not in this offline pack, which holds ${pack.code} alone. The site it was made from has ${code}.`;
}
