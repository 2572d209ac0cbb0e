/** A heading of a CMS template. */
export interface HospitalHeading {
  /** Between the bars, as published. */
  readonly parts: readonly string[];
  /** The same in the template's own spelling: `License_Number | IL` → `license_number`, `il`. */
  readonly words: readonly string[];
}

/** Reads a heading whatever its case and blanks, and a byte order mark before it. */
export function hospitalHeading(text: string): HospitalHeading {
  const parts = text
    .replace(/^\uFEFF/, '')
    .split('|')
    .map((part) => part.replace(/[\r\n\t]+/g, ' ').trim());
  return { parts, words: parts.map((part) => part.toLowerCase().replace(/[\s-]+/g, '_')) };
}
