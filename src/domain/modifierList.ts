/** The single modifiers of a published row (`GP|CQ`); `none` for a row without any. */
export function modifierList(joined: string): readonly string[] {
  return joined === '' ? ['none'] : joined.split('|');
}
