import { type ReactNode, useId } from 'react';
import type { RangeModel } from '../figures/rangeModel.ts';
import { ChartLegend, LegendSigns } from './ChartLegend.tsx';
import styles from './FluidRangeChart.module.css';
import { FluidRangeText } from './FluidRangeText.tsx';
import { FluidRangeWords } from './FluidRangeWords.tsx';
import {
  type FluidRange,
  fluidRange,
  inRooms,
  shareOf,
  shareOfWidth,
  wordsBeyond,
  wordsOfAbsence,
} from './fluidRange.ts';
import { legendEntries } from './legendEntries.tsx';
import { payerColour } from './payerColour.ts';
import chartStyles from './RangeChart.module.css';
import { BeyondGlyph, MeanGlyph, MedianGlyph, MedicareGlyph } from './RangeGlyphs.tsx';
import { barHeight } from './rangeLayout.ts';
import { dotRadius } from './rangeRow.ts';
import { roomStyle } from './roomStyle.ts';

/**
 * The range chart in a page's own file, before any script could measure its box: one drawing for every width. Along the
 * axis everything is placed by shares of the plot, across it in pixels, from the geometry that `StaticRangeChart` and
 * `RangeChart` draw, so that the measured drawing takes its place without a move. Paint is in the style sheet: this
 * drawing never leaves the page.
 */
export function FluidRangeChart({ model }: { readonly model: RangeModel }) {
  const range = fluidRange(model);
  const { layout } = range.wide;
  const { plot, height } = layout;
  const id = useId();
  return (
    <div className={styles['box']}>
      <div className={chartStyles['chart']}>
        <Legend range={range} glyphs={id} />
        <div className={styles['plot']} style={{ marginInlineStart: plot.left }}>
          <Rules range={range} />
          <svg height={height} role="img" aria-labelledby={`${id}title`} aria-describedby={`${id}desc`}>
            <title id={`${id}title`}>{model.title}</title>
            <desc id={`${id}desc`}>{model.summary}</desc>
            <defs>
              <g id={`${id}d`}>
                <MedianGlyph x={0} y={0} reach={barHeight / 2 + 3} />
              </g>
              <g id={`${id}m`}>
                <MeanGlyph x={0} y={0} />
              </g>
              <g id={`${id}l`}>
                <MedicareGlyph x={0} top={plot.top - 6} bottom={plot.bottom} />
              </g>
            </defs>
            <Grid range={range} />
            <Bars range={range} glyphs={id} />
            <FluidRangeWords range={range} />
            <Marks range={range} glyphs={id} />
          </svg>
        </div>
        {model.beyond.map((words) => (
          <p key={words} className={chartStyles['beyond']}>
            {words}
          </p>
        ))}
      </div>
    </div>
  );
}

/** The key of `RangeLegend`, its signs taken from the drawing. */
function Legend({ range, glyphs }: { readonly range: FluidRange; readonly glyphs: string }) {
  const signs: Readonly<Record<string, ReactNode>> = {
    bar: <rect className={styles['bars']} x={1} y={2} width={24} height={12} rx={4} />,
    median: <use href={`#${glyphs}d`} x={7} y={8} />,
    mean: <use href={`#${glyphs}m`} x={7} y={8} />,
    medicare: <use href={`#${glyphs}l`} x={7} y={-23} />,
  };
  return (
    <ChartLegend>
      <LegendSigns
        signs={legendEntries(range.wide).map((entry) => ({
          ...entry,
          glyph: signs[entry.sign] ?? entry.glyph,
        }))}
      />
    </ChartLegend>
  );
}

/** Hairlines between the rows, as wide as the box; only where names stand beside the bars. */
function Rules({ range: { wide } }: { readonly range: FluidRange }) {
  const lines = wide.rows.slice(1).map((row) => `M0 ${row.top}h9999`);
  return (
    <svg className={`${styles['rules']} ${styles['wide']}`} height={wide.layout.height} aria-hidden="true">
      <path d={lines.join('')} />
    </svg>
  );
}

function Grid({ range: { wide, narrow } }: { readonly range: FluidRange }) {
  const { layout, ticks } = wide;
  const { top, bottom } = layout.plot;
  return (
    <g className={styles['grid']}>
      {ticks.map(({ amount, x }) => (
        <line key={amount} x1={shareOf(x, layout)} x2={shareOf(x, layout)} y1={top} y2={bottom} />
      ))}
      <line x2="100%" y1={bottom} y2={bottom} />
      <g className={styles['ticks']}>
        {ticks.map(({ amount, x, label }, index) =>
          inRooms(label || null, narrow.ticks[index]?.label || null).map(({ thing, room }) => (
            <text
              key={`${amount} ${room}`}
              className={roomStyle(room)}
              x={shareOf(x, layout)}
              y={bottom + 8}
              dy="0.71em"
            >
              {thing}
            </text>
          )),
        )}
      </g>
    </g>
  );
}

function Bars({ range: { wide }, glyphs }: { readonly range: FluidRange; readonly glyphs: string }) {
  const { layout, rows, medicare } = wide;
  return (
    <>
      <g className={styles['bars']}>
        {rows.map(
          ({ id, colour, bar }) =>
            bar && (
              <rect
                key={id}
                color={payerColour(colour)}
                x={shareOf(bar.x, layout)}
                y={bar.y}
                width={shareOfWidth(bar.width, layout)}
                height={bar.height}
                rx={bar.width < 2 ? 1 : 4}
              />
            ),
        )}
      </g>
      {medicare?.side === 'inside' && <use href={`#${glyphs}l`} x={shareOf(medicare.x, layout)} />}
    </>
  );
}

/** What lies on the bars: votes, median, mean, arrows at the axis ends, or the words of an absence. */
function Marks({ range, glyphs }: { readonly range: FluidRange; readonly glyphs: string }) {
  const { layout, rows, medicare } = range.wide;
  const line = medicare ? shareOf(medicare.x, layout) : '0';
  return (
    <g className={styles['marks']}>
      {rows.map((row, index) => {
        const other = range.narrow.rows[index];
        const { id, colour, middle, median, mean } = row;
        return (
          <g key={id}>
            {median !== null && <use href={`#${glyphs}d`} x={shareOf(median, layout)} y={middle} />}
            {mean !== null && <use href={`#${glyphs}m`} x={shareOf(mean, layout)} y={middle} />}
            {row.dots.map((dot, at) => (
              <circle
                // Equal votes have no other name, and the list is in a fixed order.
                key={at}
                className={styles['bars']}
                color={payerColour(colour)}
                cx={shareOf(dot.x, layout)}
                cy={dot.y}
                r={dotRadius - 0.75}
              />
            ))}
            {row.beyond.map(({ side }) => (
              <svg key={side} x={side === 'above' ? '100%' : '0'}>
                <BeyondGlyph x={0} y={middle} side={side} />
              </svg>
            ))}
            <FluidRangeText
              words={[
                ...inRooms(wordsBeyond(row, 'below'), wordsBeyond(other, 'below')),
                ...inRooms(wordsBeyond(row, 'above'), wordsBeyond(other, 'above')),
              ]}
              y={middle}
              kind="beyond"
            />
            <FluidRangeText
              words={inRooms(
                wordsOfAbsence(row, range.wide, line),
                wordsOfAbsence(other, range.narrow, line),
              )}
              y={middle}
              kind="absence"
            />
          </g>
        );
      })}
    </g>
  );
}
