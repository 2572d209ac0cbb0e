import { type KeyboardEvent, useId, useMemo, useState } from 'react';
import type { VisitBarsModel } from '../figures/visitBars.ts';
import { nextIndex } from './nextIndex.ts';
import { payerColour } from './payerColour.ts';
import { MeanGlyph, MedicareGlyph } from './RangeGlyphs.tsx';
import { labelText, smallText } from './rangeLayout.ts';
import styles from './VisitBars.module.css';
import { type PlacedBar, type VisitBarsGeometry, visitBarsGeometry } from './visitBarsGeometry.ts';

export interface VisitBarsProps {
  readonly model: VisitBarsModel;
  /** Pixels; `MeasuredChart` measures it. */
  readonly width: number;
}

/**
 * Payment by payer as bars from $0, Medicare a line across all of them. Every bar carries its name and amount, so
 * colour only repeats them. Arrow keys step through the payers; Escape puts the details away.
 */
export function VisitBars({ model, width }: VisitBarsProps) {
  const descriptionId = useId();
  const geometry = useMemo(() => visitBarsGeometry(model, width), [model, width]);
  const [active, setActive] = useState<number | null>(null);
  const count = model.bars.length;

  function onKeyDown(event: KeyboardEvent) {
    const next = nextIndex(event.key, active, count);
    if (next === undefined) return;
    event.preventDefault();
    setActive(next);
  }

  return (
    <div className={styles['chart']}>
      <p id={descriptionId} hidden>
        {model.summary} Arrow keys step through the payers.
      </p>
      {model.bars.some(({ market }) => market !== null) ? (
        <p className={styles['key']}>
          <svg width={14} height={14} aria-hidden="true" focusable="false">
            <MeanGlyph x={7} y={7} />
          </svg>{' '}
          What the market’s medians of the same payer pay for it
        </p>
      ) : null}
      <p role="status" className="visually-hidden">
        {active === null ? '' : model.bars[active]?.detail}
      </p>
      <div
        className={styles['frame']}
        role="application"
        aria-label={model.title}
        aria-describedby={descriptionId}
        tabIndex={0}
        onKeyDown={onKeyDown}
        onBlur={() => setActive(null)}
      >
        <svg width={width} height={geometry.height} aria-hidden="true" focusable="false">
          <Axis geometry={geometry} />
          {geometry.rows.map((row, index) => (
            <BarRow key={row.bar.id} row={row} geometry={geometry} isActive={index === active} />
          ))}
          {geometry.medicare ? (
            <>
              <MedicareGlyph
                x={geometry.medicare.x}
                top={geometry.plot.top - 4}
                bottom={geometry.plot.bottom}
              />
              <text
                x={geometry.medicare.textX}
                y={geometry.plot.top - 10}
                fontSize={smallText}
                fontWeight={600}
                textAnchor="middle"
                fill="var(--payer-medicare)"
              >
                {geometry.medicare.text}
              </text>
            </>
          ) : null}
          {geometry.rows.map(({ bar, marketX, y }) =>
            marketX === null ? null : <MeanGlyph key={bar.id} x={marketX} y={y} />,
          )}
          {geometry.rows.map((row) => (
            <BarWords key={row.bar.id} row={row} besideNames={geometry.plot.left > 10} />
          ))}
        </svg>
      </div>
    </div>
  );
}

function Axis({ geometry: { plot, ticks } }: { readonly geometry: VisitBarsGeometry }) {
  return (
    <g>
      {ticks.map(({ x, label }) => (
        <g key={x}>
          <line x1={x} x2={x} y1={plot.top} y2={plot.bottom} stroke="var(--color-border)" />
          <text x={x} y={plot.bottom + 17} fontSize={smallText} textAnchor="middle" fill="var(--color-muted)">
            {label}
          </text>
        </g>
      ))}
    </g>
  );
}

interface BarRowProps {
  readonly row: PlacedBar;
  readonly geometry: VisitBarsGeometry;
  readonly isActive: boolean;
}

function BarRow({ row, geometry: { plot, barHeight, rowHeight, width }, isActive }: BarRowProps) {
  const { bar, y } = row;
  const paint = payerColour(bar.id);
  const besideNames = plot.left > 10;
  return (
    <g data-bar={bar.id}>
      {isActive ? (
        <rect
          x={0}
          y={besideNames ? y - rowHeight / 2 + 2 : y - rowHeight + 15}
          width={width}
          height={rowHeight - 4}
          fill="var(--color-sunken)"
        />
      ) : null}
      {bar.amount === null ? null : (
        <rect
          x={plot.left}
          y={y - barHeight / 2}
          width={Math.max(1, row.width)}
          height={barHeight}
          rx={2}
          fill={paint}
          fillOpacity={0.55}
          stroke={paint}
          strokeWidth={1.5}
        />
      )}
    </g>
  );
}

/** Names and amounts stand above the line of Medicare, so that it never crosses a figure. */
function BarWords({ row, besideNames }: { readonly row: PlacedBar; readonly besideNames: boolean }) {
  const { bar } = row;
  return (
    <g>
      <text
        x={row.nameX}
        y={row.nameY}
        fontSize={labelText}
        fontWeight={600}
        textAnchor={besideNames ? 'end' : 'start'}
        dominantBaseline="central"
        fill="var(--color-text)"
      >
        {bar.name}
      </text>
      <text
        x={row.labelX}
        y={row.labelY}
        fontSize={smallText}
        textAnchor={row.labelAnchor}
        dominantBaseline="central"
        fill={bar.amount === null ? 'var(--color-muted)' : 'var(--color-text)'}
        stroke="var(--color-raised)"
        strokeWidth={3}
        paintOrder="stroke"
      >
        {row.label}
      </text>
    </g>
  );
}
