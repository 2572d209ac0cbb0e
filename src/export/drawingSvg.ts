import { htmlCopy } from './htmlCopy.ts';
import { emptySvg, rounded } from './svgCopy.ts';

/** What a drawing must say when it has left the page. */
export interface DrawingWords {
  readonly title: string;
  readonly summary: string;
  /** Release, scope, address: one line, broken where it must be. */
  readonly source: string;
}

const margin = 20;
const titleSize = 18;
const sourceSize = 11;

/**
 * A drawing of the page as an SVG document of its own: title, key, drawing and source inside, in the light theme, every
 * colour and font written out. It stays as it is wherever it is opened.
 *
 * @param box the part of the page that holds the drawing and its key
 */
export function drawingSvg(box: Element, words: DrawingWords): string {
  return inLightTheme(box.ownerDocument.documentElement, () => {
    const size = box.getBoundingClientRect();
    const width = Math.max(size.width, 280) + 2 * margin;
    const { color, fontFamily } = getComputedStyle(box);
    const inside = width - 2 * margin;
    const title = linesWithin(words.title, inside, `600 ${titleSize}px ${fontFamily}`);
    const source = linesWithin(words.source, inside, `400 ${sourceSize}px ${fontFamily}`);
    const top = margin + title.length * titleSize * 1.3 + 8;
    const below = top + size.height + 12;
    const height = below + source.length * sourceSize * 1.4 + margin - 6;

    const svg = emptySvg('svg');
    svg.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
    svg.setAttribute('width', rounded(width));
    svg.setAttribute('height', rounded(height));
    svg.setAttribute('viewBox', `0 0 ${rounded(width)} ${rounded(height)}`);
    svg.setAttribute('role', 'img');
    svg.setAttribute('font-family', fontFamily);
    svg.setAttribute('style', 'font-variant-numeric: tabular-nums');
    svg.append(said('title', words.title), said('desc', `${words.summary} ${words.source}`));
    const paper = emptySvg('rect');
    paper.setAttribute('width', '100%');
    paper.setAttribute('height', '100%');
    paper.setAttribute('fill', '#ffffff');
    svg.append(paper);
    const look = { 'font-weight': '600', 'font-size': String(titleSize), fill: color };
    title.forEach((line, index) => {
      svg.append(textLine(line, margin + titleSize * (0.9 + index * 1.3), look));
    });
    const parts = emptySvg('g');
    parts.setAttribute('transform', `translate(${margin} ${rounded(top)})`);
    htmlCopy(box, { left: size.left, top: size.top, parts });
    svg.append(parts);
    source.forEach((line, index) => {
      const y = below + sourceSize * (0.9 + index * 1.4);
      svg.append(textLine(line, y, { 'font-size': String(sourceSize), fill: color }));
    });
    return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(svg)}\n`;
  });
}

/**
 * Runs `read` while the page is in its light theme. Nothing is painted in between: the browser paints only after the
 * script has given way.
 */
function inLightTheme<Result>(root: HTMLElement, read: () => Result): Result {
  const before = root.dataset['theme'];
  root.dataset['theme'] = 'light';
  root.dataset['paper'] = '';
  try {
    return read();
  } finally {
    delete root.dataset['paper'];
    if (before === undefined) delete root.dataset['theme'];
    else root.dataset['theme'] = before;
  }
}

function said(name: 'title' | 'desc', text: string): Element {
  const element = emptySvg(name);
  element.append(text);
  return element;
}

function textLine(text: string, y: number, look: Readonly<Record<string, string>>): Element {
  const line = emptySvg('text');
  line.setAttribute('x', String(margin));
  line.setAttribute('y', rounded(y));
  for (const [name, value] of Object.entries(look)) line.setAttribute(name, value);
  line.append(text);
  return line;
}

/** Text broken between words to lines no wider than `width`; a word that is wider alone is broken inside. */
function linesWithin(text: string, width: number, font: string): readonly string[] {
  const pen = document.createElement('canvas').getContext('2d');
  if (!pen) return [text];
  pen.font = font;
  const fits = (line: string) => pen.measureText(line).width <= width;
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (fits(longer)) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    line = word;
    while (!fits(line)) {
      let cut = line.length - 1;
      while (cut > 1 && !fits(line.slice(0, cut))) cut -= 1;
      lines.push(line.slice(0, cut));
      line = line.slice(cut);
    }
  }
  return line === '' ? lines : [...lines, line];
}
