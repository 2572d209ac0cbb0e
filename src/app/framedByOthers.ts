/** What is asked of a window and of those around it. */
interface Framed {
  readonly origin: string;
  readonly parent: Framed;
}

/**
 * Whether a page of another origin stands around this one, however far out. Such a page could lay its own over what a
 * reader clicks, and only a header of the host can keep it from framing; a page can at least decline to be of use in it.
 *
 * @param page the window asked about.
 */
export function isFramedByOthers(page: Framed): boolean {
  for (let inner = page; inner.parent !== inner; inner = inner.parent) {
    if (originOf(inner.parent) !== page.origin) return true;
  }
  return false;
}

/** Null where the browser does not tell, which it does only of other origins. */
function originOf(frame: Framed): string | null {
  try {
    return frame.origin;
  } catch {
    return null;
  }
}
