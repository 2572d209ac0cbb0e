/**
 * The light theme's colour of each token, read from the text of `ui/tokens.css`: `--color-text` → `#171b22`.
 * A picture that leaves the page has no style sheet and no theme, and must name its colours itself.
 */
export function lightColours(tokensCss: string): ReadonlyMap<string, string> {
  const found = tokensCss.matchAll(/(--[a-z][a-z0-9-]*):\s*(?:light-dark\(\s*)?(#[0-9a-fA-F]{3,8})/g);
  return new Map([...found].map((match) => [match[1] as string, match[2] as string]));
}

/**
 * A drawing with every `var(--token)` and `var(--token, var(--other))` written out as a colour.
 *
 * @throws Error when neither token has a colour: the drawing would be painted black without a word.
 */
export function withColours(drawing: string, colours: ReadonlyMap<string, string>): string {
  return drawing.replace(
    /var\((--[a-z0-9-]+)(?:,\s*var\((--[a-z0-9-]+)\))?\)/g,
    (text: string, token: string, fallback: string | undefined) => {
      const colour = colours.get(token) ?? colours.get(fallback ?? '');
      if (colour === undefined) throw new Error(`no colour for ${text}`);
      return colour;
    },
  );
}
