/** Bytes cut at the given places, in pieces as they might come in; places outside and empty pieces are no harm. */
export function piecesOf(bytes: Uint8Array, cuts: readonly number[]): readonly Uint8Array[] {
  const places = [...new Set([0, ...cuts, bytes.length])]
    .filter((place) => place >= 0 && place <= bytes.length)
    .sort((a, b) => a - b);
  return places.map((place, index) => bytes.slice(place, places[index + 1] ?? bytes.length));
}
