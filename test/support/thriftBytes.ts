/** A value in Thrift's compact protocol: a bigint is a whole number of 64 bits, an object a structure by field number. */
export type ThriftValue =
  | number
  | bigint
  | boolean
  | string
  | Uint8Array
  | readonly ThriftValue[]
  | { readonly [field: number]: ThriftValue | undefined };

/** A structure in Thrift's compact protocol, as Parquet keeps its footer and the heads of its pages. */
export function thriftStruct(fields: { readonly [field: number]: ThriftValue | undefined }): Uint8Array {
  const bytes: number[] = [];
  for (const [field, value] of Object.entries(fields)) {
    if (value === undefined) continue;
    // Each field's number is written out, which the protocol allows for any.
    bytes.push(typeOf(value), ...varint(zigzag(BigInt(field))));
    if (typeof value !== 'boolean') bytes.push(...contentOf(value));
  }
  return Uint8Array.from([...bytes, 0]);
}

/** Seven bits a byte, the lowest first, each byte but the last with its highest bit set. */
export function varint(value: bigint | number): number[] {
  const bytes: number[] = [];
  let rest = BigInt(value);
  for (; rest > 127n; rest >>= 7n) bytes.push(Number(rest & 127n) | 0x80);
  return [...bytes, Number(rest)];
}

/** Whole numbers of either sign as such of none: 0, −1, 1, −2 … as 0, 1, 2, 3 … */
export function zigzag(value: bigint | number): bigint {
  const whole = BigInt(value);
  return whole < 0n ? -2n * whole - 1n : 2n * whole;
}

function typeOf(value: ThriftValue): number {
  if (typeof value === 'boolean') return value ? 1 : 2;
  if (typeof value === 'number') return 5;
  if (typeof value === 'bigint') return 6;
  if (typeof value === 'string' || value instanceof Uint8Array) return 8;
  return Array.isArray(value) ? 9 : 12;
}

function contentOf(value: ThriftValue): readonly number[] {
  if (typeof value === 'number' || typeof value === 'bigint') return varint(zigzag(value));
  if (typeof value === 'string') return contentOf(new TextEncoder().encode(value));
  if (value instanceof Uint8Array) return [...varint(value.length), ...value];
  if (Array.isArray(value)) {
    const [first = 0] = value as readonly ThriftValue[];
    const items = (value as readonly ThriftValue[]).flatMap((item) => contentOf(item));
    return [0xf0 | typeOf(first), ...varint(value.length), ...items];
  }
  return [...thriftStruct(value as { readonly [field: number]: ThriftValue })];
}
