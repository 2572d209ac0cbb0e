import { useId, useMemo, useRef } from 'react';
import type { BillingCode } from '../domain/billingCode.ts';
import type { FeeSchedule } from '../domain/feeSchedule.ts';
import type { MedicareArea } from '../domain/medicareArea.ts';
import type { LocalityCounties } from '../domain/medicareTables.ts';
import { newestYear } from '../domain/newestYear.ts';
import type { ReleaseDigest } from '../domain/releaseDigest.ts';
import { visitBoard } from '../domain/visitBoard.ts';
import { areaTitle } from '../text/areaText.ts';
import { releaseName } from '../text/releaseText.ts';
import { useHref } from '../ui/links.tsx';
import { Notice } from '../ui/Notice.tsx';
import { RestingButton } from '../ui/RestingButton.tsx';
import { useFocusAfter } from '../ui/useFocusAfter.ts';
import { AreaChoice, chosenArea } from './AreaChoice.tsx';
import styles from './Desk.module.css';
import { Exportable } from './Exportable.tsx';
import { SelectField } from './Field.tsx';
import { VisitEditor } from './VisitEditor.tsx';
import { VisitFigures } from './VisitFigures.tsx';
import { VisitSources } from './VisitSources.tsx';
import { VisitTermsEditor } from './VisitTermsEditor.tsx';
import { type OwnVisitRates, visitBoards } from './visitBoards.ts';
import { firstVisitView, type VisitView } from './visitView.ts';

export interface VisitSectionProps {
  readonly view: VisitView;
  readonly onView: (view: VisitView) => void;
  readonly codes: readonly BillingCode[];
  readonly schedule: FeeSchedule;
  readonly release: { readonly id: string; readonly date: string };
  /** null where the site keeps none of this release: there are no market medians then. */
  readonly digest: ReleaseDigest | null;
  readonly localities: readonly LocalityCounties[];
  /** Where the practice is, as chosen for the contract; null where no contract is on the desk. */
  readonly practice: MedicareArea | null;
  readonly own: OwnVisitRates | null;
}

/** Therapy is paid by the visit: typical visits, what each payer pays for them, and Medicare beside it. */
export function VisitSection(props: VisitSectionProps) {
  const { view, onView, codes, schedule, release, digest, own, localities, practice } = props;
  const headingId = useId();
  const address = useHref()({ page: 'own', view: 'visits' });
  const adds = useRef<HTMLButtonElement>(null);
  const focusAfter = useFocusAfter();
  const active = useMemo(
    () => codes.filter(({ status, codeType }) => status === 'active' && codeType !== 'APC'),
    [codes],
  );
  const area = chosenArea(view.area, practice);
  const source = own ? (view.source ?? 'own') : 'market';
  const year = view.year ?? newestYear(schedule.years);
  const origin = releaseName(release);
  const where = areaTitle(schedule, area);
  const boards = useMemo(
    () => visitBoards({ view, codes: active, schedule, area, year, digest, releaseId: release.id, own }),
    [view, active, schedule, area, year, digest, release.id, own],
  );
  const medicareOnly = useMemo(
    () => ({
      board: visitBoard({ visits: boards.visits, payers: [], schedule, area, medicareYear: year }),
      rates: 'No market medians',
    }),
    [boards, schedule, area, year],
  );
  const shown = (source === 'own' ? boards.own : boards.market) ?? medicareOnly;
  const payers = shown.board.rows.flatMap(({ payer }) => payer ?? []);
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
        <AreaChoice
          of="visits"
          area={view.area}
          onArea={(next) => onView({ ...view, area: next })}
          {...{ practice, schedule, localities }}
        />
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
                : (button) => {
                    const visit = button.closest('fieldset');
                    const beside = [visit?.nextElementSibling, visit?.previousElementSibling].map((other) =>
                      [...(other?.querySelectorAll('button') ?? [])].at(-1),
                    );
                    // That of the last visit left goes, too.
                    focusAfter(button, () => [...beside, adds.current]);
                    edit({ visits: view.visits.filter(({ id }) => id !== draft.id) });
                  }
            }
          />
        ))}
      </div>
      <div className={styles['buttons']}>
        <button ref={adds} type="button" onClick={addVisit}>
          Add a visit
        </button>
        <RestingButton
          isResting={!view.isEdited}
          onClick={() => onView({ ...firstVisitView, area: view.area, year: view.year, source: view.source })}
        >
          Back to the example
        </RestingButton>
      </div>
      <VisitTermsEditor
        payers={payers}
        terms={view.terms}
        onTerms={(id, terms) => edit({ terms: new Map(view.terms).set(id, terms) })}
        mix={source === 'own' ? view.mix : null}
        onMix={(id, visits) => edit({ mix: new Map(view.mix).set(id, visits) })}
      />
      <Exportable
        release={release}
        scope={shown.rates}
        isOwn={source === 'own' || view.isEdited}
        address={address}
      >
        <VisitFigures
          {...{ boards, shown, where, schedule, origin }}
          isSample={!view.isEdited}
          charted={view.charted}
          onCharted={(charted) => onView({ ...view, charted })}
        />
      </Exportable>
      <VisitSources />
    </section>
  );
}
