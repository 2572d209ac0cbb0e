/**
 * Where the site will stand, as given in `SITE_URL`, with one slash at its end: pages are found below it. Undefined where
 * nothing was given; an empty value is how many build services say that.
 *
 * @throws Error for what is no web address: it would end in the middle of the build, far from its cause.
 */
export function readSiteUrl(given: string | undefined): string | undefined {
  const text = given?.trim() ?? '';
  if (text === '') return undefined;
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || !/^https?:$/.test(url.protocol) || url.search !== '' || url.hash !== '') {
    throw new Error(
      `SITE_URL is "${text}": it must be the web address of the site's root, like https://example.org/atlas/`,
    );
  }
  return text.replace(/\/*$/, '/');
}
