import { places } from '../src/domain/place.ts';
import { notFoundScript } from './notFoundScript.ts';
import { policyHash } from './policyHash.ts';

const style = `
  body { margin: 4rem auto; max-width: 36rem; padding: 0 1.25rem; font: 1rem/1.5 system-ui, sans-serif; }
  h1 { font-size: 1.5rem; line-height: 1.25; }
  h2 { font-size: 1rem; }
  li { padding-block: 0.25rem; }
`;

/**
 * The page for an address that no file answers. A host may serve it at any depth, so it carries everything in itself:
 * no other file, and its few lines of style and script are allowed by their hashes alone. Where the site's root lies
 * under a sub-path cannot be known when it is built: the script reads it off the address, and without one the links
 * lead up from wherever the reader is.
 *
 * @param codes codes that have a page: only those are offered.
 */
export function notFoundHtml(codes: readonly string[] = []): string {
  const script = notFoundScript(
    codes,
    places.map((place) => place.code),
  );
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '${policyHash(style)}'; script-src '${policyHash(script)}'; base-uri 'none'; form-action 'none'" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <meta name="robots" content="noindex" />
    <title>No page here | Rate Atlas</title>
    <style>${style}</style>
  </head>
  <body>
    <main>
      <h1>There is no page at this address</h1>
      <section id="perhaps" aria-labelledby="perhaps-title" hidden>
        <h2 id="perhaps-title">Perhaps you meant</h2>
        <ul id="meant"></ul>
      </section>
      <p>Pages about a code look like <code>code/97110/</code> for the nation and <code>code/97110/TX/</code> for a
      state, in capitals and with a slash at the end. The code may not be in this data release, or the address may have
      lost a letter on the way.</p>
      <noscript>
        <p>Ways up from here; one of them leads to the code or to the start of Rate Atlas:</p>
        <ul>
          <li><a href="./">this folder</a></li>
          <li><a href="../">one folder up</a></li>
          <li><a href="../../">two folders up</a></li>
          <li><a href="../../../">three folders up</a></li>
        </ul>
      </noscript>
      <p><a href="/">Go to the start of this site</a>. If Rate Atlas lives in a folder of the site, shorten the
      address in the address bar to that folder.</p>
    </main>
    <script>${script}</script>
  </body>
</html>
`;
}
