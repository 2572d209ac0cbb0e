import { places } from '../src/domain/place.ts';
import { codePageTitle, statesPageTitle } from '../src/text/codePageTitle.ts';
import { pageTitle } from '../src/text/pageTitle.ts';

/** A page that gets a file of its own, so a deep link works on any static host. */
export interface SiteShell {
  /** Folder below the site's root, with a trailing slash: `code/97110/TX/`. */
  readonly path: string;
  readonly title: string;
  readonly description: string;
}

/** What a shell needs of a code: the number and our own short title. */
export interface ShellCode {
  readonly code: string;
  readonly title: string;
}

const fixedShells: readonly SiteShell[] = [
  {
    path: '',
    title: pageTitle(''),
    description:
      'Published payer rates for therapy billing codes, nationally and by state, compared with Medicare. Computed in your browser.',
  },
  {
    path: 'medicare/',
    title: pageTitle('Medicare fee schedule'),
    description:
      'Medicare physician fee schedule amounts by code, place and year, with the cause of each change since 2020.',
  },
  {
    path: 'brief/',
    title: pageTitle('Negotiation brief'),
    description:
      'One to six billing codes in a place on one to four printed pages: what payers pay, beside Medicare.',
  },
  {
    path: 'own/',
    title: pageTitle('Your rates'),
    description:
      'Open a CSV of your own rates beside the published ones. The file never leaves your browser.',
  },
  {
    path: 'methodology/',
    title: pageTitle('Methodology'),
    description: 'How every figure is defined: votes, means, percentiles, and the comparison with Medicare.',
  },
  {
    path: 'data/',
    title: pageTitle('Data'),
    description: 'Sources, coverage and known problems of the data release behind every figure.',
  },
];

function codeShell({ code, title }: ShellCode, place: { code: string; name: string } | null): SiteShell {
  return {
    path: place ? `code/${code}/${place.code}/` : `code/${code}/`,
    title: codePageTitle(code, title, place?.code ?? null),
    description: `What payers pay for ${code} (${title}) ${place ? `in ${place.name}` : 'nationally'}: mean, P25, median and P75 by payer, beside Medicare.`,
  };
}

function statesShell({ code, title }: ShellCode): SiteShell {
  return {
    path: `code/${code}/states/`,
    title: statesPageTitle(code, title),
    description: `What payers pay for ${code} (${title}) in every state, ranked, mapped and beside the nation.`,
  };
}

/** Every page below the root: the fixed ones, and for each code the nation, all states at once and all 53 places. */
export function siteShells(codes: readonly ShellCode[]): SiteShell[] {
  const codeShells = codes.flatMap((code) => [
    codeShell(code, null),
    statesShell(code),
    ...places.map((place) => codeShell(code, place)),
  ]);
  return [...fixedShells, ...codeShells];
}

/** `97110` of `code/97110/TX/`; empty for other pages. */
export function codeOf(pagePath: string): string {
  return /^code\/([^/]+)\//.exec(pagePath)?.[1] ?? '';
}

/** The way from a page back to the site's root: `code/97110/` → `../../`, the root itself → `./`. */
export function wayToRoot(path: string): string {
  return '../'.repeat(path.split('/').length - 1) || './';
}

/**
 * The root page's HTML as the page at `shell.path`: its own title, description and depth, and every address
 * that began with `./` made relative to the page's folder.
 *
 * @throws Error when the root page lacks one of the parts that must change, so no page goes out half-made.
 */
export function shellHtml(rootHtml: string, shell: SiteShell): string {
  const depth = wayToRoot(shell.path);
  let html = rootHtml.replace(/\b(src|href)="\.\//g, `$1="${depth}`);
  html = replaceOnce(html, /<title>[^<]*<\/title>/, `<title>${escapeHtml(shell.title)}</title>`);
  html = replaceOnce(html, descriptionPattern, escapeHtml(shell.description));
  return withDepth(html, depth);
}

const descriptionPattern =
  /(?<=<meta\s+name="description"\s+property="og:description"\s+content=")[^"]*(?=")/;

/** The page with its depth written in: the app resolves it against its own address to find the site's root. */
export function withDepth(html: string, depth: string): string {
  return replaceOnce(html, /(?<=<meta\s+name="depth"\s+content=")[^"]*(?=")/, depth);
}

function replaceOnce(html: string, pattern: RegExp, replacement: string): string {
  if (!pattern.test(html)) throw new Error(`index.html has no part that looks like ${pattern.source}`);
  return html.replace(pattern, () => replacement);
}

/** Text for an attribute or an element. */
export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
