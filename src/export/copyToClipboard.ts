/** What goes to the clipboard, by media type; `text/plain` is always there. */
export interface Copied {
  readonly text: string;
  readonly html?: string;
}

/**
 * Puts text, and a table as HTML beside it, on the clipboard.
 *
 * @returns whether it got there: browsers may refuse, and pages without https have no clipboard interface.
 */
export async function copyToClipboard(copied: Copied): Promise<boolean> {
  const { text, html } = copied;
  try {
    if (html === undefined) {
      await navigator.clipboard.writeText(text);
      return true;
    }
    const forms = {
      'text/plain': new Blob([text], { type: 'text/plain' }),
      'text/html': new Blob([html], { type: 'text/html' }),
    };
    await navigator.clipboard.write([new ClipboardItem(forms)]);
    return true;
  } catch {
    return copyByEvent(copied);
  }
}

/** The older way: the browser asks the page what to copy, and the page answers. Deprecated, and everywhere. */
function copyByEvent({ text, html }: Copied): boolean {
  let isAsked = false;
  function answer(event: ClipboardEvent) {
    if (!event.clipboardData) return;
    event.clipboardData.setData('text/plain', text);
    if (html !== undefined) event.clipboardData.setData('text/html', html);
    event.preventDefault();
    isAsked = true;
  }
  document.addEventListener('copy', answer, { once: true });
  try {
    return document.execCommand('copy') && isAsked;
  } catch {
    return false;
  } finally {
    document.removeEventListener('copy', answer);
  }
}
