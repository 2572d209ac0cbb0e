import { unitRules } from '../domain/typicalVisit.ts';
import { reductions } from '../domain/visitPayment.ts';
import { reductionNames, unitRuleNames } from '../text/visitText.ts';
import styles from './Desk.module.css';
import { SelectField, TextField } from './Field.tsx';
import { capOf, countIn, mostVisits, plainTerms, type TermsDraft, wholeNumber } from './visitDraft.ts';

interface VisitTermsEditorProps {
  readonly payers: readonly { readonly id: string; readonly name: string }[];
  readonly terms: ReadonlyMap<string, TermsDraft>;
  readonly onTerms: (id: string, terms: TermsDraft) => void;
  /** Visits a year by payer, as typed; null where payers are the market's and have none. */
  readonly mix: ReadonlyMap<string, string> | null;
  readonly onMix: (id: string, visits: string) => void;
}

/** How each payer pays a visit. Published files do not say it; the payer's own policy does. */
export function VisitTermsEditor({ payers, terms, onTerms, mix, onMix }: VisitTermsEditorProps) {
  return (
    <details className={styles['terms']}>
      <summary>How each payer pays: units, later services, assistants, cap</summary>
      <p className={styles['help']}>
        Rate files do not say this; each payer’s policy does. Until you say otherwise every unit is paid in
        full. Medicare pays by its own rules.
      </p>
      <div className={styles['visits']}>
        {payers.map(({ id, name }) => {
          const own = terms.get(id) ?? plainTerms;
          return (
            <fieldset key={id} className={styles['box']}>
              <legend>{name}</legend>
              <SelectField
                label="Minutes into units"
                value={own.rule}
                onValue={(value) => onTerms(id, { ...own, rule: pick(unitRules, value, own.rule) })}
              >
                {unitRules.map((rule) => (
                  <option key={rule} value={rule}>
                    {unitRuleNames[rule]}
                  </option>
                ))}
              </SelectField>
              <SelectField
                label="Later services"
                value={own.reduction}
                onValue={(value) =>
                  onTerms(id, { ...own, reduction: pick(reductions, value, own.reduction) })
                }
              >
                {reductions.map((reduction) => (
                  <option key={reduction} value={reduction}>
                    {reductionNames[reduction]}
                  </option>
                ))}
              </SelectField>
              <SelectField
                label="Assistants"
                value={String(own.assistantShare)}
                onValue={(value) => onTerms(id, { ...own, assistantShare: Number(value) })}
              >
                <option value="1">in full</option>
                <option value="0.85">85%</option>
              </SelectField>
              {mix === null ? null : (
                <TextField
                  label="Visits a year with this payer"
                  value={mix.get(id) ?? ''}
                  onValue={(visits) => onMix(id, visits)}
                  invalid={isBadCount(mix.get(id))}
                  wants={wholeNumber(mostVisits)}
                  numeric
                />
              )}
              <TextField
                label="At most a visit ($)"
                value={own.cap}
                onValue={(cap) => onTerms(id, { ...own, cap })}
                invalid={own.cap.trim() !== '' && capOf(own.cap) === undefined}
                wants="dollars and cents, like 95.00"
                numeric
              />
            </fieldset>
          );
        })}
      </div>
    </details>
  );
}

function isBadCount(text = ''): boolean {
  return text.trim() !== '' && countIn(text, mostVisits) === undefined;
}

function pick<Value extends string>(all: readonly Value[], text: string, before: Value): Value {
  return all.find((each) => each === text) ?? before;
}
