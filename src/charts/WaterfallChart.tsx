import { useId, useMemo } from 'react';
import type { WaterfallModel } from '../figures/waterfall.ts';
import { BarPatterns, PatternBar } from './BarPatterns.tsx';
import { BarAxis, BarRowWords } from './BarRowWords.tsx';
import styles from './RangeChart.module.css';
import { type WaterfallMark, waterfallGeometry } from './waterfallGeometry.ts';

interface WaterfallChartProps {
  readonly model: WaterfallModel;
  /** Pixels; `MeasuredChart` measures it. */
  readonly width: number;
}

/** Amounts as they stand in solid bars, the steps between them hatched: gains aslant, losses level, the rest dotted. */
export function WaterfallChart({ model, width }: WaterfallChartProps) {
  const prefix = useId();
  const { height, plot, marks, ticks } = useMemo(() => waterfallGeometry(model, width), [model, width]);
  const isBroken = model.domain[0] > 0;
  return (
    <div className={styles['chart']}>
      <svg
        className={styles['drawing']}
        role="img"
        aria-label={`${model.title}. ${model.summary} The table below has every number.`}
        width={width}
        height={height}
      >
        <BarPatterns prefix={prefix} of={['gain', 'loss', 'rest']} />
        <BarAxis plot={plot} ticks={ticks} />
        {marks.map((mark) => (
          <g key={mark.id} data-row={mark.id}>
            {mark.link ? (
              <line
                x1={mark.link.x}
                x2={mark.link.x}
                y1={mark.link.from}
                y2={mark.link.to}
                stroke="var(--color-control)"
                strokeDasharray="2 3"
              />
            ) : null}
            <Bar mark={mark} prefix={prefix} />
            <BarRowWords row={mark} />
          </g>
        ))}
      </svg>
      {isBroken ? (
        <p className={styles['beyond']}>The axis does not start at $0; bars that do are drawn broken.</p>
      ) : null}
    </div>
  );
}

function Bar({ mark, prefix }: { readonly mark: WaterfallMark; readonly prefix: string }) {
  const { paint, bar, breakX } = mark;
  if (paint !== 'total') return <PatternBar prefix={prefix} fill={paint} {...bar} />;
  return (
    <>
      <rect data-mark="total" {...bar} fill="var(--color-muted)" />
      {breakX === null ? null : (
        <path
          data-mark="break"
          d={`M${breakX + 3} ${bar.y - 2}l-5 ${bar.height / 2 - 1} 6 4-5 ${bar.height / 2 + 1}`}
          stroke="var(--color-raised)"
          strokeWidth={4}
          fill="none"
        />
      )}
    </>
  );
}
