/**
 * Pixels a line of text takes, estimated: geometry is settled without a screen, and must be the same in a static
 * SVG as in the running page. Errs on the wide side for the system fonts at weight 400 to 600.
 */
export function textWidth(text: string, fontSize: number): number {
  return text.length * fontSize * 0.56;
}

/**
 * Breaks a label into at most two lines at spaces; the second line takes whatever is left.
 * A single long word is never cut: a payer's name must be readable in full.
 */
export function wrapLabel(label: string, width: number, fontSize: number): readonly string[] {
  if (textWidth(label, fontSize) <= width) return [label];
  const words = label.split(' ');
  let first = words[0] ?? '';
  let used = 1;
  for (const word of words.slice(1)) {
    if (textWidth(`${first} ${word}`, fontSize) > width) break;
    first = `${first} ${word}`;
    used += 1;
  }
  const rest = words.slice(used).join(' ');
  return rest === '' ? [first] : [first, rest];
}
