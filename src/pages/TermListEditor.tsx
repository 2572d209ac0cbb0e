import { useId, useRef, useState } from 'react';
import type { Contract } from '../domain/contract.ts';
import { contractCodes } from '../domain/contractCodes.ts';
import type { FeeSchedule } from '../domain/feeSchedule.ts';
import type { MedicareArea } from '../domain/medicareArea.ts';
import { newestYear } from '../domain/newestYear.ts';
import { countOf } from '../text/numbers.ts';
import { RestingButton } from '../ui/RestingButton.tsx';
import { useFocusBeside } from '../ui/useFocusAfter.ts';
import styles from './Desk.module.css';
import { SelectField, TextField } from './Field.tsx';
import type { TermLineDraft } from './termDraft.ts';
import { lineFaults } from './termLines.ts';

interface TermListEditorProps {
  readonly lines: readonly TermLineDraft[];
  readonly onLines: (lines: readonly TermLineDraft[]) => void;
  readonly titles: ReadonlyMap<string, string>;
  readonly schedule: FeeSchedule;
  readonly area: MedicareArea;
  /** The user's contract, if one is open. */
  readonly own: { readonly contract: Contract | null; readonly fileName: string } | null;
}

/**
 * A list that comes long is folded, so that the terms and their figures stay near. One that grows line by line is not: the
 * line just added and the button that has the focus would be gone.
 */
const openUpTo = 8;

/** The codes the terms are for, with units, rates and charges: typed, or taken from the contract. */
export function TermListEditor(props: TermListEditorProps) {
  const { lines, onLines, titles, schedule } = props;
  const add = useRef<HTMLButtonElement>(null);
  const whyId = useId();
  const focusBeside = useFocusBeside(add);
  const [isOpen, setIsOpen] = useState(lines.length <= openUpTo);
  const used = new Set(lines.map(({ code }) => code));
  const change = (at: number, part: Partial<TermLineDraft>) =>
    onLines(lines.map((line, index) => (index === at ? { ...line, ...part } : line)));
  const free = schedule.codes.find((code) => !used.has(code));
  return (
    <>
      <TakeFromContract
        {...props}
        onLines={(next) => {
          setIsOpen(next.length <= openUpTo);
          onLines(next);
        }}
      />
      <details
        className={styles['terms']}
        open={isOpen}
        onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}
      >
        <summary>Codes of the terms: {countOf(lines.length, 'code')} with units, rates and charges</summary>
        {lines.map((line, at) => {
          const faults = lineFaults(line);
          const codes = schedule.codes.filter((code) => code === line.code || !used.has(code));
          return (
            <fieldset key={line.id} className={styles['codeLine']}>
              <legend className="visually-hidden">{line.code}</legend>
              <SelectField label="Code" value={line.code} onValue={(code) => change(at, { code })}>
                {[...new Set([line.code, ...codes])].sort().map((code) => (
                  <option key={code} value={code}>
                    {code} {titles.get(code) ?? ''}
                  </option>
                ))}
              </SelectField>
              <TextField
                label="Units a year"
                value={line.units}
                onValue={(units) => change(at, { units })}
                invalid={faults.units}
                numeric
              />
              <TextField
                label="Rate a unit ($)"
                value={line.rate}
                onValue={(rate) => change(at, { rate })}
                invalid={faults.rate}
                numeric
              />
              <TextField
                label={`Charge in ${newestYear(schedule.years)} ($)`}
                value={line.charge}
                onValue={(charge) => change(at, { charge })}
                invalid={faults.charge}
                numeric
              />
              <button
                type="button"
                disabled={lines.length === 1}
                aria-label={`Remove ${line.code}`}
                onClick={({ currentTarget }) => {
                  focusBeside(currentTarget);
                  onLines(lines.filter((_, index) => index !== at));
                }}
              >
                ×
              </button>
            </fieldset>
          );
        })}
        <div className={styles['buttons']}>
          <RestingButton
            ref={add}
            isResting={free === undefined}
            aria-describedby={whyId}
            onClick={() => {
              const id = Math.max(...lines.map((line) => line.id)) + 1;
              if (free !== undefined)
                onLines([...lines, { id, code: free, units: '100', rate: '', charge: '' }]);
            }}
          >
            Add a code
          </RestingButton>
          {/* Always there, so that its words are announced when the last code is added. */}
          <span id={whyId} role="status" className={styles['help']}>
            {free === undefined ? 'Every code of Medicare’s tables is listed.' : ''}
          </span>
        </div>
      </details>
    </>
  );
}

function TakeFromContract({ own, onLines, schedule, area }: TermListEditorProps) {
  const [payer, setPayer] = useState('');
  const [told, setTold] = useState('');
  if (!own?.contract) return null;
  const { lines } = own.contract;
  const payers = [...new Set(lines.map((line) => line.payer))].sort((a, b) => a.localeCompare(b, 'en'));

  function take(): void {
    const year = newestYear(schedule.years);
    const codes = contractCodes(lines, payer === '' ? null : payer, schedule, area, year);
    setTold(
      codes.length === 0
        ? 'No line in force for a whole service in this place states units, so nothing was taken.'
        : `${countOf(codes.length, 'code')} taken. Units are those of the file’s period: where that is not a year, type a year’s.`,
    );
    if (codes.length === 0) return;
    onLines(
      codes.map(({ code, units, rate, charge }, index) => ({
        id: index + 1,
        code,
        units: String(Math.round(units)),
        rate: rate === null ? '' : (rate / 100).toFixed(2),
        charge: charge === null ? '' : (charge / 100).toFixed(2),
      })),
    );
  }

  return (
    <div className={styles['controls']}>
      <SelectField label="Payer of the contract" value={payer} onValue={setPayer}>
        <option value="">all payers together</option>
        {payers.map((each) => (
          <option key={each} value={each}>
            {each}
          </option>
        ))}
      </SelectField>
      <div>
        <button type="button" onClick={take}>
          Take codes, units, rates and charges from {own.fileName}
        </button>
        <p role="status" className={styles['help']}>
          {told}
        </p>
      </div>
    </div>
  );
}
