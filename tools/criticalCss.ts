import { PurgeCSS } from 'purgecss';

/** States a page can take before its own style file is here: marks of the first paint, and what a reader opens. */
const laterStates = ['data-theme', 'data-asked', 'data-embed', 'aria-busy', 'open'];

/**
 * Finds the rules a page's text needs, out of the site's whole style file, so that they can travel inside the page and
 * its first frame waits for no other file. Pages of the same classes and elements share one answer.
 *
 * @param css the whole style file.
 */
export function createCriticalCss(css: string): (html: string) => Promise<string> {
  const known = new Map<string, Promise<string>>();

  async function find(html: string): Promise<string> {
    const [found] = await new PurgeCSS().purge({
      content: [{ raw: html, extension: 'html' }],
      css: [{ raw: css }],
      safelist: [':root', 'html', 'body'],
      dynamicAttributes: laterStates,
    });
    if (!found || found.css === '') throw new Error('no style rule fits the page');
    return found.css;
  }

  return (html) => {
    const key = vocabulary(html);
    const answer = known.get(key) ?? find(html);
    known.set(key, answer);
    return answer;
  };
}

/** The classes, elements and attributes of a page, each once. */
function vocabulary(html: string): string {
  const words = new Set<string>();
  for (const [tag] of html.matchAll(/<[a-z][^>]*>/g)) {
    words.add(/^<[a-z0-9]+/.exec(tag)?.[0] ?? '');
    for (const [, name = '', value = ''] of tag.matchAll(/\s([a-z-]+)(?:="([^"]*)")?/g)) {
      words.add(`[${name}`);
      // Short values are what a rule may ask for; long ones are text.
      if (name === 'class' || value.length < 20) for (const word of value.split(' ')) words.add(word);
    }
  }
  return [...words].sort().join(' ');
}
