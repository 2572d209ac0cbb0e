/** The text a problem quotes: at most 80 characters, so one bad line cannot fill the page. */
export function excerpt(text: string): string {
  return text.length <= 80 ? text : `${text.slice(0, 79)}…`;
}
