import { excerpt } from '../excerpt.ts';
import { markLength } from './byteOrderMark.ts';
import { byteTable } from './byteTable.ts';
import { HeldBytes } from './heldBytes.ts';
import type { JsonEvents, JsonFault } from './jsonEvents.ts';
import { JsonKeys } from './jsonKeys.ts';
import { expectedInWords, jsonPlace } from './jsonPlace.ts';
import { JsonText } from './jsonText.ts';
import { jsonWord } from './jsonWord.ts';
import { PassedJson } from './passedJson.ts';
import { PlainNumber, wordEnds } from './plainNumber.ts';

/** Deeper nesting than any price file has, and shallow enough that a hostile file costs nothing. */
const maxDepth = 256;
/** Bytes of one string or number that is looked at; what is passed over may be longer. */
const maxText = 1 << 20;
const tooLong = `A text is longer than ${maxText.toLocaleString('en')} bytes.`;

const { value, valueOrEnd, keyOrEnd, key, colon, commaOrEnd, nothing } = jsonPlace;

// What the scanner is in the middle of.
const structure = 0;
const inString = 1;
const inWord = 2;
const passing = 3;
const stopped = 4;

/** Bytes that matter inside a string: 1 quote, 2 backslash, 3 line feed. */
const stringMarks = byteTable({ 1: '"', 2: '\\', 3: '\n' });

/**
 * Reads JSON in UTF-8 as it comes in, in pieces of any size cut anywhere, and tells what it meets. Holds one text at
 * most. After the first fault it reads no further; inside what is passed over only strings and nesting are minded.
 * More generous than RFC 8259 in four things: control characters and unknown escapes in strings, `NaN` and
 * `Infinity`, a byte order mark.
 */
export class JsonScanner {
  readonly #events: JsonEvents;
  readonly #keys: JsonKeys;
  readonly #text = new JsonText();
  readonly #number = new PlainNumber();
  /** 1 where the open container is an object. */
  readonly #isObject = new Uint8Array(maxDepth + 1);
  #depth = 0;
  #expect: number = value;
  #mode: number = structure;
  readonly #held = new HeldBytes(maxText);
  #isEscaped = false;
  /** The last byte was a backslash at a cut. */
  #afterBackslash = false;
  /** The next value is passed over. */
  #passNext = false;
  readonly #passed = new PassedJson();
  /** What is passed over is the rest of the open container, whose end is reported. */
  #passesContainer = false;
  #offset = 0;
  #line = 1;
  #fault: JsonFault | null = null;

  /** @param names the keys that matter, in the order by which events call them. */
  constructor(names: readonly string[], events: JsonEvents) {
    this.#keys = new JsonKeys(names);
    this.#events = events;
  }

  /** The line the scanner has come to, from 1. */
  get line(): number {
    return this.#line;
  }

  get fault(): JsonFault | null {
    return this.#fault;
  }

  write(bytes: Uint8Array): void {
    const mayBeMark = this.#mode === structure && this.#expect === value;
    let at = mayBeMark ? markLength(bytes, this.#offset) : 0;
    while (at < bytes.length && this.#mode !== stopped) {
      if (this.#mode === structure) at = this.#readStructure(bytes, at);
      else if (this.#mode === inString) at = this.#readString(bytes, at);
      else if (this.#mode === inWord) at = this.#readWord(bytes, at);
      else at = this.#pass(bytes, at);
    }
    this.#offset += bytes.length;
  }

  /** @returns where and why the text is not whole, or null. */
  end(): JsonFault | null {
    if (this.#mode === inWord && this.#depth === 0) this.#endWord(this.#held.bytes, 0, this.#held.length, 0);
    if (this.#mode !== stopped && (this.#mode !== structure || this.#expect !== nothing)) {
      this.#stop(0, this.#offset === 0 ? 'The file is empty.' : 'The file ends before its JSON does.');
    }
    return this.#fault;
  }

  #readStructure(bytes: Uint8Array, from: number): number {
    let at = from;
    while (at < bytes.length) {
      const byte = bytes[at] as number;
      const expect = this.#expect;
      if (byte === 0x20 || byte === 0x0d || byte === 0x09) at += 1;
      else if (byte === 0x0a) {
        this.#line += 1;
        at += 1;
      } else if (byte === 0x22) {
        if (expect > key) return this.#refuse(at, byte);
        at += 1;
        if (this.#passNext && expect === value) {
          this.#startPassing('string', false);
          return at;
        }
        at = this.#readString(bytes, at);
        if (this.#mode !== structure) return at;
      } else if (byte === 0x2c) {
        if (expect !== commaOrEnd || this.#depth === 0) return this.#refuse(at, byte);
        this.#expect = this.#isObject[this.#depth] === 1 ? key : value;
        at += 1;
      } else if (byte === 0x3a) {
        if (expect !== colon) return this.#refuse(at, byte);
        this.#expect = value;
        at += 1;
      } else if (byte === 0x7b || byte === 0x5b) {
        if (expect > valueOrEnd) return this.#refuse(at, byte);
        at += 1;
        this.#open(byte === 0x7b, at);
        if (this.#mode !== structure) return at;
      } else if (byte === 0x7d || byte === 0x5d) {
        if (!this.#mayClose(byte === 0x7d)) return this.#refuse(at, byte);
        at += 1;
        this.#close();
      } else {
        if (expect > valueOrEnd || byte < 0x20 || byte > 0x7e) return this.#refuse(at, byte);
        at = this.#readWord(bytes, at);
        if (this.#mode !== structure) return at;
      }
    }
    return at;
  }

  #open(isObject: boolean, at: number): void {
    if (this.#passNext) {
      this.#startPassing('container', false);
      return;
    }
    if (this.#depth === maxDepth) {
      this.#stop(at - 1, `Values are nested more than ${maxDepth} deep.`);
      return;
    }
    this.#depth += 1;
    this.#isObject[this.#depth] = isObject ? 1 : 0;
    this.#expect = isObject ? keyOrEnd : valueOrEnd;
    if (isObject ? this.#events.openObject() : this.#events.openArray()) return;
    this.#startPassing('container', true);
  }

  #mayClose(isObject: boolean): boolean {
    if (this.#depth === 0 || (this.#isObject[this.#depth] === 1) !== isObject) return false;
    return this.#expect === commaOrEnd || this.#expect === (isObject ? keyOrEnd : valueOrEnd);
  }

  #close(): void {
    const wasObject = this.#isObject[this.#depth] === 1;
    this.#depth -= 1;
    this.#endValue();
    if (wasObject) this.#events.closeObject();
    else this.#events.closeArray();
  }

  #endValue(): void {
    this.#expect = this.#depth === 0 ? nothing : commaOrEnd;
    this.#passNext = false;
  }

  /** A string from behind its opening quote, or from where the last piece was cut. */
  #readString(bytes: Uint8Array, from: number): number {
    let at = from;
    if (this.#mode === inString && this.#afterBackslash) at += 1;
    this.#afterBackslash = false;
    const { length } = bytes;
    while (at < length) {
      const mark = stringMarks[bytes[at] as number] as number;
      if (mark === 0) at += 1;
      else if (mark === 1) {
        this.#endString(bytes, from, at);
        return at + 1;
      } else if (mark === 2) {
        this.#isEscaped = true;
        if (at + 1 === length) this.#afterBackslash = true;
        at += at + 1 === length ? 1 : 2;
      } else {
        this.#line += 1;
        at += 1;
      }
    }
    this.#mode = inString;
    this.#hold(bytes, from, length);
    return length;
  }

  #endString(bytes: Uint8Array, from: number, to: number): void {
    if (this.#mode === inString) {
      if (!this.#hold(bytes, from, to)) return;
      this.#text.set(this.#held.bytes, 0, this.#held.length, this.#isEscaped);
      this.#held.clear();
      this.#mode = structure;
    } else if (to - from > maxText) {
      this.#stop(from, tooLong);
      return;
    } else this.#text.set(bytes, from, to, this.#isEscaped);
    this.#isEscaped = false;
    if (this.#expect === key || this.#expect === keyOrEnd) {
      this.#expect = colon;
      this.#passNext = !this.#events.key(this.#keys.indexOf(this.#text), this.#text);
    } else {
      this.#endValue();
      this.#events.string(this.#text);
    }
  }

  /** A number, true, false or null, up to the sign that ends it. */
  #readWord(bytes: Uint8Array, from: number): number {
    let at = this.#mode === structure ? this.#number.read(bytes, from) : from;
    if (at > from) return this.#endNumber(bytes, from, at);
    while (at < bytes.length && wordEnds[bytes[at] as number] === 0) at += 1;
    if (at === bytes.length) {
      this.#mode = inWord;
      this.#hold(bytes, from, at);
    } else if (this.#mode === inWord) {
      if (this.#hold(bytes, from, at)) this.#endWord(this.#held.bytes, 0, this.#held.length, at);
    } else this.#endWord(bytes, from, at, at);
    return at;
  }

  #endNumber(bytes: Uint8Array, from: number, to: number): number {
    const isPassed = this.#passNext;
    this.#endValue();
    if (isPassed) return to;
    this.#text.set(bytes, from, to, false);
    if (this.#number.whole >= 0) this.#text.isWhole(this.#number.whole);
    this.#events.number(this.#text);
    return to;
  }

  #endWord(bytes: Uint8Array, from: number, to: number, at: number): void {
    this.#mode = structure;
    this.#held.clear();
    this.#text.set(bytes, from, to, false);
    const isPassed = this.#passNext;
    const word = jsonWord(this.#text, bytes, from, to);
    if (word === undefined) {
      this.#stop(at - (to - from), `“${excerpt(this.#text.text())}” is no JSON value.`);
      return;
    }
    this.#endValue();
    if (isPassed) return;
    if (word === 'number') this.#events.number(this.#text);
    else this.#events.literal(word);
  }

  #startPassing(opened: 'container' | 'string', isOpenContainer: boolean): void {
    this.#passed.start(opened);
    this.#passesContainer = isOpenContainer;
    this.#mode = passing;
  }

  #pass(bytes: Uint8Array, from: number): number {
    const end = this.#passed.read(bytes, from);
    this.#line += this.#passed.lines;
    if (end < 0) return bytes.length;
    this.#mode = structure;
    if (this.#passesContainer) this.#close();
    else this.#endValue();
    return end;
  }

  #hold(bytes: Uint8Array, from: number, to: number): boolean {
    const hasRoom = this.#held.add(bytes, from, to);
    if (!hasRoom) this.#stop(to, tooLong);
    return hasRoom;
  }

  #refuse(at: number, byte: number): number {
    if (byte === 0 || (byte >= 0xfe && this.#expect === value)) {
      this.#stop(at, 'This JSON is in UTF-16 or UTF-32. Save it as UTF-8.');
    } else {
      const sign = byte > 0x20 && byte < 0x7f ? `“${String.fromCharCode(byte)}”` : `byte ${byte}`;
      this.#stop(at, `Found ${sign} where ${expectedInWords[this.#expect]} should be.`);
    }
    return at;
  }

  #stop(at: number, message: string): void {
    this.#mode = stopped;
    this.#fault = { offset: this.#offset + at, line: this.#line, message };
  }
}
