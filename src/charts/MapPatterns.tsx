import { type Hatching, hatchId, hatchings } from './mapPaint.ts';

interface MapPatternsProps {
  /** Unique in the document: `useId`. */
  readonly prefix: string;
  /** Pixels per unit of the drawing: the hatching stays the same size on the screen. */
  readonly scale: number;
}

const tile = 6;

const marks: Readonly<Record<Hatching, string>> = {
  none: `M-1 1 1-1M0 ${tile} ${tile} 0M${tile - 1} ${tile + 1} ${tile + 1} ${tile - 1}`,
  outside: `M${tile - 1}-1l2 2M0 0l${tile} ${tile}M-1 ${tile - 1}l2 2`,
  few: 'M1.5 1.5h.01M4.5 4.5h.01',
  incomparable: `M0 ${tile / 2}h${tile}M${tile / 2} 0v${tile}`,
};

/** The hatchings of the absences, each with its own drawing so that they differ without colour: lines up, lines down, dots, a grid. */
export function MapPatterns({ prefix, scale }: MapPatternsProps) {
  return (
    <defs>
      {hatchings.map((hatching) => (
        <pattern
          key={hatching}
          id={hatchId(prefix, hatching)}
          width={tile}
          height={tile}
          patternUnits="userSpaceOnUse"
          patternTransform={`scale(${1 / scale})`}
        >
          <rect width={tile} height={tile} fill="var(--map-gap)" />
          <path
            d={marks[hatching]}
            stroke="var(--map-hatch)"
            strokeWidth={hatching === 'few' ? 1.8 : 0.8}
            strokeLinecap="round"
            fill="none"
          />
        </pattern>
      ))}
    </defs>
  );
}
