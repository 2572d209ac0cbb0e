import { emptySvg, rounded, svgCopy, writeLooks } from './svgCopy.ts';

/** Where a drawing begins on the screen, and where its parts go. */
interface Sheet {
  readonly left: number;
  readonly top: number;
  readonly parts: Element;
}

/**
 * A box of the page as SVG: its drawings, the words beside them line by line as the browser broke them, and the fills
 * and edges of its boxes. Legends are HTML for the page's sake; in a file they have to be part of the drawing.
 */
export function htmlCopy(element: Element, sheet: Sheet): void {
  if (element instanceof SVGSVGElement) {
    const { left, top } = element.getBoundingClientRect();
    sheet.parts.append(svgCopy(element, left - sheet.left, top - sheet.top));
    return;
  }
  const style = getComputedStyle(element);
  const box = element.getBoundingClientRect();
  // Words for screen readers are one pixel large; details on hover are not part of the drawing.
  if (style.display === 'none' || style.visibility === 'hidden' || box.width <= 1) return;
  if (element.matches('[role="status"], [data-print="hide"]')) return;
  boxCopy(box, style, sheet);
  for (const child of element.childNodes) {
    if (child instanceof Element) htmlCopy(child, sheet);
    else if (child instanceof Text) for (const line of linesOf(child, style, sheet)) sheet.parts.append(line);
  }
}

const clear = 'rgba(0, 0, 0, 0)';

function boxCopy(box: DOMRect, style: CSSStyleDeclaration, sheet: Sheet): void {
  const edge = style.borderTopStyle === 'none' ? 0 : Number.parseFloat(style.borderTopWidth);
  const isFilled = style.backgroundColor !== clear;
  if (!isFilled && edge === 0) return;
  const rect = emptySvg('rect');
  const place = {
    x: box.left - sheet.left + edge / 2,
    y: box.top - sheet.top + edge / 2,
    width: box.width - edge,
    height: box.height - edge,
  };
  for (const [name, value] of Object.entries(place)) rect.setAttribute(name, rounded(value));
  rect.setAttribute('rx', String(Number.parseFloat(style.borderTopLeftRadius) || 0));
  rect.setAttribute('fill', isFilled ? style.backgroundColor : 'none');
  if (edge > 0) {
    rect.setAttribute('stroke', style.borderTopColor);
    rect.setAttribute('stroke-width', String(edge));
  }
  sheet.parts.append(rect);
}

/** The words of a text as the browser broke them: those at the same height are a line. */
function linesOf(text: Text, style: CSSStyleDeclaration, sheet: Sheet): readonly Element[] {
  const lines: { words: string[]; box: DOMRect }[] = [];
  const range = document.createRange();
  for (const { 0: word, index } of text.data.matchAll(/\S+/g)) {
    range.setStart(text, index);
    range.setEnd(text, index + word.length);
    const box = range.getBoundingClientRect();
    if (box.width === 0) continue;
    const last = lines.at(-1);
    if (last && Math.abs(last.box.top - box.top) < 2) last.words.push(word);
    else lines.push({ words: [word], box });
  }
  return lines.map(({ words, box }) => {
    const line = emptySvg('text');
    line.setAttribute('x', rounded(box.left - sheet.left));
    line.setAttribute('y', rounded(baseline(box, style) - sheet.top));
    line.setAttribute('fill', style.color);
    writeLooks(line, style);
    line.append(words.join(' '));
    return line;
  });
}

/** A text's box reaches from its font's ascent to its descent; SVG places text by the line between them. */
function baseline(box: DOMRect, style: CSSStyleDeclaration): number {
  const pen = document.createElement('canvas').getContext('2d');
  if (!pen) return box.top + box.height * 0.8;
  pen.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
  const { fontBoundingBoxAscent: above, fontBoundingBoxDescent: below } = pen.measureText('x');
  return box.top + (box.height - above - below) / 2 + above;
}
