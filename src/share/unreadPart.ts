/** A part of an address that could not be read, and what the page did instead. */
export interface UnreadPart {
  /** As it stands in the address: `site=moon`. */
  readonly part: string;
  readonly reason: string;
}
