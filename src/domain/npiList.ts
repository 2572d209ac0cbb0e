/** The National Provider Identifiers of a text (`1841224870|1629122171`), ten digits each, in its order, each once. */
export function npiList(text: string): readonly string[] {
  return [...new Set(text.match(/(?<!\d)\d{10}(?!\d)/g))];
}
