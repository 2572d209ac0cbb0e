import { runInThisContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { notFoundHtml } from '../../tools/notFoundHtml.ts';

const html = notFoundHtml(['97110', 'G0283']);
const body = /<body>([^]*)<script>/.exec(html)?.[1] ?? '';
const script = /<script>([^]*)<\/script>/.exec(html)?.[1] ?? '';

/** What the page offers to whoever asked for an address: jsdom's page stands in for it. */
function offered(address: string): readonly string[] {
  history.replaceState(null, '', address);
  document.body.innerHTML = body;
  runInThisContext(script);
  if (document.getElementById('perhaps')?.hidden) return [];
  return [...document.querySelectorAll<HTMLAnchorElement>('#meant a')].map(
    (link) => `${link.pathname}${link.search}`,
  );
}

describe('404.html', () => {
  it.each([
    ['/code/97110/ZZ/', ['/code/97110/', '/code/97110/states/', '/']],
    [
      '/sub/path/code/97110/tx',
      ['/sub/path/code/97110/TX/', '/sub/path/code/97110/', '/sub/path/code/97110/states/', '/sub/path/'],
    ],
    ['/sub/Code/g0283', ['/sub/code/G0283/', '/sub/code/G0283/states/', '/sub/']],
    [
      '/code/97110/tx/?site=office',
      ['/code/97110/TX/?site=office', '/code/97110/', '/code/97110/states/', '/'],
    ],
    ['/code/99999/', ['/']],
    ['/97110', ['/code/97110/', '/code/97110/states/', '/']],
    ['/sub/g0283/tx/', ['/sub/code/G0283/TX/', '/sub/code/G0283/', '/sub/code/G0283/states/', '/sub/']],
    ['/sub/states/97110/', ['/sub/code/97110/', '/sub/code/97110/states/', '/sub/']],
    ['/sub/Methodology', ['/sub/methodology/', '/sub/']],
    ['/elsewhere/', []],
  ])('%s leads on to %j', (address, links) => {
    expect(offered(address)).toEqual(links);
  });
  it('keeps links on this host where the address begins with two slashes', () => {
    expect(offered(`${location.origin}//elsewhere.example/code/97110/`)).toEqual([
      '/elsewhere.example/code/97110/states/',
      '/elsewhere.example/',
    ]);
    for (const link of document.querySelectorAll<HTMLAnchorElement>('#meant a')) {
      expect(link.host).toBe(location.host);
    }
  });
  it('writes nothing of the address but known codes, places and pages', () => {
    offered('/%3Cimg%20src=x%3E/code/97110/%3Cb%3E/?%3Cimg%3E');
    expect(document.querySelector('img, b')).toBeNull();
    expect(document.getElementById('meant')).toHaveTextContent(
      '97110 nationally97110 in all statesRate Atlas, all codes',
    );
  });
  it('without a script has links up from wherever it is served', () => {
    const noscript = /<noscript>([^]*)<\/noscript>/.exec(html)?.[1] ?? '';
    const links = [...noscript.matchAll(/href="([^"]*)"/g)].map(
      ([, href = '']) => new URL(href, 'https://example.org/sub/code/97110/ZZ/').pathname,
    );
    expect(links).toEqual(['/sub/code/97110/ZZ/', '/sub/code/97110/', '/sub/code/', '/sub/']);
  });
});
