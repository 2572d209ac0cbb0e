import styles from './FluidRangeChart.module.css';
import type { PlacedWords, Roomed } from './fluidRange.ts';

/** Words beside a mark of the fluid drawing, in each room where they fit. */
export function FluidRangeText(props: {
  readonly words: readonly Roomed<PlacedWords>[];
  readonly y: number;
  readonly kind: 'beyond' | 'absence' | 'medicare';
}) {
  return props.words.map(({ thing: { text, share, pixels, anchor, rise }, room }) => (
    <text
      key={`${room} ${text}`}
      className={[styles['words'], styles[props.kind], ...(room ? [styles[room]] : [])].join(' ')}
      x={share}
      dx={pixels || undefined}
      y={props.y + rise}
      style={{ textAnchor: anchor }}
    >
      {text}
    </text>
  ));
}
