/** A rule of a style file: with rules inside (`@media`), with declarations, or a statement alone (`@layer base`). */
export interface CssRule {
  /** What stands before the brace: selectors, or an at-rule with its condition. */
  readonly prelude: string;
  /** The rules inside a grouping at-rule; null for any other. */
  readonly rules: readonly CssRule[] | null;
  /** What stands between the braces of any other rule; null for a statement without braces. */
  readonly declarations: string | null;
}

const grouping = /^@(?:media|supports|layer|container)\b/;

/**
 * Reads a minified style file without comments, as the build leaves it. Rules inside declarations (nesting) stay text.
 *
 * @throws Error where a brace or a quote is not closed.
 */
export function readCss(css: string): CssRule[] {
  const rules: CssRule[] = [];
  let from = 0;
  while (from < css.length) {
    const end = endOf(css, from, '{;');
    const prelude = css.slice(from, end).trim();
    if (css[end] !== '{') {
      if (prelude !== '') rules.push({ prelude, rules: null, declarations: null });
      from = end + 1;
      continue;
    }
    const close = closingBrace(css, end);
    const body = css.slice(end + 1, close);
    rules.push(
      grouping.test(prelude)
        ? { prelude, rules: readCss(body), declarations: null }
        : { prelude, rules: null, declarations: body },
    );
    from = close + 1;
  }
  return rules;
}

/** The text of rules, one after the other. */
export function writeCss(rules: readonly CssRule[]): string {
  return rules
    .map(({ prelude, rules: inside, declarations }) => {
      if (inside) return `${prelude}{${writeCss(inside)}}`;
      return declarations === null ? `${prelude};` : `${prelude}{${declarations}}`;
    })
    .join('');
}

/** Each rule as `change` gives it back, the innermost first; null, or a group left without rules, is dropped. */
export function mapCss(rules: readonly CssRule[], change: (rule: CssRule) => CssRule | null): CssRule[] {
  return rules.flatMap((rule) => {
    const inside = rule.rules && mapCss(rule.rules, change);
    if (inside?.length === 0) return [];
    return change({ ...rule, rules: inside }) ?? [];
  });
}

/** The parts of a text between some sign (a list's commas, a rule's semicolons), none of them inside brackets or quotes. */
export function partsBetween(sign: ',' | ';', text: string): string[] {
  const parts: string[] = [];
  for (let from = 0; from < text.length; ) {
    const end = endOf(text, from, sign);
    if (end > from) parts.push(text.slice(from, end));
    from = end + 1;
  }
  return parts;
}

/** Where the next of some characters stands outside quotes and round or square brackets; the length where none does. */
function endOf(css: string, from: number, ends: string): number {
  let depth = 0;
  for (let at = from; at < css.length; at++) {
    const sign = css[at] ?? '';
    if (sign === '"' || sign === "'") at = closingQuote(css, at);
    else if (sign === '(' || sign === '[') depth++;
    else if (sign === ')' || sign === ']') depth--;
    else if (depth === 0 && ends.includes(sign)) return at;
  }
  return css.length;
}

function closingBrace(css: string, open: number): number {
  let depth = 0;
  for (let at = open; at < css.length; at++) {
    const sign = css[at];
    if (sign === '"' || sign === "'") at = closingQuote(css, at);
    else if (sign === '{') depth++;
    else if (sign === '}' && --depth === 0) return at;
  }
  throw new Error(`the style file has no end of the rule ${css.slice(open - 40, open + 40)}`);
}

function closingQuote(css: string, open: number): number {
  for (let at = open + 1; at < css.length; at++) {
    if (css[at] === '\\') at++;
    else if (css[at] === css[open]) return at;
  }
  throw new Error(`the style file has no end of the text ${css.slice(open, open + 40)}`);
}
