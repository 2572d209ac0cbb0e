import { createHash } from 'node:crypto';

const style = `
  body { margin: 4rem auto; max-width: 36rem; padding: 0 1.25rem; font: 1rem/1.5 system-ui, sans-serif; }
  h1 { font-size: 1.5rem; line-height: 1.25; }
`;

/**
 * The page for an address that no file answers. A host may serve it at any depth, so it carries everything in
 * itself: no script, no other file, and its few lines of style are allowed by their hash alone. Where the site's
 * root lies under a sub-path cannot be known here, so the words say how to get there.
 */
export function notFoundHtml(): string {
  const hash = createHash('sha256').update(style).digest('base64');
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <meta name="robots" content="noindex" />
    <title>No page here | Rate Atlas</title>
    <style>${style}</style>
  </head>
  <body>
    <main>
      <h1>There is no page at this address</h1>
      <p>Pages about a code look like <code>code/97110/</code> for the nation and <code>code/97110/TX/</code> for a
      state. The code may not be in this data release, or the address may have lost a letter on the way.</p>
      <p><a href="/">Go to the start of this site</a>. If Rate Atlas lives in a folder of the site, shorten the
      address in the address bar to that folder.</p>
    </main>
  </body>
</html>
`;
}
