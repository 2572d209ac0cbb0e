import { useId, useMemo } from 'react';
import type { BillingCode } from '../domain/billingCode.ts';
import type { FeeSchedule } from '../domain/feeSchedule.ts';
import { type PlaceCode, places } from '../domain/place.ts';
import type { RateTable } from '../domain/rateTable.ts';
import type { ReleaseDigest } from '../domain/releaseDigest.ts';
import { sampleVisits } from '../domain/sampleVisits.ts';
import { medicareRow, visitBoard } from '../domain/visitBoard.ts';
import { marketRates, ownRates } from '../domain/visitRates.ts';
import { medicareTableWorking } from '../figures/medicareBenchmarkWorking.ts';
import { visitFigure } from '../figures/visitFigure.ts';
import { visitRatesFigure } from '../figures/visitRatesFigure.ts';
import { visitWorking } from '../figures/visitWorking.ts';
import { releaseName } from '../text/releaseText.ts';
import { FigureCard } from '../ui/FigureCard.tsx';
import { Notice } from '../ui/Notice.tsx';
import { SelfSortedTable } from '../ui/SelfSortedTable.tsx';
import styles from './Desk.module.css';
import { Exportable } from './Exportable.tsx';
import { SelectField } from './Field.tsx';
import { explainedCell, useExplained } from './useExplained.tsx';
import { VisitEditor } from './VisitEditor.tsx';
import { VisitTermsEditor } from './VisitTermsEditor.tsx';
import { draftOf, plainTerms, type TermsDraft, termsOf, type VisitDraft, visitOf } from './visitDraft.ts';

/** What is looked at. In memory only: not in the address, not in storage. */
export interface VisitView {
  readonly place: PlaceCode | null;
  /** null = the newest. */
  readonly year: number | null;
  readonly source: 'market' | 'own';
  readonly visits: readonly VisitDraft[];
  /** By payer; those that are missing pay everything in full. */
  readonly terms: ReadonlyMap<string, TermsDraft>;
  /** Whether anything of the example was changed: from then on it is the user's own. */
  readonly isEdited: boolean;
}

/** The example, at market rates of the nation. */
export const firstVisitView: VisitView = {
  place: null,
  year: null,
  source: 'market',
  visits: sampleVisits.map(draftOf),
  terms: new Map(),
  isEdited: false,
};

export interface VisitSectionProps {
  readonly view: VisitView;
  readonly onView: (view: VisitView) => void;
  readonly codes: readonly BillingCode[];
  readonly schedule: FeeSchedule;
  readonly release: { readonly id: string; readonly date: string };
  /** null where the site keeps none of this release: there are no market medians then. */
  readonly digest: ReleaseDigest | null;
  /** The user's own rates, if a file is open. */
  readonly own: { readonly tables: ReadonlyMap<string, RateTable>; readonly fileName: string } | null;
}

/** Therapy is paid by the visit: typical visits, what each payer pays for them, and Medicare beside it. */
export function VisitSection(props: VisitSectionProps) {
  const { view, onView, codes, schedule, release, digest, own } = props;
  const headingId = useId();
  const { open, panel } = useExplained();
  const active = useMemo(
    () => codes.filter(({ status, codeType }) => status === 'active' && codeType !== 'APC'),
    [codes],
  );
  const { place } = view;
  const source = own ? view.source : 'market';
  const year = view.year ?? (schedule.years.at(-1) as number);
  const origin = releaseName(release);
  const rates =
    source === 'own' && own
      ? `Your file ${own.fileName}: the median of each payer’s lines`
      : `Market medians of release ${release.id}: ${(digest?.scope ?? '').replace(/\.$/, '')}`;

  const shown = useMemo(() => {
    const visits = view.visits.map((draft) => visitOf(draft, active));
    const asked = [...new Set(visits.flatMap(({ services }) => services.map(({ code }) => code)))];
    const found =
      source === 'own' && own ? ownRates(own.tables, asked) : digest ? marketRates(digest, asked, place) : [];
    const payers = found.map((each) => ({ ...each, terms: termsOf(view.terms.get(each.id) ?? plainTerms) }));
    const board = visitBoard({ visits, payers, schedule, place, medicareYear: year });
    return {
      board,
      payers,
      figure: visitFigure({ board, rates, origin, isSample: !view.isEdited }),
      ratesFigure: visitRatesFigure(board, rates, origin),
    };
  }, [view, active, source, own, digest, place, schedule, year, rates, origin]);
  const working = { board: shown.board, schedule, rates, origin, address: '' };
  const cell = explainedCell(open, (row, column) =>
    column.kind === 'text' ? undefined : () => visitWorking(working, row.id, column.id),
  );
  const ratesCell = explainedCell(open, ({ id }, column) =>
    id === medicareRow && column.kind === 'money'
      ? () => medicareTableWorking({ ...working, code: column.label, place, year }, 'mean', 'non-facility')
      : undefined,
  );
  const edit = (part: Partial<VisitView>) => onView({ ...view, ...part, isEdited: true });

  function addVisit() {
    const [first] = active;
    if (!first) return;
    const id = `visit-${Math.max(0, ...view.visits.map((each) => Number(each.id.split('-').at(-1)) || 0)) + 1}`;
    const lines = [{ id: 1, code: '97110', count: '30' }];
    edit({ visits: [...view.visits, { id, name: '', perYear: '1', assistant: false, lines }] });
  }

  return (
    <section className={styles['card']} aria-labelledby={headingId}>
      <h2 id={headingId}>A visit, not a code</h2>
      <p className={styles['lead']}>
        Describe the visits you bill and how often each comes. Minutes become units, units become a payment by
        each payer’s terms, and the year’s average visit stands beside Medicare’s. What you enter stays in
        this page’s memory.
      </p>
      <div className={styles['controls']}>
        <SelectField
          label="Rates of the visits"
          value={source}
          onValue={(value) => onView({ ...view, source: value === 'own' ? 'own' : 'market' })}
        >
          <option value="market">Market medians of this release</option>
          {own ? <option value="own">My rates: {own.fileName}</option> : null}
        </SelectField>
        <SelectField
          label="Place of the visits"
          value={place ?? ''}
          onValue={(value) => onView({ ...view, place: value === '' ? null : value })}
        >
          <option value="">National</option>
          {places.map(({ code, name }) => (
            <option key={code} value={code}>
              {name} ({code})
            </option>
          ))}
        </SelectField>
        <SelectField
          label="Medicare year of the visits"
          value={String(year)}
          onValue={(value) => onView({ ...view, year: Number(value) })}
        >
          {schedule.years.toReversed().map((each) => (
            <option key={each} value={each}>
              {each}
            </option>
          ))}
        </SelectField>
      </div>
      {digest === null && source === 'market' ? (
        <Notice tone="warning">
          The medians of this release did not arrive; Medicare and your own rates are still here.
        </Notice>
      ) : null}
      <div className={styles['visits']}>
        {view.visits.map((draft) => (
          <VisitEditor
            key={draft.id}
            draft={draft}
            codes={active}
            onDraft={(next) =>
              edit({ visits: view.visits.map((each) => (each.id === next.id ? next : each)) })
            }
            onRemove={
              view.visits.length === 1
                ? null
                : () => edit({ visits: view.visits.filter(({ id }) => id !== draft.id) })
            }
          />
        ))}
      </div>
      <div className={styles['buttons']}>
        <button type="button" onClick={addVisit}>
          Add a visit
        </button>
        <button
          type="button"
          disabled={!view.isEdited}
          onClick={() => onView({ ...firstVisitView, place, year: view.year, source })}
        >
          Back to the example
        </button>
      </div>
      <VisitTermsEditor
        payers={shown.payers}
        terms={view.terms}
        onTerms={(id, terms) => edit({ terms: new Map(view.terms).set(id, terms) })}
      />
      <Exportable release={release} scope={rates} isOwn={source === 'own' || view.isEdited}>
        <FigureCard
          figure={shown.figure}
          headingLevel={3}
          chart={null}
          table={<SelfSortedTable figure={shown.figure} captionHidden renderCell={cell} />}
        />
        <FigureCard
          figure={shown.ratesFigure}
          headingLevel={3}
          chart={null}
          table={<SelfSortedTable figure={shown.ratesFigure} captionHidden renderCell={ratesCell} />}
        />
      </Exportable>
      {panel}
    </section>
  );
}
