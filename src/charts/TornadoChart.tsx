import { useId, useMemo } from 'react';
import type { TornadoModel } from '../figures/swingFigure.ts';
import { BarPatterns, PatternBar } from './BarPatterns.tsx';
import { BarAxis, BarRowWords } from './BarRowWords.tsx';
import { ChartLegend, type LegendSign, LegendSigns } from './ChartLegend.tsx';
import styles from './RangeChart.module.css';
import { tornadoGeometry } from './tornadoGeometry.ts';

interface TornadoChartProps {
  readonly model: TornadoModel;
  /** Pixels; `MeasuredChart` measures it. */
  readonly width: number;
}

const accent = 'var(--color-accent)';

/** How far the whole gain swings around where it stands: by each row's target in solid bars, by its volume hatched. */
export function TornadoChart({ model, width }: TornadoChartProps) {
  const prefix = useId();
  const { height, plot, baseX, marks, ticks } = useMemo(() => tornadoGeometry(model, width), [model, width]);
  const signs: readonly LegendSign[] = [
    {
      words: model.targetKey,
      width: 22,
      height: 12,
      glyph: <rect width={22} height={12} fill={accent} />,
    },
    {
      words: model.volumeKey,
      width: 22,
      height: 12,
      glyph: (
        <>
          <BarPatterns prefix={`${prefix}key`} of={['volume']} />
          <PatternBar prefix={`${prefix}key`} fill="volume" x={1} y={1} width={20} height={10} />
        </>
      ),
    },
    {
      words: model.baseText,
      width: 12,
      height: 12,
      glyph: <line x1={6} x2={6} y1={0} y2={12} stroke="var(--color-text)" strokeWidth={2} />,
    },
  ];
  return (
    <div className={styles['chart']}>
      <ChartLegend>
        <LegendSigns signs={signs} />
      </ChartLegend>
      <svg
        className={styles['drawing']}
        role="img"
        aria-label={`${model.title}. ${model.summary} The table below has every number.`}
        width={width}
        height={height}
      >
        <BarPatterns prefix={prefix} of={['volume']} />
        <BarAxis plot={plot} ticks={ticks} />
        {marks.map((mark) => (
          <g key={mark.id} data-row={mark.id}>
            <rect data-mark="target" {...mark.target} fill={accent} />
            <PatternBar prefix={prefix} fill="volume" {...mark.volume} />
          </g>
        ))}
        <line
          data-mark="base"
          x1={baseX}
          x2={baseX}
          y1={plot.top}
          y2={plot.bottom}
          stroke="var(--color-text)"
          strokeWidth={1.5}
        />
        {marks.map((mark) => (
          <BarRowWords key={mark.id} row={mark} />
        ))}
      </svg>
      {model.domain[0] > 0 ? <p className={styles['beyond']}>The axis does not start at $0.</p> : null}
    </div>
  );
}
