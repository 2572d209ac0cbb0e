import styles from './Desk.module.css';
import { SelectField, TextField } from './Field.tsx';
import { type TermDraft, termFaults } from './termDraft.ts';

interface TermEditorProps {
  /** "Term A". */
  readonly name: string;
  readonly draft: TermDraft;
  /** Years of Medicare's tables, ascending. */
  readonly years: readonly number[];
  readonly onDraft: (draft: TermDraft) => void;
}

const kinds = ['dollars', 'listed', 'medicare', 'charges'] as const;

/** The words of one term: what it starts from, how it rises, and whether charges limit it. */
export function TermEditor({ name, draft, years, onDraft }: TermEditorProps) {
  const faults = termFaults(draft);
  const edit = (part: Partial<TermDraft>) => onDraft({ ...draft, ...part });
  return (
    <fieldset className={styles['box']}>
      <legend>{name}</legend>
      <SelectField
        label="Paid as"
        value={draft.kind}
        onValue={(value) => edit({ kind: kinds.find((each) => each === value) ?? draft.kind })}
      >
        <option value="dollars">fixed dollars, one amount</option>
        <option value="listed">fixed dollars, each code’s rate in the list</option>
        <option value="medicare">% of Medicare</option>
        <option value="charges">% of charges</option>
      </SelectField>
      {draft.kind === 'dollars' ? (
        <TextField
          label="Dollars a unit"
          value={draft.dollars}
          onValue={(dollars) => edit({ dollars })}
          invalid={faults.base}
          numeric
        />
      ) : null}
      {draft.kind === 'medicare' || draft.kind === 'charges' ? (
        <TextField
          label="Percent"
          value={draft.share}
          onValue={(share) => edit({ share })}
          invalid={faults.base}
          numeric
        />
      ) : null}
      {draft.kind === 'medicare' ? (
        <SelectField label="Medicare of" value={draft.year} onValue={(year) => edit({ year })}>
          <option value="service">the year of service (moving)</option>
          <option value="signing">the year of signing (fixed)</option>
          {years.toReversed().map((year) => (
            <option key={year} value={year}>
              {year} (fixed)
            </option>
          ))}
        </SelectField>
      ) : null}
      <SelectField
        label="Rises"
        value={draft.rise}
        onValue={(value) => edit({ rise: value === 'typed' ? 'typed' : 'fixed' })}
      >
        <option value="fixed">by the same share every year</option>
        <option value="typed">typed year by year (CPI)</option>
      </SelectField>
      <TextField
        label={draft.rise === 'typed' ? 'Percent, second year on, with commas' : 'Percent a year'}
        value={draft.rises}
        onValue={(rises) => edit({ rises })}
        invalid={faults.rises}
      />
      <label>
        <input
          type="checkbox"
          checked={draft.lesserOfCharges}
          onChange={({ target }) => edit({ lesserOfCharges: target.checked })}
        />{' '}
        The lesser of this and the charge
      </label>
    </fieldset>
  );
}
