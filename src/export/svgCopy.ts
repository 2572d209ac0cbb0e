/** What a drawing looks like without its page: as attributes, so that any program draws it the same. */
const looks: Readonly<Record<string, string>> = {
  fill: 'rgb(0, 0, 0)',
  'fill-opacity': '1',
  stroke: 'none',
  'stroke-width': '1px',
  'stroke-opacity': '1',
  'stroke-dasharray': 'none',
  'stroke-linecap': 'butt',
  'stroke-linejoin': 'miter',
  'vector-effect': 'none',
  'paint-order': 'normal',
};
const textLooks: Readonly<Record<string, string>> = {
  'font-family': '',
  'font-size': '',
  'font-weight': '400',
  'font-style': 'normal',
  'letter-spacing': 'normal',
  'text-anchor': 'start',
  'dominant-baseline': 'auto',
};

const shapes = new Set(['path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon', 'text', 'tspan']);
/** Attributes that make a shape; everything else (class, role, handlers, links) belongs to the page. */
const kept =
  /^(d|x|y|x1|y1|x2|y2|dx|dy|cx|cy|r|rx|ry|width|height|points|transform|viewBox|id|offset|patternUnits|patternContentUnits|patternTransform|clipPathUnits|clip-path|href)$/;

/**
 * An `<svg>` of the page with every colour and font written into it, placed at `x` and `y` of a larger drawing. What is
 * hidden is left out, links become groups.
 */
export function svgCopy(svg: SVGSVGElement, x: number, y: number): Element {
  const copy = copyOf(svg) ?? emptySvg('g');
  const { width, height } = svg.getBoundingClientRect();
  for (const [name, value] of Object.entries({ x, y, width, height }))
    copy.setAttribute(name, rounded(value));
  copy.setAttribute('overflow', 'visible');
  return copy;
}

/** A new element of SVG's namespace, without attributes. */
export function emptySvg(name: string): Element {
  return document.createElementNS('http://www.w3.org/2000/svg', name);
}

/** Hundredths of a pixel. */
export function rounded(value: number): string {
  return String(Math.round(value * 100) / 100);
}

/** What a chart draws only while a reader points at it. */
const passing = '.recharts-tooltip-cursor, .recharts-active-dot, [data-print="hide"]';

function copyOf(source: Element): Element | undefined {
  if (source.matches(passing)) return undefined;
  const name = source.localName === 'a' ? 'g' : source.localName;
  if (['foreignObject', 'title', 'desc', 'style', 'script'].includes(name)) return undefined;
  const style = getComputedStyle(source);
  if (style.display === 'none' || style.visibility === 'hidden') return undefined;
  const copy = emptySvg(name);
  for (const attribute of source.attributes) {
    // A link's address is not part of the drawing; a `<use>` needs its own.
    if (attribute.name === 'href' && source.localName !== 'use') continue;
    if (kept.test(attribute.name)) copy.setAttribute(attribute.name, attribute.value);
  }
  if (shapes.has(name)) writeLooks(copy, style, looks);
  if (name === 'text' || name === 'tspan') writeLooks(copy, style, textLooks);
  if (style.opacity !== '1') copy.setAttribute('opacity', style.opacity);
  for (const child of source.childNodes) {
    if (child instanceof Text) copy.append(child.data);
    else if (child instanceof Element) copy.append(copyOf(child) ?? '');
  }
  return copy;
}

/** Writes out what differs from what SVG has by itself. */
export function writeLooks(
  copy: Element,
  style: CSSStyleDeclaration,
  names: Readonly<Record<string, string>> = textLooks,
): void {
  for (const [name, usual] of Object.entries(names)) {
    const value = style.getPropertyValue(name);
    if (value !== '' && value !== usual) copy.setAttribute(name, value);
  }
}
