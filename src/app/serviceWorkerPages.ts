/** What the service worker does to pages, apart from the worker itself, so that a test can ask it. */

const stampPattern = /<meta name="build" content="([^"]*)" \/>/;

/** The build a page belongs to, as the build stamped it; undefined for any other text. */
export function buildOf(html: string): string | undefined {
  return stampPattern.exec(html)?.[1];
}

/**
 * The empty page of the site's root as the page at `path` (`code/97110/TX/`): its way to the root and its relative
 * addresses lengthened, as the build does it for pages with a file of their own.
 */
export function atDepth(shell: string, path: string): string {
  const depth = '../'.repeat(path.split('/').length - 1) || './';
  return shell
    .replace(/\b(src|href)="\.\//g, `$1="${depth}`)
    .replace(/(<meta\s+name="depth"\s+content=")[^"]*(")/, `$1${depth}$2`);
}

/** Whether `bytes` are the file whose SHA-256 begins with `version` (hexadecimal). */
export async function isVersion(bytes: ArrayBuffer, version: string): Promise<boolean> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  const hex = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return version.length >= 8 && hex.startsWith(version);
}
