/** Whether bytes are a number as RFC 8259 writes it: `-0`, `36.505`, `1E+9`; not `+1`, `.5`, `01`, `1.`. */
export function isJsonNumber(bytes: Uint8Array, start: number, end: number): boolean {
  let at = bytes[start] === 0x2d ? start + 1 : start;
  const whole = at;
  at = digitsEnd(bytes, at, end);
  if (at === whole || (bytes[whole] === 0x30 && at > whole + 1)) return false;
  if (at < end && bytes[at] === 0x2e) {
    const fraction = at + 1;
    at = digitsEnd(bytes, fraction, end);
    if (at === fraction) return false;
  }
  if (at < end && ((bytes[at] as number) | 0x20) === 0x65) {
    at += 1;
    if (at < end && (bytes[at] === 0x2b || bytes[at] === 0x2d)) at += 1;
    const power = at;
    at = digitsEnd(bytes, power, end);
    if (at === power) return false;
  }
  return at === end;
}

function digitsEnd(bytes: Uint8Array, from: number, end: number): number {
  let at = from;
  while (at < end && (bytes[at] as number) >= 48 && (bytes[at] as number) <= 57) at += 1;
  return at;
}
