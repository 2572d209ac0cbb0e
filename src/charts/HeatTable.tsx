import type { ReactNode } from 'react';
import type { HeatClass } from '../domain/heatClass.ts';
import type { Column, FigureRow } from '../figures/figure.ts';
import type { HeatModel } from '../figures/heatFigure.ts';
import { absenceText } from '../text/absence.ts';
import { heatWords } from '../text/compareText.ts';
import { formatCell, formatCount } from '../text/numbers.ts';
import { ChartLegend } from './ChartLegend.tsx';
import styles from './HeatTable.module.css';

interface HeatTableProps {
  readonly model: HeatModel;
  /** Another look for a number (one that opens its working, say); undefined leaves it as it is. */
  readonly renderValue?: (row: FigureRow, column: Column) => ReactNode | undefined;
  /** The first so many codes and payers; the figure holds them all. */
  readonly most: { readonly rows: number; readonly columns: number };
}

/**
 * A payers × codes matrix as a table whose cells are coloured by fixed classes. Each also carries its number, its n and
 * as many filled marks as its class counts, so that colour never stands alone; a missing cell is hatched and named.
 */
export function HeatTable({ model, renderValue, most }: HeatTableProps) {
  const { figure } = model;
  const columns = model.columns.slice(0, most.columns);
  const byId = new Map(figure.columns.map((column) => [column.id, column]));
  return (
    <div className={styles['heat']} data-steps={model.legend.length} data-drawing="">
      <HeatLegend model={model} />
      {/* A box that scrolls must be reachable by keyboard. */}
      <section className={styles['scroll']} aria-label={`${figure.title}, table`} tabIndex={0}>
        <table className={styles['table']}>
          <caption className="visually-hidden">{figure.title}</caption>
          <thead>
            <tr>
              <th scope="col">{figure.labelColumn.label}</th>
              {columns.map(({ id }) => (
                <th key={id} scope="col">
                  {byId.get(id)?.label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {figure.rows.slice(0, most.rows).map((row) => (
              <tr key={row.id}>
                <th scope="row">{row.label}</th>
                {columns.map(({ id, countId }) => {
                  const column = byId.get(id);
                  return column ? (
                    <HeatCell
                      key={id}
                      {...{ model, row, column, countId }}
                      rendered={renderValue?.(row, column)}
                    />
                  ) : null;
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
}

interface HeatCellProps {
  readonly model: HeatModel;
  readonly row: FigureRow;
  readonly column: Column;
  readonly countId: string | null;
  readonly rendered: ReactNode | undefined;
}

function HeatCell({ model, row, column, countId, rendered }: HeatCellProps) {
  const heat = model.classOf(row.id, column.id);
  const cell = row.cells[column.id];
  if (!cell || cell.kind === 'absent') {
    return <td data-absent="">{cell ? absenceText(cell) : ''}</td>;
  }
  return (
    <td
      data-step={heat.kind === 'step' ? heat.step : undefined}
      data-plain={heat.kind === 'step' ? undefined : ''}
    >
      <span className={styles['value']}>{rendered ?? formatCell(cell, column.kind)}</span>
      <span className={styles['under']}>
        {heat.kind === 'step' ? (
          <>
            <HeatCue step={heat.step} of={model.legend.length} />
            <span className="visually-hidden">{heatWords[model.measure][heat.step - 1]}, </span>
          </>
        ) : null}
        {countId === null ? null : countText(row.cells[countId], heat)}
      </span>
    </td>
  );
}

function countText(count: FigureRow['cells'][string] | undefined, heat: HeatClass): string {
  if (count?.kind !== 'value') return 'no market';
  const n = `n ${formatCount(Number(count.value))}`;
  return heat.kind === 'absent' && heat.reason === 'too-few' ? `${n}, too few` : n;
}

/** As many filled marks as the class counts: what colour says, without colour. */
function HeatCue({ step, of }: { readonly step: number; readonly of: number }) {
  return (
    <svg width={of * 5} height={8} viewBox={`0 0 ${of * 5} 8`} aria-hidden="true" focusable="false">
      {Array.from({ length: of }, (_, index) => (
        <rect
          key={index}
          className={index < step ? styles['filled'] : styles['open']}
          x={index * 5 + 0.5}
          y={0.5}
          width={3.5}
          height={7}
        />
      ))}
    </svg>
  );
}

function HeatLegend({ model }: { readonly model: HeatModel }) {
  const { legend, without } = model;
  return (
    <ChartLegend label="Key to the colours">
      {legend.map(({ step, label, cells }) => (
        <li key={step}>
          <span className={styles['swatch']} data-step={step}>
            <HeatCue step={step} of={legend.length} />
          </span>
          {label} ({formatCount(cells)})
        </li>
      ))}
      {without > 0 ? (
        <li>
          <span className={styles['swatch']} data-absent="" />
          no class ({formatCount(without)})
        </li>
      ) : null}
    </ChartLegend>
  );
}
