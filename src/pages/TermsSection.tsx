import { useId, useMemo } from 'react';
import type { BillingCode } from '../domain/billingCode.ts';
import type { Contract } from '../domain/contract.ts';
import type { FeeSchedule } from '../domain/feeSchedule.ts';
import type { MedicareArea } from '../domain/medicareArea.ts';
import type { LocalityCounties } from '../domain/medicareTables.ts';
import { newestYear } from '../domain/newestYear.ts';
import { areaTitle } from '../text/areaText.ts';
import { percentText } from '../text/termText.ts';
import { useHref } from '../ui/links.tsx';
import { Notice } from '../ui/Notice.tsx';
import { RestingButton } from '../ui/RestingButton.tsx';
import { chosenArea } from './AreaChoice.tsx';
import styles from './Desk.module.css';
import { Exportable } from './Exportable.tsx';
import { TermEditor } from './TermEditor.tsx';
import { TermFigures } from './TermFigures.tsx';
import { TermListEditor } from './TermListEditor.tsx';
import { TermsControls } from './TermsControls.tsx';
import { firstTermsView, type TermsView } from './termsView.ts';
import { useReadTerms } from './useReadTerms.ts';

export interface TermsSectionProps {
  readonly view: TermsView;
  readonly onView: (view: TermsView) => void;
  readonly codes: readonly BillingCode[];
  readonly schedule: FeeSchedule;
  readonly localities: readonly LocalityCounties[];
  readonly release: { readonly id: string; readonly date: string };
  /** Where the practice is, as chosen for the contract; null where no contract is on the desk. */
  readonly practice: MedicareArea | null;
  /** The user's contract, if one is open. */
  readonly own: { readonly contract: Contract | null; readonly fileName: string } | null;
}

const opened = JSON.stringify(firstTermsView);

/** Two ways of wording a rate, over the years Medicare has behind it and the years of a contract ahead. */
export function TermsSection(props: TermsSectionProps) {
  const { view, onView, codes, schedule, localities, release, practice, own } = props;
  const headingId = useId();
  const href = useHref();
  const titles = useMemo(() => new Map(codes.map((each) => [each.code, each.title])), [codes]);
  const area = chosenArea(view.area, practice);
  const { terms, unreadable, change } = useReadTerms(view, schedule, area);
  // What the address opens: the example, everywhere. No address carries another place or another look at it.
  const isAsOpened = area.place === null && JSON.stringify({ ...view, area: null }) === opened;
  const address = isAsOpened ? href({ page: 'own', view: 'terms' }) : '';
  const edit = (part: Partial<TermsView>) => onView({ ...view, ...part, isEdited: true });
  const span = `${schedule.years[0]} to ${newestYear(schedule.years)}`;
  const historyWords =
    change === undefined
      ? 'no change: no code with units has an amount in every year'
      : `as ${span} went for this list: ${percentText(change)}`;

  return (
    <section className={styles['card']} aria-labelledby={headingId}>
      <h2 id={headingId}>Two ways of wording a rate</h2>
      <p className={styles['lead']}>
        Fixed dollars or a share of Medicare? Compare two terms for the codes of a contract: what the same
        words would have paid under the fee schedules of {span}, and what they are worth over a contract,
        under an assumption you can see. What you enter stays in this page’s memory.
      </p>
      <TermsControls onEdit={edit} {...{ view, onView, schedule, localities, practice, historyWords }} />
      <TermListEditor
        lines={view.lines}
        onLines={(next) => edit({ lines: next })}
        {...{ titles, schedule, area, own }}
      />
      <div className={styles['visits']}>
        <TermEditor
          name="Term A"
          draft={view.a}
          years={schedule.years}
          onDraft={(next) => edit({ a: next })}
        />
        <TermEditor
          name="Term B"
          draft={view.b}
          years={schedule.years}
          onDraft={(next) => edit({ b: next })}
        />
      </div>
      <div className={styles['buttons']}>
        <RestingButton
          isResting={!view.isEdited}
          onClick={() => onView({ ...firstTermsView, area: view.area })}
        >
          Back to the example terms
        </RestingButton>
      </div>
      {terms === null ? (
        <Notice tone="warning" title="This cannot be read:">
          {unreadable.join('; ')}.
        </Notice>
      ) : (
        <Exportable release={release} scope="" isOwn={view.isEdited} address={address}>
          <TermFigures
            {...terms}
            {...{ titles, schedule, area }}
            where={areaTitle(schedule, area)}
            code={view.code}
            years={view.years}
            growthSource={view.growth === null ? historyWords : 'as typed'}
            origin={`CMS tables of release ${release.id}`}
            isSample={!view.isEdited || isExample(view)}
          />
        </Exportable>
      )}
    </section>
  );
}

/** Whether the terms and codes are still the made-up ones, whatever else was chosen. */
function isExample({ a, b, lines }: TermsView): boolean {
  return a === firstTermsView.a && b === firstTermsView.b && lines === firstTermsView.lines;
}
