import { Inflate } from 'fflate';
import { crc32 } from './crc32.ts';
import { UnpackFault, type UnpackMeter } from './unpackBounds.ts';

/** Packed bytes unpacked at once: what they come to is held, up to 1,032 times as much. */
export const packedStep = 1 << 14;

/**
 * Unpacks raw deflate (RFC 1951) and keeps the checksum and length by which gzip and zip are checked. Where the deflate
 * ends is for them to know: bytes after its end come to nothing.
 *
 * Steps are counted from where it begins, whatever pieces the bytes come in: of a damaged step nothing comes out, so that
 * what comes out of a damaged file does not depend on where its stream was cut.
 */
export class Inflater {
  readonly #meter: UnpackMeter;
  readonly #inflate = new Inflate((piece) => this.#add(piece));
  /** Bytes of a step that is not yet full. */
  readonly #started = new Uint8Array(packedStep);
  #startedBytes = 0;
  #out: Uint8Array[] = [];
  crc = 0;
  bytes = 0;

  constructor(meter: UnpackMeter) {
    this.#meter = meter;
  }

  /** @throws UnpackFault when the bytes are no deflate or go past the bounds. */
  *push(packed: Uint8Array): Generator<Uint8Array, void, undefined> {
    let at = 0;
    while (at < packed.length) {
      if (this.#startedBytes === 0 && packed.length - at >= packedStep) {
        yield* this.#step(packed.subarray(at, at + packedStep));
        at += packedStep;
        continue;
      }
      const more = packed.subarray(at, at + packedStep - this.#startedBytes);
      this.#started.set(more, this.#startedBytes);
      this.#startedBytes += more.length;
      at += more.length;
      if (this.#startedBytes === packedStep) yield* this.flush();
    }
  }

  /**
   * What the bytes pushed so far come to: before `crc` and `bytes` mean anything.
   *
   * @throws UnpackFault as `push` does.
   */
  *flush(): Generator<Uint8Array, void, undefined> {
    if (this.#startedBytes === 0) return;
    const step = this.#started.slice(0, this.#startedBytes);
    this.#startedBytes = 0;
    yield* this.#step(step);
  }

  *#step(step: Uint8Array): Generator<Uint8Array, void, undefined> {
    this.#out = [];
    this.#meter.packed(step.length);
    try {
      this.#inflate.push(step, false);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new UnpackFault(`It is damaged and cannot be unpacked further (${reason}).`);
    }
    for (const piece of this.#out) {
      this.#meter.unpacked(piece.length);
      yield piece;
    }
  }

  #add(piece: Uint8Array): void {
    if (piece.length === 0) return;
    this.crc = crc32(piece, this.crc);
    this.bytes += piece.length;
    this.#out.push(piece);
  }
}
