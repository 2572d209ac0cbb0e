const longest = 80;

/** A file's name from a figure's title, safe on every system: `Texas benchmark for 97110` → `texas-benchmark-for-97110.csv`. */
export function exportName(title: string, extension: string): string {
  const words = title
    .toLowerCase()
    .replaceAll('%', ' percent ')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '');
  // Between words: `…-2020-to-202` would be another span of years.
  const cut = words.length > longest ? words.slice(0, longest + 1).replace(/-[^-]*$/, '') : words;
  return `${cut === '' ? 'figure' : cut.slice(0, longest)}.${extension}`;
}
