import { barOpacity } from './rangeLayout.ts';
import type { BeyondMark } from './rangeRow.ts';

/*
 * The chart's signs, once: rows and legend draw the same ones. Paint is given as SVG attributes, not `style`, so a
 * static SVG under a strict content policy keeps it. Text colour, not the payer's, for median and mean: they must
 * stand out from the bar they lie on, whatever its colour.
 */
const surface = 'var(--color-raised)';
const ink = 'var(--color-text)';

export function BarGlyph(props: {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly paint: string;
}) {
  const width = Math.max(2, props.width);
  return (
    <rect
      data-mark="bar"
      x={props.x}
      y={props.y}
      width={width}
      height={props.height}
      rx={Math.min(4, width / 2)}
      fill={props.paint}
      fillOpacity={barOpacity}
      stroke={props.paint}
      strokeWidth={1.5}
    />
  );
}

export function MedianGlyph(props: { readonly x: number; readonly y: number; readonly reach: number }) {
  return (
    <line
      data-mark="median"
      x1={props.x}
      x2={props.x}
      y1={props.y - props.reach}
      y2={props.y + props.reach}
      stroke={ink}
      strokeWidth={3}
    />
  );
}

export function MeanGlyph(props: { readonly x: number; readonly y: number }) {
  const { x, y } = props;
  return (
    <path
      data-mark="mean"
      d={`M${x} ${y - 6}L${x + 6} ${y}L${x} ${y + 6}L${x - 6} ${y}Z`}
      fill={surface}
      stroke={ink}
      strokeWidth={1.75}
      strokeLinejoin="round"
    />
  );
}

export function VoteGlyph(props: {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly paint: string;
}) {
  return (
    <circle
      data-mark="vote"
      cx={props.x}
      cy={props.y}
      r={props.radius - 0.75}
      fill={props.paint}
      fillOpacity={barOpacity}
      stroke={props.paint}
      strokeWidth={1.5}
    />
  );
}

/** A filled arrow head whose tip is at `x`. */
export function BeyondGlyph(props: Pick<BeyondMark, 'x' | 'y' | 'side'>) {
  const back = props.side === 'above' ? -9 : 9;
  return (
    <path
      data-mark="beyond"
      d={`M${props.x} ${props.y}l${back} -5.5v11Z`}
      fill={ink}
      stroke={surface}
      strokeWidth={1}
      paintOrder="stroke"
    />
  );
}

/** On a line of the surface's colour: on a bar alone it would stand less than 3 to 1 in the dark theme. */
export function MedicareGlyph(props: { readonly x: number; readonly top: number; readonly bottom: number }) {
  const d = `M${props.x} ${props.top}V${props.bottom}`;
  return (
    <>
      <path d={d} stroke={surface} strokeWidth={5} />
      <path data-mark="medicare" d={d} stroke="var(--payer-medicare)" strokeWidth={2} strokeDasharray="5 4" />
    </>
  );
}
