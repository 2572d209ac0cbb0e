import { describe, expect, test } from 'vitest';
import { PieceReader } from '../../../src/data/unpack/pieceReader.ts';
import { streamPieces } from '../../../src/data/unpack/streamPieces.ts';
import { allBytes } from '../../support/cutStream.ts';

const bytes = (...values: readonly number[]) => Uint8Array.from(values);

/** A source of these pieces that tells how many were asked for, and whether it was closed. */
function source(pieces: readonly Uint8Array[], fault?: Error) {
  const told = { asked: 0, closed: false };
  async function* all(): AsyncGenerator<Uint8Array, void, undefined> {
    try {
      for (const piece of pieces) {
        told.asked += 1;
        yield await Promise.resolve(piece);
      }
      if (fault) throw fault;
    } finally {
      told.closed = true;
    }
  }
  return { told, reader: new PieceReader(all()) };
}

describe('bytes that come in pieces', () => {
  test('are looked at without being taken, no further ahead than asked', async () => {
    const { told, reader } = source([bytes(1, 2), bytes(3), bytes(4, 5)]);
    expect(await reader.peek(0)).toEqual(bytes());
    expect(told.asked).toBe(0);
    expect(await reader.peek(2)).toEqual(bytes(1, 2));
    expect(told.asked).toBe(1);
    expect(await reader.peek(2)).toEqual(bytes(1, 2));
    expect(await reader.peek(3)).toEqual(bytes(1, 2, 3));
    expect(told.asked).toBe(2);
    expect(reader.take(2)).toEqual(bytes(1, 2));
    expect(await reader.peek(1)).toEqual(bytes(3));
    expect(await reader.peek(9)).toEqual(bytes(3, 4, 5));
    expect(await reader.peek(9)).toEqual(bytes(3, 4, 5));
    expect(reader.take(99)).toEqual(bytes(3, 4, 5));
    expect(await reader.peek(1)).toEqual(bytes());
  });

  test('come out one after the other, what was looked at first', async () => {
    const { reader } = source([bytes(1), bytes(2), bytes(), bytes(3)]);
    expect(await reader.peek(2)).toEqual(bytes(1, 2));
    expect(reader.take(1)).toEqual(bytes(1));
    expect(await reader.next()).toEqual(bytes(2));
    expect(await reader.next()).toEqual(bytes(3));
    expect(await reader.next()).toBeNull();
    expect(await reader.next()).toBeNull();
  });

  test('end where no more are wanted, and their source is told', async () => {
    const { told, reader } = source([bytes(1), bytes(2), bytes(3)]);
    await reader.peek(1);
    await reader.close();
    expect([told.closed, await reader.next(), await reader.peek(5)]).toEqual([true, null, bytes()]);
    expect(told.asked).toBe(1);
  });

  test('may come from a source that cannot be closed', async () => {
    const reader = new PieceReader({
      [Symbol.asyncIterator]: () => ({ next: () => Promise.resolve({ done: false, value: bytes(1) }) }),
    });
    await reader.peek(1);
    await reader.close();
    expect(await reader.next()).toBeNull();
  });

  test('stand before a fault of their source, which is told once they are taken, each time', async () => {
    const { reader } = source([bytes(1), bytes(2)], new Error('gone'));
    expect(await reader.peek(9)).toEqual(bytes(1, 2));
    expect(await reader.peek(9)).toEqual(bytes(1, 2));
    expect(reader.take(1)).toEqual(bytes(1));
    expect(await reader.next()).toEqual(bytes(2));
    await expect(reader.peek(1)).rejects.toThrow('gone');
    await expect(reader.next()).rejects.toThrow('gone');
  });

  test('are all there is of the rest', async () => {
    const { reader } = source([bytes(1), bytes(2, 3)]);
    await reader.peek(1);
    expect(await allBytes(reader.rest())).toEqual(bytes(1, 2, 3));
  });
});

test('a stream is stopped when no more of it is wanted', async () => {
  let isStopped = false;
  const stream = new ReadableStream<Uint8Array>({
    pull: (controller) => controller.enqueue(bytes(7)),
    cancel: () => {
      isStopped = true;
    },
  });
  for await (const piece of streamPieces(stream)) {
    expect(piece).toEqual(bytes(7));
    break;
  }
  expect(isStopped).toBe(true);
  const short = new ReadableStream<Uint8Array>({
    start: (controller) => {
      controller.enqueue(bytes(1));
      controller.enqueue(bytes(2));
      controller.close();
    },
  });
  expect(await allBytes(streamPieces(short))).toEqual(bytes(1, 2));
});
