/** The values of a query by key, as the readers of an address ask for them. */
export interface QueryValues {
  get(key: string): string | undefined;
}

/**
 * The keys and values of a query string, the first of a repeated key. By hand because the core compiles without DOM
 * types, where URLSearchParams lives. A part that is not valid percent-encoding is kept as it stands.
 */
export function parseQuery(query: string): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const part of query.replace(/^\?/, '').split('&')) {
    if (part === '') continue;
    const at = part.indexOf('=');
    const key = decoded(at < 0 ? part : part.slice(0, at));
    if (!values.has(key)) values.set(key, at < 0 ? '' : decoded(part.slice(at + 1)));
  }
  return values;
}

function decoded(text: string): string {
  const spaced = text.replaceAll('+', ' ');
  try {
    return decodeURIComponent(spaced);
  } catch {
    return spaced;
  }
}
