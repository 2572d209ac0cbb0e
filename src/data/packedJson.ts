/**
 * Plain JSON as a page's file carries it: small, and read back as it was. Keys are written once for all objects that
 * have the same ones, and not at all for objects that are known beforehand; a number that is a quotient of small whole
 * numbers (a mean of cents, a share of rates) is written as one, for a third of its digits.
 *
 * An object is `[number of its kind, …its values]`, an array `[0, …]`, a quotient `[-1, numerator, denominator]`.
 */
export interface PackedJson {
  /** Keys of the kinds of objects that are not known beforehand, numbered after those that are. */
  readonly keys: readonly (readonly string[])[];
  readonly value: unknown;
}

/** A kind of object that writer and reader know: its keys in order, each with the text it always has, or null. */
export type KnownObject = Readonly<Record<string, string | null>>;

/** The greatest denominator tried: means of that many votes are written as quotients. */
const greatestDenominator = 2000;

/** @param value nothing but strings, numbers, booleans, null, arrays and plain objects; undefined properties are dropped. */
export function packJson(value: unknown, known: readonly KnownObject[]): PackedJson {
  const own: string[][] = [];

  function kindOf(entries: readonly (readonly [string, unknown])[]): number {
    const names = JSON.stringify(entries.map(([key]) => key));
    const index = known.findIndex(
      (kind) =>
        JSON.stringify(Object.keys(kind)) === names &&
        entries.every(([key, inside]) => (kind[key] ?? inside) === inside),
    );
    if (index >= 0) return 1 + index;
    const before = own.findIndex((keys) => JSON.stringify(keys) === names);
    return 1 + known.length + (before >= 0 ? before : own.push(entries.map(([key]) => key)) - 1);
  }

  function pack(each: unknown): unknown {
    if (typeof each === 'number') return quotientOf(each) ?? each;
    if (Array.isArray(each)) return [0, ...each.map(pack)];
    if (typeof each !== 'object' || each === null) return each;
    const entries = Object.entries(each).filter(([, inside]) => inside !== undefined);
    const kind = kindOf(entries);
    const fixed = known[kind - 1];
    return [kind, ...entries.flatMap(([key, inside]) => (fixed?.[key] ? [] : [pack(inside)]))];
  }

  return { value: pack(value), keys: own };
}

/** What `packJson` was given, with the same known objects. */
export function unpackJson({ keys, value }: PackedJson, known: readonly KnownObject[]): unknown {
  const kinds = [...known, ...keys.map((own) => Object.fromEntries(own.map((key) => [key, null])))];

  function unpack(each: unknown): unknown {
    if (!Array.isArray(each)) return each;
    const [kind, ...parts] = each as [number, ...unknown[]];
    if (kind < 0) return (parts[0] as number) / (parts[1] as number);
    if (kind === 0) return parts.map(unpack);
    const left = parts.values();
    return Object.fromEntries(
      Object.entries(kinds[kind - 1] ?? {}).map(([key, fixed]) => [key, fixed || unpack(left.next().value)]),
    );
  }

  return unpack(value);
}

/** `[-1, 154945, 13]` for 11918.846153846154; null where that would not be shorter, or not exactly the number. */
function quotientOf(value: number): readonly [-1, number, number] | null {
  const digits = String(value).length;
  if (Number.isInteger(value) || digits < 12 || !Number.isFinite(value)) return null;
  for (let denominator = 3; denominator <= greatestDenominator; denominator++) {
    const numerator = Math.round(value * denominator);
    if (numerator / denominator !== value) continue;
    return String(numerator).length + String(denominator).length + 6 < digits
      ? [-1, numerator, denominator]
      : null;
  }
  return null;
}
