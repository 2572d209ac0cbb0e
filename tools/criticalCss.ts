import { PurgeCSS } from 'purgecss';
import { firstFrameCss, tokensIn, withShortTokens } from './firstFrameCss.ts';

/** States a page can take before its own style file is here: marks of the first paint, and what a reader opens. */
const laterStates = ['data-theme', 'data-asked', 'data-embed', 'aria-busy'];

/**
 * Finds the rules a page's first frame needs, out of the site's whole style file, so that they can travel inside the
 * page and its first frame waits for no other file. Pages of the same classes and elements share one answer.
 *
 * @param css the whole style file, as the build leaves it.
 */
export function createCriticalCss(css: string): (html: string) => Promise<string> {
  const known = new Map<string, Promise<string>>();
  const raw = firstFrameCss(css);
  const asked = askedFor(raw);

  async function find(words: PageWords): Promise<string> {
    const [found] = await new PurgeCSS().purge({
      content: [{ raw: '', extension: 'html' }],
      extractors: [{ extensions: ['html'], extractor: () => words }],
      css: [{ raw }],
      safelist: [':root', 'html', 'body'],
      dynamicAttributes: laterStates,
    });
    if (!found || found.css === '') throw new Error('no style rule fits the page');
    return withShortTokens(found.css, words.tokens);
  }

  return (html) => {
    const words = pageWords(html, asked);
    const key = JSON.stringify(words);
    const answer = known.get(key) ?? find(words);
    known.set(key, answer);
    return answer;
  };
}

/** What of a page its rules ask for: pages that differ in other ids and values have the same first frame. */
interface AskedFor {
  readonly ids: ReadonlySet<string>;
  readonly hasValue: (value: string) => boolean;
}

/**
 * The ids and the values of attributes that selectors name: `[data-kind=money]` asks for the whole value, any other
 * operator for some part of it. What only looks like one of them (a colour, a text) costs a search and no rule.
 */
function askedFor(css: string): AskedFor {
  const ids = new Set([...css.matchAll(/#([\w-]+)/g)].map(([, id = '']) => id));
  const whole = new Set<string>();
  const parts = new Set<string>();
  for (const [, operator, value = ''] of css.matchAll(/\[[\w-]+([~|^$*]?)=["']?([^\]"']*)/g)) {
    if (operator === '') whole.add(value);
    else for (const part of value.split(' ')) parts.add(part);
  }
  return { ids, hasValue: (value) => whole.has(value) || [...parts].some((part) => value.includes(part)) };
}

/** What rules can ask of a page, each once and in order. */
interface PageWords {
  readonly tags: string[];
  readonly classes: string[];
  readonly ids: string[];
  readonly attributes: { readonly names: string[]; readonly values: string[] };
  /** Custom properties its own attributes read. */
  readonly tokens: string[];
  readonly undetermined: string[];
}

function pageWords(html: string, asked: AskedFor): PageWords {
  const tags = new Set(['html', 'body']);
  const classes = new Set<string>();
  const ids = new Set<string>();
  const names = new Set<string>();
  const values = new Set<string>();
  for (const [tag] of html.matchAll(/<[a-z][^>]*>/g)) {
    tags.add(/^<([a-z0-9]+)/.exec(tag)?.[1] ?? '');
    for (const [, name = '', value = ''] of tag.matchAll(/\s([a-zA-Z-]+)(?:="([^"]*)")?/g)) {
      // React writes `colSpan`: to a selector it is `colspan`.
      names.add(name.toLowerCase());
      if (name === 'class') for (const word of value.split(' ')) classes.add(word);
      else if (name === 'id') {
        if (asked.ids.has(value)) ids.add(value);
      } else if (asked.hasValue(value)) values.add(value);
    }
  }
  const tokens = new Set(tokensIn(html));
  const list = (words: ReadonlySet<string>) => [...words].sort();
  return {
    tags: list(tags),
    classes: list(classes),
    ids: list(ids),
    attributes: { names: list(names), values: list(values) },
    tokens: list(tokens),
    undetermined: [],
  };
}
