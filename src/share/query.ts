/** The values of a query by key, as the readers of an address ask for them. */
export interface QueryValues {
  get(key: string): string | undefined;
}

/**
 * The keys and values of a query string, the first of a repeated key. By hand because the core compiles without DOM
 * types, where URLSearchParams lives. A part that is not valid percent-encoding is kept as it stands.
 *
 * Mails and chats damage links: the stops, brackets and quotes that the text around one left at a key or a value are
 * taken off, as none of ours ends with any, and `&amp;` is read as the `&` it was.
 */
export function parseQuery(query: string): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const part of query.replace(/^\?/, '').split('&')) {
    if (part === '') continue;
    const at = part.indexOf('=');
    const key = decoded(at < 0 ? part : part.slice(0, at)).replace(/^amp;/, '');
    if (!values.has(key)) values.set(key, at < 0 ? '' : decoded(part.slice(at + 1)));
  }
  return values;
}

function decoded(text: string): string {
  let plain = text.replaceAll('+', ' ');
  try {
    plain = decodeURIComponent(plain);
  } catch {}
  return plain.replace(/^[\s(<['"]{1,9}|[\s.,;:)>\]'"]{1,9}$/g, '');
}
