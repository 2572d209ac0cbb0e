import type { Chance } from './chance.ts';
import { troubling, troublingBytes } from './dictionary.ts';

/** What mutants are made of. */
export interface Material {
  readonly seeds: readonly Uint8Array[];
  readonly words: readonly string[];
}

type Mutation = (bytes: Uint8Array, chance: Chance, material: Material) => Uint8Array;

const utf8 = new TextEncoder();
/** Between cells, lines, keys and values of every form we read. */
const edges = new Set(utf8.encode('\n\r,;\t|"{}[]:=&/<>'));

/** Mutants do not grow past this by much, so that a case stays quick. */
const largest = 100_000;

/** A mutant of one of the seeds: one change, or several. */
export function mutant(material: Material, chance: Chance): Uint8Array {
  let bytes = chance.pick(material.seeds);
  for (let left = 1 + chance.below(chance.oneIn(4) ? 12 : 3); left > 0; left--) {
    if (bytes.length > largest) break;
    bytes = chance.pick(mutations)(bytes, chance, material);
  }
  return bytes;
}

const flipped: Mutation = (bytes, chance) => {
  const changed = bytes.slice();
  const at = chance.below(bytes.length);
  changed[at] = chance.oneIn(2) ? chance.below(256) : (changed[at] ?? 0) ^ (1 << chance.below(8));
  return changed;
};

const inserted: Mutation = (bytes, chance, material) => {
  const at = chance.below(bytes.length + 1);
  return replaced(bytes, at, at, token(chance, material));
};

const dropped: Mutation = (bytes, chance) => {
  const from = chance.below(bytes.length);
  return replaced(bytes, from, from + 1 + chance.below(chance.oneIn(4) ? bytes.length : 12), empty);
};

const truncated: Mutation = (bytes, chance) => bytes.slice(0, chance.below(bytes.length + 1));

const cellReplaced: Mutation = (bytes, chance, material) => {
  const [from, to] = cell(bytes, chance);
  return replaced(bytes, from, to, token(chance, material));
};

const cellCopied: Mutation = (bytes, chance, material) => {
  const other = chance.oneIn(2) ? bytes : chance.pick(material.seeds);
  const [from, to] = cell(bytes, chance);
  return replaced(bytes, from, to, other.subarray(...cell(other, chance)));
};

/** A line, dropped, moved or given again. */
const lineMoved: Mutation = (bytes, chance) => {
  const [from, to] = line(bytes, chance);
  const moved = bytes.slice(from, to);
  const rest = chance.oneIn(2) ? bytes : replaced(bytes, from, to, empty);
  const [at] = line(rest, chance);
  return chance.oneIn(3) ? rest : replaced(rest, at, at, moved);
};

const spliced: Mutation = (bytes, chance, material) => {
  const other = chance.pick(material.seeds);
  const from = chance.below(other.length + 1);
  return replaced(bytes, chance.below(bytes.length + 1), bytes.length, other.subarray(from));
};

const repeated: Mutation = (bytes, chance) => {
  const from = chance.below(bytes.length);
  const part = bytes.subarray(from, from + 1 + chance.below(chance.oneIn(8) ? 400 : 8));
  return replaced(bytes, from, from, times(part, chance.oneIn(100) ? 70_000 : 1 + chance.below(20)));
};

/** The whole in another dress: a mark in front, other line ends, UTF-16. */
const dressed: Mutation = (bytes, chance) => {
  const way = chance.below(5);
  if (way === 0) return replaced(bytes, 0, 0, chance.pick(troublingBytes));
  const text = new TextDecoder().decode(bytes);
  if (way === 1) return utf8.encode(text.replaceAll('\r\n', '\n').replaceAll('\n', '\r'));
  if (way === 2) return utf8.encode(text.replaceAll('\r\n', '\n').replaceAll('\n', '\r\n'));
  if (way === 3) return utf8.encode(text.replaceAll(',', chance.pick([';', '\t', '|'])));
  const units = Uint16Array.from(`\uFEFF${text}`, (unit) => unit.charCodeAt(0));
  return new Uint8Array(units.buffer);
};

const nested: Mutation = (bytes, chance) => {
  const at = chance.below(bytes.length + 1);
  const deep = chance.oneIn(20) ? 20_000 : 1 + chance.below(100);
  return replaced(bytes, at, at, utf8.encode(chance.pick(['[', '{"a":', '"', '(', '[{']).repeat(deep)));
};

const mutations: readonly Mutation[] = [
  flipped,
  flipped,
  inserted,
  inserted,
  dropped,
  truncated,
  cellReplaced,
  cellReplaced,
  cellReplaced,
  cellCopied,
  cellCopied,
  lineMoved,
  spliced,
  repeated,
  dressed,
  nested,
];

const empty = new Uint8Array();

function token(chance: Chance, { words }: Material): Uint8Array {
  if (chance.oneIn(8)) return chance.pick(troublingBytes);
  return utf8.encode(words.length > 0 && chance.oneIn(3) ? chance.pick(words) : chance.pick(troubling));
}

function replaced(bytes: Uint8Array, from: number, to: number, by: Uint8Array): Uint8Array {
  const rest = bytes.subarray(Math.min(to, bytes.length));
  const whole = new Uint8Array(from + by.length + rest.length);
  whole.set(bytes.subarray(0, from));
  whole.set(by, from);
  whole.set(rest, from + by.length);
  return whole;
}

function times(part: Uint8Array, count: number): Uint8Array {
  const bounded = Math.max(1, Math.min(count, Math.floor(largest / Math.max(1, part.length))));
  const whole = new Uint8Array(part.length * bounded);
  for (let turn = 0; turn < bounded; turn++) whole.set(part, turn * part.length);
  return whole;
}

/** From and to of what stands between two edges. */
function cell(bytes: Uint8Array, chance: Chance): [number, number] {
  return stretch(bytes, chance.below(bytes.length), (byte) => edges.has(byte));
}

/** From and to of a line, its end included. */
function line(bytes: Uint8Array, chance: Chance): [number, number] {
  const [from, to] = stretch(bytes, chance.below(bytes.length), (byte) => byte === 10);
  return [from, Math.min(bytes.length, to + 1)];
}

function stretch(bytes: Uint8Array, at: number, isEdge: (byte: number) => boolean): [number, number] {
  let from = at;
  while (from > 0 && !isEdge(bytes[from - 1] ?? 0)) from -= 1;
  let to = at;
  while (to < bytes.length && !isEdge(bytes[to] ?? 0)) to += 1;
  return [from, to];
}
