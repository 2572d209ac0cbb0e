import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { notFoundHtml } from '../../tools/notFoundHtml.ts';
import { shellHtml, siteShells, wayToRoot } from '../../tools/siteShells.ts';

const indexHtml = readFileSync(path.resolve(import.meta.dirname, '../../index.html'), 'utf8');
const exercise = { code: '97110', title: 'Therapeutic exercise' };

describe('the pages that get a file of their own', () => {
  test('are six fixed ones, and for each code the nation, all states at once and all 53 places', () => {
    const paths = siteShells([exercise, { code: '97755', title: 'Assistive technology' }]).map(
      ({ path: at }) => at,
    );
    expect(paths).toHaveLength(6 + 2 * 55);
    expect(paths).toEqual(
      expect.arrayContaining([
        '',
        'brief/',
        'own/',
        'methodology/',
        'data/',
        'code/97110/',
        'medicare/',
        'code/97110/states/',
        'code/97110/TX/',
        'code/97755/AK/',
      ]),
    );
    expect(new Set(paths).size).toBe(paths.length);
  });

  test('know their way back to the root', () => {
    expect(wayToRoot('')).toBe('./');
    expect(wayToRoot('data/')).toBe('../');
    expect(wayToRoot('code/97110/TX/')).toBe('../../../');
    // Without the slash the browser resolves against the folder above.
    expect(wayToRoot('code/97110')).toBe('../');
  });

  test('carry their own title, description, depth and relative addresses', () => {
    const texas = siteShells([exercise]).find(({ path: at }) => at === 'code/97110/TX/');
    if (!texas) throw new Error('no shell for Texas');
    const html = shellHtml(indexHtml.replace('/src/app/main.tsx', './assets/index-1.js'), texas);
    expect(html).toContain('<title>97110 Therapeutic exercise, Texas | Rate Atlas</title>');
    expect(html).toMatch(
      /name="description"\s+property="og:description"\s+content="What payers pay for 97110 \(Therapeutic exercise\) in Texas:/,
    );
    expect(html).toContain('<meta name="depth" content="../../../" />');
    expect(html).toContain('src="../../../assets/index-1.js"');
    expect(html).toContain('href="../../../icon.svg"');
    expect(html).not.toMatch(/(src|href)="\.\//);
  });

  test('print a title as text, whatever is in it', () => {
    const shell = { path: 'own/', title: 'A <b> & "c" $1', description: '"$&" <i>' };
    const html = shellHtml(indexHtml, shell);
    expect(html).toContain('<title>A &lt;b> &amp; &quot;c&quot; $1</title>');
    expect(html).toContain('content="&quot;$&amp;&quot; &lt;i>"');
  });

  test('are not made from a page that lacks a part', () => {
    expect(() => shellHtml('<html></html>', { path: 'own/', title: '', description: '' })).toThrow(/<title>/);
  });
});

describe('content security policy', () => {
  test('index.html allows this origin only, and no inline script or style element', () => {
    const policy = /http-equiv="Content-Security-Policy"\s+content="([^"]+)"/.exec(indexHtml)?.[1] ?? '';
    const directives = new Map(
      policy.split('; ').map((part) => {
        const [name = '', ...values] = part.split(' ');
        return [name, values.join(' ')] as const;
      }),
    );
    expect(directives.get('default-src')).toBe("'none'");
    expect(directives.get('script-src')).toBe("'self'");
    expect(directives.get('style-src')).toBe("'self'");
    expect(directives.get('connect-src')).toBe("'self'");
    expect(policy).not.toMatch(/https?:|\*|unsafe-eval/);
    expect(indexHtml).not.toMatch(/<style|<script(?![^>]*\bsrc=)/);
  });

  test('404.html needs no other file, and its style and script are allowed by hashes that fit', () => {
    const html = notFoundHtml(['97110']);
    for (const name of ['style', 'script']) {
      const text = new RegExp(`<${name}>([^]*)</${name}>`).exec(html)?.[1] ?? '';
      expect(html).toContain(`${name}-src 'sha256-${createHash('sha256').update(text).digest('base64')}'`);
    }
    expect(html).not.toMatch(/<link|\ssrc=/);
  });
});
