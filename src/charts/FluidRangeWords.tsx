import styles from './FluidRangeChart.module.css';
import { FluidRangeText } from './FluidRangeText.tsx';
import { type FluidRange, inRooms, shareOf, wordsOfMedicare } from './fluidRange.ts';
import { numbersAbove } from './RangeFrame.tsx';
import { type RangeRow, tooFew } from './rangeRow.ts';
import { roomStyle } from './roomStyle.ts';

/** The box in the narrowest window there is room for: 320 px, a 400 % zoom. */
const narrowest = 254;

/** Names, numbers and headings around the bars. */
export function FluidRangeWords({ range }: { readonly range: FluidRange }) {
  const { wide, narrow } = range;
  const { plot, columns, width } = wide.layout;
  const line = wide.medicare ? shareOf(wide.medicare.x, wide.layout) : '0';
  // The columns at the right stand at fixed distances from the plot's right end.
  const medianAt = (columns?.median ?? width) - plot.right;
  const countAt = (columns?.count ?? width) - plot.right;
  return (
    <g className={styles['words']}>
      <g className={styles['names']}>
        {wide.rows.map(({ id, label, middle }, index) =>
          inRooms(label.lines, narrow.rows[index]?.label.lines ?? null).map(({ thing, room }) =>
            thing.map((part, at) => (
              <text
                key={`${id} ${room} ${part}`}
                className={roomStyle(room)}
                x={-14}
                y={(room === 'narrow' ? middle + 4.5 : label.y) + at * 15}
              >
                {part}
              </text>
            )),
          ),
        )}
      </g>
      {/* A box of no width at the plot's right end: what stands in it keeps its distance from there. */}
      <svg x="100%">
        <g className={styles['wide']}>
          {wide.rows.map(({ id, middle, medianText, countText }) => (
            <g key={id}>
              {medianText === '' ? null : (
                <text
                  className={medianText === tooFew ? undefined : styles['strong']}
                  x={medianAt}
                  y={middle + 4.5}
                >
                  {medianText}
                </text>
              )}
              {countText === '' ? null : (
                <text x={countAt} y={middle + 4.5}>
                  {countText}
                </text>
              )}
            </g>
          ))}
          <text x={medianAt} y={plot.top - 12}>
            Median
          </text>
          <text x={countAt} y={plot.top - 12}>
            n
          </text>
        </g>
        <g className={styles['narrow']}>
          {narrow.rows.map((row) => (
            <text key={row.id} x={narrow.layout.width - narrow.layout.plot.right} y={row.label.y}>
              <NumbersAbove row={row} width={narrow.layout.width} />
            </text>
          ))}
        </g>
      </svg>
      <FluidRangeText
        words={inRooms(wordsOfMedicare(wide, line), wordsOfMedicare(narrow, line))}
        y={plot.top - 12}
        kind="medicare"
      />
    </g>
  );
}

/** As in a narrow box; the word that a box still narrower has no room for goes with the room. */
function NumbersAbove({ row, width }: { readonly row: RangeRow; readonly width: number }) {
  const [words, fewest] = [numbersAbove(row, width), numbersAbove(row, narrowest)];
  return (
    <>
      {words === fewest ? null : (
        <tspan className={styles['withRoom']}>{words.slice(0, -fewest.length)}</tspan>
      )}
      {fewest}
    </>
  );
}
