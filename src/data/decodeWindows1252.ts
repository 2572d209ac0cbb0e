const decoder = new TextDecoder('windows-1252');

/** Bytes 80 to 9F as the encoding standard has them; five of them are no character. */
const characters = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Windows-1252 as text. Node 20's own decoder takes it for Latin-1, which has no quotes, dashes or euro. */
export function decodeWindows1252(bytes: Uint8Array): string {
  return decoder
    .decode(bytes)
    .replace(/[\u0080-\u009f]/g, (control) => characters.charAt(control.charCodeAt(0) - 0x80));
}
