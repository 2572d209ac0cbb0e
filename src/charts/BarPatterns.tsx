/** The fills of bars: each has its own drawing, so that they differ without colour. */
const fills = {
  gain: { colour: 'var(--color-positive)', path: 'M-1 1 1-1M0 6 6 0M5 7 7 5', width: 1.6 },
  loss: { colour: 'var(--color-negative)', path: 'M0 1.5h6M0 4.5h6', width: 1.4 },
  rest: { colour: 'var(--color-muted)', path: 'M1.5 1.5h.01M4.5 4.5h.01', width: 2.2 },
  volume: { colour: 'var(--color-warning)', path: 'M-1 1 1-1M0 6 6 0M5 7 7 5', width: 1.4 },
} as const;
export type BarFill = keyof typeof fills;

/** The patterns of some fills, for the `<defs>` of a drawing. */
export function BarPatterns({ prefix, of }: { readonly prefix: string; readonly of: readonly BarFill[] }) {
  return (
    <defs>
      {of.map((fill) => (
        <pattern key={fill} id={`${prefix}-${fill}`} width={6} height={6} patternUnits="userSpaceOnUse">
          <rect width={6} height={6} fill="var(--color-raised)" />
          <path
            d={fills[fill].path}
            stroke={fills[fill].colour}
            strokeWidth={fills[fill].width}
            strokeLinecap="round"
            fill="none"
          />
        </pattern>
      ))}
    </defs>
  );
}

interface PatternBarProps {
  readonly prefix: string;
  readonly fill: BarFill;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export function PatternBar({ prefix, fill, ...box }: PatternBarProps) {
  return (
    <rect
      data-mark={fill}
      {...box}
      fill={`url(#${prefix}-${fill})`}
      stroke={fills[fill].colour}
      strokeWidth={1.25}
    />
  );
}
