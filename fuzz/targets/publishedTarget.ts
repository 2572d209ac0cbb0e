import { gzipSync } from 'node:zlib';
import { readPublishedFile } from '../../src/data/formats/readPublishedFile.ts';
import { openTable } from '../../src/data/openTable.ts';
import { UnpackFault } from '../../src/data/unpack/unpackBounds.ts';
import { piecesOf } from '../../test/support/pieces.ts';
import { type ZipMember, zipArchive } from '../../test/support/zipArchive.ts';
import { Chance } from '../chance.ts';
import { type FuzzTarget, promise } from '../fuzzTarget.ts';
import { keepsAccount } from '../promises.ts';
import { seedFiles } from '../seedFiles.ts';

const bounds = { unpackedBytes: 2_000_000, ratio: 500, freeBytes: 1_000_000, files: 20 };

/** A dropped file of any kind: packed or not, damaged or not. */
export const publishedTarget: FuzzTarget = {
  name: 'published-file',
  words: ['PK\u0003\u0004', 'PK\u0001\u0002', 'PK\u0007\b', '../../x.csv', '[Content_Types].xml', 'a.csv.gz'],
  seeds: packed,
  async check(input) {
    const chance = new Chance(input);
    const whole = await results([input]);
    const cuts = Array.from({ length: 1 + chance.below(20) }, () => chance.below(input.length + 1));
    promise(
      (await results(piecesOf(input, cuts))) === whole,
      'what a file gives depends on where the stream is cut',
    );
  },
};

function packed(): Uint8Array[] {
  const plain = seedFiles('test/fixtures', /\.(csv|txt|json)$/i).filter(({ length }) => length < 4000);
  const few = plain.filter((_, at) => at % 5 === 0);
  const member = (content: Uint8Array, more: Partial<ZipMember>): ZipMember => ({
    name: 'rates.csv',
    content,
    ...more,
  });
  return [
    ...plain,
    ...few.map((bytes) => Uint8Array.from(gzipSync(bytes))),
    ...few.map((bytes) => Uint8Array.from(gzipSync(bytes, { level: 0 }))),
    ...few.map((bytes, at) =>
      zipArchive([
        member(bytes, { method: at % 2 === 0 ? 'stored' : 'deflate' }),
        member(few[0] ?? bytes, at % 3 === 0 ? { descriptor: 'signed' } : { isWide: true, name: 'b/c.json' }),
      ]),
    ),
  ];
}

async function results(pieces: readonly Uint8Array[]): Promise<string> {
  const told: unknown[] = [];
  const sink = { head: () => undefined, group: () => undefined, rate: () => undefined };
  const bytes = (async function* () {
    for (const piece of pieces) yield await Promise.resolve(piece);
  })();
  for await (const result of readPublishedFile(
    { name: 'input', bytes },
    { context: { wants: () => true }, sink: () => sink, bounds },
  )) {
    promise(/\S/.test(result.file), 'a contained file has no name');
    if (result.kind === 'refused') promise(/\S/.test(result.reason), 'a file is refused without a reason');
    if (result.kind === 'account')
      keepsAccount({ ...result.account, problems: renamed(result.account.problems) });
    told.push(result.kind === 'own-table' ? [result.file, await tableOf(result.bytes)] : result);
  }
  return JSON.stringify(told);
}

function renamed<P extends { readonly file: string }>(problems: readonly P[]): readonly P[] {
  return problems.map((problem) => ({ ...problem, file: 'input' }));
}

async function tableOf(bytes: AsyncIterable<Uint8Array>): Promise<unknown> {
  const pieces: Uint8Array[] = [];
  try {
    for await (const piece of bytes) pieces.push(piece.slice());
  } catch (error) {
    if (!(error instanceof UnpackFault)) throw error;
    promise(/\S/.test(error.message), 'an archive is refused without a reason');
    return error.message;
  }
  const whole = Buffer.concat(pieces);
  promise(whole.length <= bounds.unpackedBytes, 'an archive unpacks to more than its bound');
  const { header } = await openTable(whole, 'input');
  return [whole.length, header];
}
