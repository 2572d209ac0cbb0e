import { type ComponentType, memo, useEffect, useRef, useState } from 'react';
import { FluidRangeChart } from '../charts/FluidRangeChart.tsx';
import { MeasuredChart } from '../charts/MeasuredChart.tsx';
import type { RangeChartProps } from '../charts/RangeChart.tsx';
import { rangeHeight } from '../charts/rangeLayout.ts';
import { StaticRangeChart } from '../charts/StaticRangeChart.tsx';
import type { RangeModel } from '../figures/rangeModel.ts';
import styles from './RangeFigure.module.css';

/**
 * The range chart. At first a drawing, complete without a script; a pointer or the keyboard on it brings Recharts, the
 * largest thing of the page, which draws the same at the same places and answers.
 */
export const RangeFigure = memo(function RangeFigure({ model }: { readonly model: RangeModel }) {
  const box = useRef<HTMLDivElement>(null);
  const [Live, setLive] = useState<ComponentType<RangeChartProps> | null>(null);
  const isWanted = useRef(false);

  function bring() {
    if (isWanted.current) return;
    isWanted.current = true;
    import('../charts/RangeChart.tsx').then(
      ({ RangeChart }) => setLive(() => RangeChart),
      () => {
        // The drawing says the same; the next touch tries again.
        isWanted.current = false;
      },
    );
  }

  useEffect(() => {
    const group = box.current;
    if (!Live || !group) return;
    // Whoever came by keyboard goes on in the chart that answers to keys. Recharts draws it a little after it is mounted.
    const handOver = () => {
      const surface = group.querySelector<SVGElement>('.recharts-surface[tabindex="0"]');
      if (surface && document.activeElement === group) surface.focus();
      return surface !== null;
    };
    if (handOver()) return;
    const observer = new MutationObserver(() => {
      if (handOver()) observer.disconnect();
    });
    observer.observe(group, { childList: true, subtree: true });
    return () => observer.disconnect();
  }, [Live]);

  return (
    <div
      ref={box}
      className={styles['box']}
      role="group"
      aria-label={`${model.title}, chart`}
      tabIndex={Live ? -1 : 0}
      onPointerEnter={bring}
      onFocus={bring}
    >
      <MeasuredChart height={rangeHeight(model.marks.length)} unmeasured={<FluidRangeChart model={model} />}>
        {(width) =>
          Live ? <Live model={model} width={width} /> : <StaticRangeChart model={model} width={width} />
        }
      </MeasuredChart>
    </div>
  );
});
