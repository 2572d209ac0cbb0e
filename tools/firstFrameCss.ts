import { type CssRule, mapCss, partsBetween, readCss, writeCss } from './cssRules.ts';

/**
 * Nobody can see these in a first frame: paper, what a pointer or the keyboard brings, what lies folded. The whole style
 * file has them, and is there moments later. None of them may move anything.
 */
const notInFirstFrame = {
  groups: /^@media.*\b(?:print|forced-colors|prefers-contrast|prefers-reduced-motion)\b/,
  rules: /^@(?:page|keyframes)\b/,
  selectors:
    /:(?:hover|focus|focus-visible|active|checked|:selection|:marker|:details-content|:-webkit-[\w-]+)\b|\[open\]|\[data-asked=["']?(?:late|known)/,
};

/** Changes nothing that is seen, or nothing before the whole style file is there. */
const unseen =
  /^(?:cursor|page|accent-color|overscroll-behavior|(?:-webkit-)?print-color-adjust|forced-color-adjust|reading-flow)(?:-|$)/;

/**
 * The part of a style file that a first frame can show.
 *
 * @param css the whole style file, as the build leaves it.
 */
export function firstFrameCss(css: string): string {
  const rules = readCss(css.replace(/\/\*[^]*?\*\//g, ''));
  return writeCss(
    mapCss(rules, (rule) => {
      if (notInFirstFrame.groups.test(rule.prelude) || notInFirstFrame.rules.test(rule.prelude)) return null;
      if (rule.declarations === null) return rule;
      const seen = partsBetween(',', rule.prelude).filter((selector) => !isLater(selector));
      const declarations = declarationsOf(rule.declarations).filter(({ name }) => !unseen.test(name));
      return written({ ...rule, prelude: seen.join(',') }, declarations);
    }),
  );
}

/**
 * The rules written short: custom properties that have one value wherever they are read stand in place of their name
 * (what is left of them depends on the theme), and those that nobody reads are gone.
 *
 * @param readByPage custom properties that the page's own attributes read.
 */
export function withShortTokens(css: string, readByPage: readonly string[]): string {
  const rules = readCss(css);
  const constants = constantsOf(rules);
  const inPlace = mapCss(rules, (rule) => {
    if (rule.declarations === null) return rule;
    const declarations = declarationsOf(rule.declarations)
      .filter(({ name }) => !constants.has(name) || readByPage.includes(name))
      .map(({ name, value }) => ({ name, value: withConstants(value, constants) }));
    return written(rule, declarations);
  });
  return writeCss(withoutUnread(inPlace, readByPage));
}

function withoutUnread(rules: readonly CssRule[], readByPage: readonly string[]): readonly CssRule[] {
  const text = writeCss(rules);
  const read = new Set([...readByPage, ...tokensIn(text)]);
  const left = mapCss(rules, (rule) => {
    if (rule.declarations === null) return rule;
    const declarations = declarationsOf(rule.declarations);
    return written(
      rule,
      declarations.filter(({ name }) => !name.startsWith('--') || read.has(name)),
    );
  });
  // What only an unread one reads is unread itself.
  return writeCss(left) === text ? left : withoutUnread(left, readByPage);
}

/** The custom properties that a text reads. */
export function tokensIn(text: string): string[] {
  return [...text.matchAll(/var\((--[\w-]+)/g)].map(([, name = '']) => name);
}

/** A selector of something that is not there yet; `:not(:focus)` is there from the start. */
function isLater(selector: string): boolean {
  return notInFirstFrame.selectors.test(selector.replace(/:not\([^()]*(?:\([^()]*\)[^()]*)*\)/g, ''));
}

/** Custom properties that are set once, on the root: `light-dark()` says the same wherever it stands. */
function constantsOf(rules: readonly CssRule[]): ReadonlyMap<string, string> {
  const set = new Map<string, string[]>();
  mapCss(rules, (rule) => {
    for (const { name, value } of declarationsOf(rule.declarations ?? '')) {
      if (name.startsWith('--'))
        set.set(name, [...(set.get(name) ?? []), rule.prelude === ':root' ? value : '']);
    }
    return rule;
  });
  const single = [...set].flatMap(([name, values]) => {
    const [value = ''] = values;
    return values.length === 1 && value !== '' ? [[name, value] as const] : [];
  });
  return new Map(single);
}

function withConstants(value: string, constants: ReadonlyMap<string, string>): string {
  const short = value.replace(/var\((--[\w-]+)\)/g, (whole, token: string) => constants.get(token) ?? whole);
  return short === value ? value : withConstants(short, constants);
}

/** The rule with these declarations; null when nothing is left to say or nobody to say it to. */
function written(rule: CssRule, declarations: readonly Declaration[]): CssRule | null {
  if (rule.prelude === '' || declarations.length === 0) return null;
  return { ...rule, declarations: declarations.map(({ name, value }) => `${name}:${value}`).join(';') };
}

interface Declaration {
  readonly name: string;
  readonly value: string;
}

function declarationsOf(text: string): Declaration[] {
  return partsBetween(';', text).map((part) => {
    const colon = part.indexOf(':');
    return { name: part.slice(0, colon).trim(), value: part.slice(colon + 1) };
  });
}
