import { useId, useMemo } from 'react';
import type { BillingCode } from '../domain/billingCode.ts';
import type { FeeSchedule } from '../domain/feeSchedule.ts';
import type { MedicareArea } from '../domain/medicareArea.ts';
import type { LocalityCounties } from '../domain/medicareTables.ts';
import { newestYear } from '../domain/newestYear.ts';
import type { ReleaseDigest } from '../domain/releaseDigest.ts';
import { areaTitle } from '../text/areaText.ts';
import { releaseName } from '../text/releaseText.ts';
import { useHref } from '../ui/links.tsx';
import { Notice } from '../ui/Notice.tsx';
import { chosenArea } from './AreaChoice.tsx';
import styles from './Desk.module.css';
import { Exportable } from './Exportable.tsx';
import { useVisitBoards } from './useVisitBoards.ts';
import { VisitControls } from './VisitControls.tsx';
import { VisitFigures } from './VisitFigures.tsx';
import { VisitList } from './VisitList.tsx';
import { VisitSources } from './VisitSources.tsx';
import { VisitTermsEditor } from './VisitTermsEditor.tsx';
import type { OwnVisitRates } from './visitBoards.ts';
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
  const href = useHref();
  const active = useMemo(
    () => codes.filter(({ status, codeType }) => status === 'active' && codeType !== 'APC'),
    [codes],
  );
  const area = chosenArea(view.area, practice);
  const source = own ? (view.source ?? 'own') : 'market';
  const year = view.year ?? newestYear(schedule.years);
  // What the address opens: the newest year, everywhere. No address carries another place, year or look at it.
  const isAsOpened = area.place === null && year === newestYear(schedule.years) && view.charted === null;
  const address = isAsOpened ? href({ page: 'own', view: 'visits' }) : '';
  const { boards, shown } = useVisitBoards(
    { view, codes: active, schedule, area, year, digest, releaseId: release.id, own },
    source,
  );
  const payers = shown.board.rows.flatMap(({ payer }) => payer ?? []);
  const edit = (part: Partial<VisitView>) => onView({ ...view, ...part, isEdited: true });

  return (
    <section className={styles['card']} aria-labelledby={headingId}>
      <h2 id={headingId}>A visit, not a code</h2>
      <p className={styles['lead']}>
        Describe the visits you bill and how often each comes. Minutes become units, units become a payment by
        each payer’s terms, and the year’s average visit stands beside Medicare’s. What you enter stays in
        this page’s memory.
      </p>
      <VisitControls
        ownFile={own?.fileName ?? null}
        {...{ view, onView, source, year, schedule, localities, practice }}
      />
      {digest === null && source === 'market' ? (
        <Notice tone="warning">
          The medians of this release did not arrive; Medicare and your own rates are still here.
        </Notice>
      ) : null}
      <VisitList
        visits={view.visits}
        onVisits={(visits) => edit({ visits })}
        codes={active}
        isExample={!view.isEdited}
        onExample={() => onView({ ...firstVisitView, area: view.area, year: view.year, source: view.source })}
      />
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
          {...{ boards, shown, schedule }}
          where={areaTitle(schedule, area)}
          origin={releaseName(release)}
          isSample={!view.isEdited || view.visits === firstVisitView.visits}
          charted={view.charted}
          onCharted={(charted) => onView({ ...view, charted })}
        />
      </Exportable>
      <VisitSources />
    </section>
  );
}
