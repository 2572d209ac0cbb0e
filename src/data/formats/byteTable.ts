/** A table of what each byte means: the class under whose signs it is named, 0 for all others. */
export function byteTable(classes: Readonly<Record<number, string>>): Uint8Array {
  const table = new Uint8Array(256);
  for (const [meaning, signs] of Object.entries(classes)) {
    for (const sign of signs) table[sign.charCodeAt(0)] = Number(meaning);
  }
  return table;
}
