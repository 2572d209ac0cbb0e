/**
 * The separator of a CMS template: what stands behind one of the first heading's likely names, else what the line has
 * most of outside quotes. `|` stands within headings too, so it only counts where it is beside a name that has none, or
 * where the line has nothing else.
 */
export function hospitalDelimiter(firstLine: string): string {
  const beside = /\b(?:hospital_name|hospital name|description)"?\s*([,;\t|])/i.exec(firstLine)?.[1];
  if (beside !== undefined) return beside;
  const bare = firstLine.replace(/"[^"]*"/g, '');
  const counted = [',', ';', '\t'].map((delimiter) => ({ delimiter, count: bare.split(delimiter).length }));
  const most = counted.reduce((best, other) => (other.count > best.count ? other : best));
  return most.count === 1 && bare.includes('|') ? '|' : most.delimiter;
}
