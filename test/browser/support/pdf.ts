import { getDocumentProxy } from 'unpdf';

/** What stands on one baseline of a page, from left to right. */
export interface PdfLine {
  readonly text: string;
  /** Points from the page's left and bottom edge. */
  readonly left: number;
  readonly right: number;
  readonly y: number;
}

export interface PdfPage {
  /** Points. */
  readonly width: number;
  readonly height: number;
  readonly lines: readonly PdfLine[];
  readonly words: readonly PdfWord[];
}

/** The pages of a PDF, their words gathered into the lines they stand on. */
export async function readPdf(bytes: Uint8Array): Promise<readonly PdfPage[]> {
  // The reader takes the bytes for itself.
  const document = await getDocumentProxy(bytes.slice());
  return Promise.all(
    Array.from({ length: document.numPages }, async (_, index) => {
      const page = await document.getPage(index + 1);
      const [, , width = 0, height = 0] = page.view;
      const { items } = await page.getTextContent();
      const words = items.flatMap((item) =>
        'str' in item && item.str.trim() !== ''
          ? [
              {
                text: item.str,
                x: Number(item.transform[4]),
                y: Number(item.transform[5]),
                width: item.width,
                size: item.height,
              },
            ]
          : [],
      );
      return { width, height, lines: linesOf(words), words };
    }),
  );
}

interface PdfWord {
  readonly text: string;
  /** Points from the page's left edge and from its bottom edge up to the baseline. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Of the letters, in points. */
  readonly size: number;
}

/** Words printed over others. A halo is the same words once more at the same place. */
export function printedOver({ words }: PdfPage): readonly string[] {
  return words.flatMap((one, index) =>
    words
      .slice(index + 1)
      .filter(
        (other) =>
          other.text !== one.text &&
          Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x) > 1 &&
          Math.abs(one.y - other.y) < 0.6 * Math.min(one.size, other.size),
      )
      .map((other) => `${one.text} / ${other.text}`),
  );
}

/** Words whose baselines are less than a point apart stand on one line. */
function linesOf(words: readonly PdfWord[]): readonly PdfLine[] {
  const rows = new Map<number, PdfWord[]>();
  for (const word of words) {
    const y = [...rows.keys()].find((each) => Math.abs(each - word.y) < 1) ?? word.y;
    rows.set(y, [...(rows.get(y) ?? []), word]);
  }
  return [...rows].map(([y, row]) => {
    const sorted = row.toSorted((a, b) => a.x - b.x);
    return {
      y,
      text: sorted
        .map((word) => word.text)
        .join(' ')
        .replace(/\s+/g, ' '),
      left: Math.min(...sorted.map((word) => word.x)),
      right: Math.max(...sorted.map((word) => word.x + word.width)),
    };
  });
}

/**
 * Fonts of a PDF, as Chromium writes it, that do not travel inside it. A Type 3 font is drawn letter by letter and has
 * no font file; every other needs one.
 */
export function fontsMissing(bytes: Uint8Array): readonly string[] {
  const text = Buffer.from(bytes).toString('latin1');
  const drawn = [...text.matchAll(/<<[^<>]*\/Type3[^]*?endobj/g)].flatMap(
    ([font]) => /\/FontDescriptor (\d+) 0 R/.exec(font)?.[1] ?? [],
  );
  const descriptors = [...text.matchAll(/\n(\d+) 0 obj\s*<<\/Type \/FontDescriptor([^]*?)>>/g)];
  if (descriptors.length === 0) return ['no font described at all'];
  return descriptors.flatMap(([, id = '', body = '']) =>
    body.includes('/FontFile') || drawn.includes(id) ? [] : [/\/FontName (\S+)/.exec(body)?.[1] ?? id],
  );
}
