/** A file's name from a figure's title, safe on every system: `Texas benchmark for 97110` → `texas-benchmark-for-97110.csv`. */
export function exportName(title: string, extension: string): string {
  const words = title
    .toLowerCase()
    .replaceAll('%', ' percent ')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 80)
    .replaceAll(/^-+|-+$/g, '');
  return `${words === '' ? 'figure' : words}.${extension}`;
}
