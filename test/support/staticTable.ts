const entities: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['#x27', "'"],
  ['#39', "'"],
  ['nbsp', ' '],
]);

function textOf(html: string): string {
  return html
    .replace(/<[^>]*>/g, '')
    .replace(/&(\w+|#\w+);/g, (whole, name: string) => entities.get(name) ?? whole)
    .replace(/\s+/g, ' ')
    .trim();
}

/**
 * The body of a table in a page's file, told by its caption: the texts of each row, a cell over several columns once
 * for each of them. null where the file has no such table.
 */
export function staticTable(html: string, caption: string): string[][] | null {
  for (const [, table = ''] of html.matchAll(/<table\b[^>]*>(.*?)<\/table>/gs)) {
    if (textOf(/<caption\b[^>]*>(.*?)<\/caption>/s.exec(table)?.[1] ?? '') !== caption) continue;
    const body = /<tbody\b[^>]*>(.*?)(?:<\/tbody>|$)/s.exec(table)?.[1] ?? '';
    return [...body.matchAll(/<tr\b[^>]*>(.*?)(?=<tr\b|<\/tr>|$)/gs)].map(([, row = '']) =>
      [...row.matchAll(/<(t[hd])\b([^>]*)>(.*?)(?=<t[hd]\b|<\/t[hd]>|$)/gs)].flatMap(
        ([, , attributes = '', content = '']) => {
          const columns = Number(/colspan="?(\d+)/i.exec(attributes)?.[1] ?? 1);
          return Array.from({ length: columns }, () => textOf(content));
        },
      ),
    );
  }
  return null;
}
