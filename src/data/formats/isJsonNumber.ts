const isDigit = (byte: number | undefined) => byte !== undefined && byte >= 48 && byte <= 57;

/** Whether bytes are a number as RFC 8259 writes it: `-0`, `36.505`, `1E+9`; not `+1`, `.5`, `01`, `1.`. */
export function isJsonNumber(bytes: Uint8Array, start: number, end: number): boolean {
  let at = start;
  const digits = () => {
    const first = at;
    while (at < end && isDigit(bytes[at])) at += 1;
    return at - first;
  };
  if (bytes[at] === 0x2d) at += 1;
  const startsWithZero = bytes[at] === 0x30;
  const whole = digits();
  if (whole === 0 || (startsWithZero && whole > 1)) return false;
  if (at < end && bytes[at] === 0x2e) {
    at += 1;
    if (digits() === 0) return false;
  }
  if (at < end && (bytes[at] === 0x65 || bytes[at] === 0x45)) {
    at += 1;
    if (bytes[at] === 0x2b || bytes[at] === 0x2d) at += 1;
    if (digits() === 0) return false;
  }
  return at === end;
}
