import { StaticRangeChart } from '../charts/StaticRangeChart.tsx';
import type { BriefPart as Part } from '../figures/brief.ts';
import type { RangeModel } from '../figures/rangeModel.ts';
import { keepTogether } from '../text/keepTogether.ts';
import { listOf } from '../text/names.ts';
import styles from './BriefSheet.module.css';
import { BriefTable } from './BriefTable.tsx';
import { BriefTiles } from './BriefTiles.tsx';

export type BriefLayout = 'single' | 'page' | 'half';

/** Pixels a payer's row of the chart takes, and the insights a part has room for. */
const room = {
  single: { rowHeight: 36, insights: 12 },
  page: { rowHeight: 24, insights: 5 },
  half: { rowHeight: 22, insights: 2 },
} as const;

interface BriefPartProps {
  readonly part: Part;
  readonly layout: BriefLayout;
  /** Pixels. */
  readonly width: number;
}

/** One code on the sheet: headline, what the figures say, chart, table, and the cautions that go with them. */
export function BriefPart({ part, layout, width }: BriefPartProps) {
  const { code, view, table, without, nation } = part;
  const { here, tiles, insights, deviation, relax } = view;
  const isSingle = layout === 'single';
  const { rowHeight, insights: most } = room[layout];
  const left = insights.length - most;
  return (
    <section className={styles['part']} aria-label={`${code.code} ${code.title}`}>
      <div className={styles['core']}>
        {isSingle ? null : (
          <h3>
            {code.code} {code.title}
          </h3>
        )}
        <BriefTiles tiles={tiles} />
        {relax === '' ? null : <p className={styles['caution']}>No rate fits every choice. {relax}</p>}
        {insights.length === 0 ? null : (
          <ul className={styles['insights']} aria-label={`Key insights for ${code.code}`}>
            {insights.slice(0, most).map(({ id, text }) => (
              <li key={id}>{keepTogether(text)}</li>
            ))}
          </ul>
        )}
        {here.isEmpty ? null : (
          <section className={styles['chart']} aria-label={`${here.figure.title}, chart`} tabIndex={0}>
            <StaticRangeChart model={withVotes(here.range)} width={width} rowHeight={rowHeight} />
          </section>
        )}
        <BriefTable
          figure={isSingle ? here.figure : table}
          caption={here.figure.title}
          captionHidden={layout === 'half'}
        />
        {!isSingle && without.length > 0 ? (
          <p className={styles['small']}>No rates in the input: {listOf(without)}.</p>
        ) : null}
      </div>
      {isSingle && deviation ? <BriefTable figure={deviation} caption={deviation.title} /> : null}
      {isSingle && nation ? (
        <BriefTable figure={nation.figure} caption={`For comparison: ${nation.figure.title}`} />
      ) : null}
      <Notes part={part} layout={layout} left={left} />
    </section>
  );
}

function Notes(props: { readonly part: Part; readonly layout: BriefLayout; readonly left: number }) {
  const { part, layout, left } = props;
  const { nation } = part;
  const { here, deviation } = part.view;
  if (layout === 'half') return null;
  const more =
    left > 0 ? [`${left} more ${left === 1 ? 'insight stands' : 'insights stand'} on the code’s page.`] : [];
  const comparison =
    layout === 'single' && nation ? nation.figure.notes.map((note) => `National benchmark: ${note}`) : [];
  const all = [...here.figure.notes, ...(deviation?.notes ?? []), ...comparison, ...more];
  if (all.length === 0) return null;
  return (
    <ul className={styles['notes']} aria-label={`Notes on ${part.code.code}`}>
      {all.map((note) => (
        <li key={note}>{note}</li>
      ))}
    </ul>
  );
}

/** A row without votes has words in the table; on paper the chart leaves it out. */
function withVotes(model: RangeModel): RangeModel {
  return { ...model, marks: model.marks.filter((mark) => mark.n > 0) };
}
