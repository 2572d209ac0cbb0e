/**
 * The modifiers of published cells (`CO|GO`, `cq, gp`, `GP;KX`) as one text, joined with `|`: each once, in the order
 * of the alphabet, because they are a set and `GP|CQ` must meet `CQ|GP`. '' is none.
 */
export function publishedModifiers(...texts: readonly string[]): string {
  if (texts.every((text) => text === '')) return '';
  const words = texts.flatMap((text) =>
    saysNone.test(text) ? [] : (text.toUpperCase().match(/[^\s,;|/]+/g) ?? []),
  );
  return [...new Set(words)].toSorted().join('|');
}

const saysNone = /^\s*(n\/?a|none|null|-*)\s*$/i;
