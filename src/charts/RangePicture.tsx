import type { ReactNode } from 'react';
import type { RangeModel } from '../figures/rangeModel.ts';
import { legendEntries } from './legendEntries.tsx';
import { RangeDrawing } from './RangeDrawing.tsx';
import { type RangeGeometry, rangeGeometry } from './rangeGeometry.ts';
import { smallText } from './rangeLayout.ts';
import { proseWidth, wrapText } from './wrapText.ts';

const ink = 'var(--color-text)';
const muted = 'var(--color-muted)';
/** Fonts of one width: a picture's lines are broken by estimate, and must fit wherever it is opened. */
export const pictureFont = "Arimo, 'Liberation Sans', Arial, Helvetica, sans-serif";

/** Words that go with a chart wherever it is sent. */
export interface PictureWords {
  readonly title: string;
  /** What the figure says, a sentence or three. */
  readonly summary: string;
  /** Where the figures come from: release, method, address. */
  readonly source: string;
}

/** Lines of one size; `y` is the first baseline. */
export function PictureLines(props: {
  readonly lines: readonly string[];
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly step: number;
  readonly weight?: number;
  readonly fill?: string;
}) {
  return (
    <text fontSize={props.size} fontWeight={props.weight ?? 400} fill={props.fill ?? muted}>
      {props.lines.map((line, index) => (
        <tspan key={`${index} ${line}`} x={props.x} y={props.y + index * props.step}>
          {line}
        </tspan>
      ))}
    </text>
  );
}

/** The key in rows of at most `width` pixels, each 22 high. */
export function pictureLegend(geometry: RangeGeometry, width: number): { rows: number; drawing: ReactNode } {
  let x = 0;
  let row = 0;
  const placed = legendEntries(geometry).map((entry) => {
    const taken = entry.width + 6 + proseWidth(entry.words, smallText);
    if (x > 0 && x + taken > width) {
      x = 0;
      row += 1;
    }
    const at = { entry, x, y: row * 22 };
    x += taken + 18;
    return at;
  });
  const drawing = placed.map(({ entry, x: left, y }) => (
    <g key={entry.words} transform={`translate(${left} ${y})`}>
      {entry.glyph}
      <text x={entry.width + 6} y={12} fontSize={smallText} fill={muted}>
        {entry.words}
      </text>
    </g>
  ));
  return { rows: placed.length === 0 ? 0 : row + 1, drawing };
}

const margin = 24;

/**
 * A range chart as a picture of its own: title, what it says, key, chart and source inside one SVG, as high as it
 * needs. Colours are tokens; `rangeSvg` writes them out.
 *
 * @param width of the picture in pixels, its margins included
 */
export function RangePicture({
  model,
  words,
  width,
}: {
  readonly model: RangeModel;
  readonly words: PictureWords;
  readonly width: number;
}) {
  const inner = width - 2 * margin;
  const geometry = rangeGeometry(model, inner);
  const title = wrapText(words.title, inner, 20);
  const summary = wrapText(words.summary, inner, 13);
  const legend = pictureLegend(geometry, inner);
  const beyond = model.beyond.flatMap((line) => wrapText(line, inner, smallText));
  const source = wrapText(words.source, inner, smallText);
  const titleY = margin + 18;
  const summaryY = titleY + (title.length - 1) * 25 + 26;
  const legendY = summaryY + (summary.length - 1) * 19 + 16;
  const chartY = legendY + legend.rows * 22 + 6;
  const beyondY = chartY + geometry.layout.height + 14;
  const sourceY = beyondY + beyond.length * 17 + 8;
  const height = sourceY + (source.length - 1) * 17 + margin;
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      fontFamily={pictureFont}
      role="img"
      aria-label={`${words.title}. ${words.summary}`}
    >
      <rect width={width} height={height} fill="var(--color-raised)" />
      <PictureLines lines={title} x={margin} y={titleY} size={20} step={25} weight={700} fill={ink} />
      <PictureLines lines={summary} x={margin} y={summaryY} size={13} step={19} />
      <g transform={`translate(${margin} ${legendY})`}>{legend.drawing}</g>
      <g transform={`translate(${margin} ${chartY})`}>
        <RangeDrawing geometry={geometry} />
      </g>
      <PictureLines lines={beyond} x={margin} y={beyondY} size={smallText} step={17} />
      <PictureLines lines={source} x={margin} y={sourceY} size={smallText} step={17} />
    </svg>
  );
}
