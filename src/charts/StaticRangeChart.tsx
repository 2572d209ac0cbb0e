import { useId } from 'react';
import type { RangeModel } from '../figures/rangeModel.ts';
import styles from './RangeChart.module.css';
import { RangeDrawing } from './RangeDrawing.tsx';
import { RangeLegend } from './RangeLegend.tsx';
import { rangeGeometry } from './rangeGeometry.ts';

export interface StaticRangeChartProps {
  readonly model: RangeModel;
  /** Pixels. */
  readonly width: number;
  readonly rowHeight?: number;
}

/**
 * The range chart as a picture: what `RangeChart` draws, at the same places and of the same size, without its
 * pointer and keyboard. For pages before any script has run, and for paper. It renders on a server.
 */
export function StaticRangeChart({ model, width, rowHeight }: StaticRangeChartProps) {
  const geometry = rangeGeometry(model, width, rowHeight);
  const { height } = geometry.layout;
  const id = useId();
  return (
    <div className={styles['chart']}>
      <RangeLegend geometry={geometry} />
      <svg
        className={styles['drawing']}
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-labelledby={`${id}title`}
        aria-describedby={`${id}desc`}
      >
        <title id={`${id}title`}>{model.title}</title>
        <desc id={`${id}desc`}>{model.summary}</desc>
        <RangeDrawing geometry={geometry} />
      </svg>
      {model.beyond.map((words) => (
        <p key={words} className={styles['beyond']}>
          {words}
        </p>
      ))}
    </div>
  );
}
